package dev.totonoe.normalise;

import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What unified cells say: the derived columns of a record and the reasons to review it. It sees no
/// raw cell, so that a delivered file says the same when it comes in again.
final class Derivation {
  private final List<Column> columns;
  private final List<DateChoices> dateChoices;
  private final PriceDerivation prices;
  private final RowContent content;

  /// @param dateChoices for each column how its dates are written
  Derivation(List<Column> columns, List<DateChoices> dateChoices) {
    this.columns = List.copyOf(columns);
    this.content = new RowContent(columns);
    this.dateChoices = List.copyOf(dateChoices);
    this.prices = new PriceDerivation(this.columns);
  }

  /// The derived columns that these columns can fill, in their order in the output.
  List<DerivedColumn> columns() {
    Set<DerivedColumn> derived = EnumSet.noneOf(DerivedColumn.class);
    if (has(ColumnKind.NAME) || has(ColumnKind.CONTENT)) {
      derived.addAll(EnumSet.range(DerivedColumn.CONTENT_AMOUNT, DerivedColumn.CONTENT_STATUS));
    }
    if (has(ColumnKind.PRICE)) {
      derived.addAll(EnumSet.range(DerivedColumn.PRICE_AMOUNT, DerivedColumn.PRICE_WITHOUT_TAX));
    }
    if (has(ColumnKind.GTIN)) {
      derived.addAll(EnumSet.range(DerivedColumn.GTIN, DerivedColumn.GTIN_STATUS));
    }
    return List.copyOf(derived);
  }

  private boolean has(ColumnKind kind) {
    return columns.stream().anyMatch(column -> column.kind() == kind);
  }

  /// @param cells the unified cells
  /// @param reasons takes the reasons to review the record
  Map<DerivedColumn, String> derive(List<String> cells, Set<ReviewReason> reasons) {
    Map<DerivedColumn, String> derived = new EnumMap<>(DerivedColumn.class);
    content(cells, derived, reasons);
    prices.derive(cells, derived, reasons);
    gtin(cells, derived, reasons);
    dates(cells, reasons);
    measures(cells, reasons);
    formulas(cells, reasons);
    return derived;
  }

  private void content(
      List<String> cells, Map<DerivedColumn, String> derived, Set<ReviewReason> reasons) {
    if (!has(ColumnKind.NAME) && !has(ColumnKind.CONTENT)) {
      return;
    }
    RowContent.Answer answer = content.of(cells);
    ContentReading reading = answer.reading();
    answer.reason().ifPresent(reasons::add);
    derived.put(DerivedColumn.CONTENT_STATUS, reading.status().word());
    put(derived, DerivedColumn.CONTENT_AMOUNT, reading.amount());
    put(derived, DerivedColumn.CONTENT_COUNT, reading.count());
    put(derived, DerivedColumn.CONTENT_TOTAL, reading.total());
    put(derived, DerivedColumn.CONTENT_UNIT, reading.base().unit());
    put(derived, DerivedColumn.CONTENT_COUNT_UNIT, reading.countUnit());
  }

  private void gtin(
      List<String> cells, Map<DerivedColumn, String> derived, Set<ReviewReason> reasons) {
    boolean first = true;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() != ColumnKind.GTIN) {
        continue;
      }
      GtinReading reading = GtinReading.of(cells.get(i));
      switch (reading.status()) {
        case INVALID -> reasons.add(ReviewReason.GTIN_INVALID);
        case AMBIGUOUS -> reasons.add(ReviewReason.GTIN_AMBIGUOUS);
        case VALID, NONE -> {}
      }
      if (first) {
        put(derived, DerivedColumn.GTIN, reading.digits());
        put(derived, DerivedColumn.GTIN_KIND, reading.kind());
        put(derived, DerivedColumn.GTIN_STATUS, reading.status().word());
        first = false;
      }
    }
  }

  private void dates(List<String> cells, Set<ReviewReason> reasons) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == ColumnKind.DATE) {
        switch (DateReading.of(cells.get(i), dateChoices.get(i)).status()) {
          case EXACT, NONE, IMPOSSIBLE -> {} // impossible ones are rejected before
          case AMBIGUOUS -> reasons.add(ReviewReason.DATE_AMBIGUOUS);
          case FAR -> reasons.add(ReviewReason.DATE_FAR);
          case LABEL -> reasons.add(ReviewReason.DATE_LABEL);
          case NEVER_EXISTED -> reasons.add(ReviewReason.DATE_NEVER_EXISTED);
          case RANGE -> reasons.add(ReviewReason.DATE_RANGE);
          case SERIAL -> reasons.add(ReviewReason.DATE_SERIAL);
          case UNREADABLE -> reasons.add(ReviewReason.DATE_UNREADABLE);
          case VAGUE -> reasons.add(ReviewReason.DATE_VAGUE);
          case WEEKDAY -> reasons.add(ReviewReason.DATE_WEEKDAY);
        }
      }
    }
  }

  private void measures(List<String> cells, Set<ReviewReason> reasons) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String cell = cells.get(i);
      switch (column.kind()) {
        case NUMBER ->
            flag(
                new NumberNormaliser(DecimalMark.of(column.choices())).isReadable(cell),
                ReviewReason.NUMBER_UNREADABLE,
                reasons);
        case MEASURE -> flag(isMeasure(column, cell), ReviewReason.MEASURE_UNREADABLE, reasons);
        case DIMENSIONS ->
            flag(
                new DimensionsNormaliser(DecimalMark.of(column.choices())).isReadable(cell),
                ReviewReason.DIMENSIONS_UNREADABLE,
                reasons);
        case SIZE ->
            flag(new SizeNormaliser().isReadable(cell), ReviewReason.SIZE_UNREADABLE, reasons);
        case NAME, TEXT, CODE, GTIN, CONTENT, PRICE, DATE, MAKER, CATEGORY, KEEP -> {}
      }
    }
  }

  private static boolean isMeasure(Column column, String cell) {
    return column.kind() == ColumnKind.MEASURE
        && new MeasureNormaliser(DecimalMark.of(column.choices())).isReadable(cell);
  }

  private static void flag(boolean readable, ReviewReason reason, Set<ReviewReason> reasons) {
    if (!readable) {
      reasons.add(reason);
    }
  }

  private void formulas(List<String> cells, Set<ReviewReason> reasons) {
    for (int i = 0; i < columns.size(); i++) {
      String cell = cells.get(i);
      // -18℃ begins like a formula and is none.
      if (Formula.starts(cell) && !isMeasure(columns.get(i), cell)) {
        reasons.add(ReviewReason.FORMULA);
      }
    }
  }

  private static void put(
      Map<DerivedColumn, String> derived, DerivedColumn column, Optional<BigDecimal> number) {
    number.ifPresent(value -> derived.put(column, PriceReading.plain(value)));
  }

  private static void put(Map<DerivedColumn, String> derived, DerivedColumn column, String value) {
    if (!value.isEmpty()) {
      derived.put(column, value);
    }
  }
}
