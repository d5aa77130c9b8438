package dev.totonoe.normalise;

import dev.totonoe.normalise.PriceReading.Tax;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What unified cells say: the derived columns of a record and the reasons to review it. It sees no
/// raw cell, so that a delivered file says the same when it comes in again.
final class Derivation {
  private final List<Column> columns;
  private final List<PriceColumn> priceColumns;
  private final List<DateChoices> dateChoices;
  private final RowContent content;

  /// @param dateChoices for each column how its dates are written
  Derivation(List<Column> columns, List<DateChoices> dateChoices) {
    this.columns = List.copyOf(columns);
    this.content = new RowContent(columns);
    this.priceColumns = columns.stream().map(column -> PriceColumn.named(column.name())).toList();
    this.dateChoices = List.copyOf(dateChoices);
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
    price(cells, derived, reasons);
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

  private void price(
      List<String> cells, Map<DerivedColumn, String> derived, Set<ReviewReason> reasons) {
    Map<Integer, PriceReading> readings = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == ColumnKind.PRICE) {
        PriceReading reading = priceColumns.get(i).read(cells.get(i));
        readings.put(i, reading);
        switch (reading.status()) {
          case EXACT, NONE -> {}
          case ZERO -> reasons.add(ReviewReason.PRICE_ZERO);
          case AMBIGUOUS -> reasons.add(ReviewReason.PRICE_AMBIGUOUS);
          case TAX_MISMATCH -> reasons.add(ReviewReason.PRICE_TAX_MISMATCH);
          case UNREADABLE -> reasons.add(ReviewReason.PRICE_UNREADABLE);
        }
      }
    }
    int first = priceIndex(cells);
    if (first < 0) {
      return;
    }
    PriceReading reading = readings.get(first);
    if (reading.status() != PriceReading.Status.EXACT) {
      return;
    }
    PriceReading.Price price = reading.prices().getFirst();
    put(derived, DerivedColumn.PRICE_AMOUNT, Optional.of(price.amount()));
    put(derived, DerivedColumn.PRICE_CURRENCY, reading.currency());
    put(derived, DerivedColumn.PRICE_TAX, price.tax().word());
    Optional<BigDecimal> with = stated(Tax.INCLUDED, readings, first);
    Optional<BigDecimal> without = stated(Tax.EXCLUDED, readings, first);
    put(derived, DerivedColumn.PRICE_WITH_TAX, with);
    put(derived, DerivedColumn.PRICE_WITHOUT_TAX, without);
    if (with.isPresent()
        && without.isPresent()
        && !PriceReading.taxFits(with.get(), without.get())) {
      reasons.add(ReviewReason.PRICE_TAX_MISMATCH);
    }
  }

  /// The first price column that has a cell and is no cost; -1 where there is none.
  private int priceIndex(List<String> cells) {
    for (int i = 0; i < columns.size(); i++) {
      boolean price = columns.get(i).kind() == ColumnKind.PRICE && !priceColumns.get(i).cost();
      if (price && !cells.get(i).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  /// The price with the given tax: from the cell, or from the column that differs only in tax.
  private Optional<BigDecimal> stated(Tax tax, Map<Integer, PriceReading> readings, int first) {
    PriceReading reading = readings.get(first);
    Optional<BigDecimal> own = reading.amount(tax);
    boolean taxKnown = reading.prices().getFirst().tax() != Tax.UNKNOWN;
    for (int i = 0; i < columns.size() && own.isEmpty() && taxKnown; i++) {
      boolean sibling =
          i != first
              && columns.get(i).kind() == ColumnKind.PRICE
              && !priceColumns.get(i).cost()
              && priceColumns.get(i).stem().equals(priceColumns.get(first).stem());
      if (sibling) {
        PriceReading other = readings.get(i);
        own = other.currency().equals(reading.currency()) ? other.amount(tax) : own;
      }
    }
    return own;
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
                new NumberNormaliser(DecimalMark.of(column)).isReadable(cell),
                ReviewReason.NUMBER_UNREADABLE,
                reasons);
        case MEASURE -> flag(isMeasure(column, cell), ReviewReason.MEASURE_UNREADABLE, reasons);
        case DIMENSIONS ->
            flag(
                new DimensionsNormaliser(DecimalMark.of(column)).isReadable(cell),
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
        && new MeasureNormaliser(DecimalMark.of(column)).isReadable(cell);
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
