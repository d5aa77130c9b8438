package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentReading.Status;
import dev.totonoe.normalise.PriceReading.Tax;
import dev.totonoe.record.Change;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Outcome;
import dev.totonoe.record.Record;
import dev.totonoe.record.Reject;
import dev.totonoe.record.RejectReason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Unifies the cells of a record, then derives what they say from the unified cells alone: so that
/// normalising twice changes nothing, and derives the same.
///
/// Immutable; one instance serves any number of threads.
public final class RowNormaliser {
  private final List<Column> columns;
  private final List<TextRules> rules;
  private final List<PriceColumn> priceColumns;

  private RowNormaliser(List<Column> columns, Tables tables) {
    this.columns = List.copyOf(columns);
    this.rules = columns.stream().map(column -> rulesFor(column.kind(), tables)).toList();
    this.priceColumns = columns.stream().map(column -> PriceColumn.named(column.name())).toList();
  }

  /// @param columns the dataset's columns in the order of the records' cells
  public static RowNormaliser of(List<Column> columns, Tables tables) {
    return new RowNormaliser(columns, tables);
  }

  /// The normalisers of each kind of column, in their order.
  static TextRules rulesFor(ColumnKind kind, Tables tables) {
    return switch (kind) {
      case NAME -> TextRules.NAME.then(replacements(kind, tables), deletable(tables));
      case MAKER ->
          TextRules.NAME.then(replacements(kind, tables), new BrandNormaliser(tables.brands()));
      case CATEGORY -> TextRules.NAME.then(replacements(kind, tables));
      case CONTENT -> TextRules.NAME.then(replacements(kind, tables), new ContentNormaliser());
      case TEXT -> TextRules.LINES.then(replacements(kind, tables));
      case PRICE -> TextRules.NAME.then(new PriceNormaliser());
      case DATE -> TextRules.NAME.then(new DateNormaliser());
      case GTIN -> TextRules.CODE.then(new DashNormaliser(), new GtinNormaliser());
      case CODE -> TextRules.CODE;
      case KEEP -> new TextRules(List.of());
    };
  }

  private static Normaliser replacements(ColumnKind kind, Tables tables) {
    return new ReplacementNormaliser(
        tables.replacements().stream()
            .filter(replacement -> replacement.kind().orElse(kind) == kind)
            .toList());
  }

  private static Normaliser deletable(Tables tables) {
    return new DeletableNormaliser(
        tables.deletable().stream()
            .map(TextRules.NAME::unify)
            .filter(phrase -> !phrase.isEmpty())
            .toList());
  }

  /// The derived columns that these columns can fill, in their order in the output.
  public List<DerivedColumn> derivedColumns() {
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

  /// @param record with one raw cell for each column
  /// @return the unified record, or a reject where a cell cannot be delivered as what its column
  ///   holds
  public Outcome normalise(Record record) {
    if (record.cells().size() != columns.size()) {
      throw new IllegalArgumentException(
          record.place()
              + ": "
              + columns.size()
              + " cells expected, "
              + record.cells().size()
              + " found");
    }
    List<String> cells = new ArrayList<>(columns.size());
    List<Change> changes = new ArrayList<>();
    Set<ReviewReason> reasons = EnumSet.noneOf(ReviewReason.class);
    for (int i = 0; i < columns.size(); i++) {
      String raw = record.cells().get(i);
      TextRules.Unified unified = rules.get(i).run(raw);
      cells.add(unified.text());
      if (!unified.text().equals(raw)) {
        changes.add(
            new Change(record.place(), columns.get(i).name(), unified.rule(), raw, unified.text()));
      }
      if (!unified.settled()) {
        reasons.add(ReviewReason.TABLES_UNSETTLED);
      }
    }
    Optional<Reject> reject = reject(record, cells);
    if (reject.isPresent()) {
      return reject.get();
    }
    Map<DerivedColumn, String> derived = new EnumMap<>(DerivedColumn.class);
    content(cells, derived, reasons);
    price(cells, derived, reasons);
    gtin(cells, derived, reasons);
    dates(cells, reasons);
    formulas(cells, reasons);
    return new Normalised(
        record.place(), cells, derived, changes, reasons.stream().map(ReviewReason::word).toList());
  }

  private Optional<Reject> reject(Record record, List<String> cells) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      String cell = cells.get(i);
      if (column.kind() == ColumnKind.GTIN && GtinNormaliser.isLost(cell)) {
        return Optional.of(
            rejected(
                record,
                i,
                RejectReason.GTIN_LOST,
                "expected the digits of a GTIN but found \""
                    + cell
                    + "\", in which a spreadsheet has lost digits; export the column as text"));
      }
      if (column.kind() == ColumnKind.DATE
          && DateReading.of(cell).status() == DateReading.Status.IMPOSSIBLE) {
        return Optional.of(
            rejected(
                record,
                i,
                RejectReason.IMPOSSIBLE_DATE,
                "expected a date but found \"" + cell + "\": no era has a year 0"));
      }
    }
    return Optional.empty();
  }

  private Reject rejected(Record record, int index, RejectReason reason, String message) {
    String raw =
        record.cells().stream().map(RowNormaliser::quoted).collect(Collectors.joining(","));
    return new Reject(
        record.place(), index + 1, reason, columns.get(index).name() + ": " + message, raw);
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private void content(
      List<String> cells, Map<DerivedColumn, String> derived, Set<ReviewReason> reasons) {
    if (!has(ColumnKind.NAME) && !has(ColumnKind.CONTENT)) {
      return;
    }
    ContentReading stated = firstContent(cells, ColumnKind.CONTENT);
    ContentReading named = firstContent(cells, ColumnKind.NAME);
    ContentReading reading = stated.status() == Status.NONE ? named : stated;
    if (stated.status() == Status.EXACT && named.status() == Status.EXACT) {
      if (!stated.agreesWith(named)) {
        reasons.add(ReviewReason.CONTENT_CONFLICT);
        reading = ContentReading.AMBIGUOUS;
      } else if (named.isFinerThan(stated)) {
        reading = named;
      }
    }
    if (reading.status() == Status.AMBIGUOUS) {
      reasons.add(ReviewReason.CONTENT_AMBIGUOUS);
    }
    derived.put(DerivedColumn.CONTENT_STATUS, reading.status().word());
    put(derived, DerivedColumn.CONTENT_AMOUNT, reading.amount());
    put(derived, DerivedColumn.CONTENT_COUNT, reading.count());
    put(derived, DerivedColumn.CONTENT_TOTAL, reading.total());
    put(derived, DerivedColumn.CONTENT_UNIT, reading.base().unit());
    put(derived, DerivedColumn.CONTENT_COUNT_UNIT, reading.countUnit());
  }

  /// The first column of the kind that says anything.
  private ContentReading firstContent(List<String> cells, ColumnKind kind) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == kind) {
        ContentReading reading = ContentReading.of(cells.get(i));
        if (reading.status() != Status.NONE) {
          return reading;
        }
      }
    }
    return ContentReading.NONE;
  }

  private void price(
      List<String> cells, Map<DerivedColumn, String> derived, Set<ReviewReason> reasons) {
    int first = -1;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == ColumnKind.PRICE) {
        first = first < 0 ? i : first;
        switch (priceColumns.get(i).read(cells.get(i)).status()) {
          case EXACT, NONE -> {}
          case ZERO -> reasons.add(ReviewReason.PRICE_ZERO);
          case AMBIGUOUS -> reasons.add(ReviewReason.PRICE_AMBIGUOUS);
          case TAX_MISMATCH -> reasons.add(ReviewReason.PRICE_TAX_MISMATCH);
          case UNREADABLE -> reasons.add(ReviewReason.PRICE_UNREADABLE);
        }
      }
    }
    if (first < 0) {
      return;
    }
    PriceReading reading = priceColumns.get(first).read(cells.get(first));
    if (reading.status() != PriceReading.Status.EXACT) {
      return;
    }
    PriceReading.Price price = reading.prices().getFirst();
    put(derived, DerivedColumn.PRICE_AMOUNT, Optional.of(price.amount()));
    put(derived, DerivedColumn.PRICE_CURRENCY, reading.currency());
    put(derived, DerivedColumn.PRICE_TAX, price.tax().word());
    Optional<BigDecimal> with = stated(Tax.INCLUDED, reading, first, cells);
    Optional<BigDecimal> without = stated(Tax.EXCLUDED, reading, first, cells);
    put(derived, DerivedColumn.PRICE_WITH_TAX, with);
    put(derived, DerivedColumn.PRICE_WITHOUT_TAX, without);
    if (with.isPresent()
        && without.isPresent()
        && !PriceReading.taxFits(with.get(), without.get())) {
      reasons.add(ReviewReason.PRICE_TAX_MISMATCH);
    }
  }

  /// The price with the given tax: from the cell, or from the column that differs only in tax.
  private Optional<BigDecimal> stated(
      Tax tax, PriceReading reading, int first, List<String> cells) {
    Optional<BigDecimal> own = reading.amount(tax);
    boolean taxKnown = reading.prices().getFirst().tax() != Tax.UNKNOWN;
    for (int i = 0; i < columns.size() && own.isEmpty() && taxKnown; i++) {
      boolean sibling =
          i != first
              && columns.get(i).kind() == ColumnKind.PRICE
              && priceColumns.get(i).stem().equals(priceColumns.get(first).stem());
      if (sibling) {
        PriceReading other = priceColumns.get(i).read(cells.get(i));
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
      if (reading.status().equals("invalid")) {
        reasons.add(ReviewReason.GTIN_INVALID);
      }
      if (first) {
        put(derived, DerivedColumn.GTIN, reading.digits());
        put(derived, DerivedColumn.GTIN_KIND, reading.kind());
        put(derived, DerivedColumn.GTIN_STATUS, reading.status());
        first = false;
      }
    }
  }

  private void dates(List<String> cells, Set<ReviewReason> reasons) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == ColumnKind.DATE) {
        switch (DateReading.of(cells.get(i)).status()) {
          case EXACT, NONE, IMPOSSIBLE -> {} // impossible ones are rejected before
          case AMBIGUOUS -> reasons.add(ReviewReason.DATE_AMBIGUOUS);
          case NEVER_EXISTED -> reasons.add(ReviewReason.DATE_NEVER_EXISTED);
          case SERIAL -> reasons.add(ReviewReason.DATE_SERIAL);
          case UNREADABLE -> reasons.add(ReviewReason.DATE_UNREADABLE);
          case VAGUE -> reasons.add(ReviewReason.DATE_VAGUE);
        }
      }
    }
  }

  private static void formulas(List<String> cells, Set<ReviewReason> reasons) {
    if (cells.stream().anyMatch(Formula::starts)) {
      reasons.add(ReviewReason.FORMULA);
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
