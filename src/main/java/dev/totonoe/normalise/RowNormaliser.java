package dev.totonoe.normalise;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.Change;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Outcome;
import dev.totonoe.record.Record;
import dev.totonoe.record.Refusal;
import dev.totonoe.record.RejectReason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Unifies the cells of a record, then derives what they say from the unified cells alone: so that
/// normalising twice changes nothing, and derives the same.
///
/// Immutable; one instance serves any number of threads.
public final class RowNormaliser {
  /// The `gtin_kind` of a code that names something in one shop only.
  public static final String GTIN_IN_STORE = GtinReading.IN_STORE;

  private final List<Column> columns;
  private final List<DateChoices> dateChoices;
  private final List<Chain> rules;
  private final Derivation derivation;
  private final CellChecks checks;

  private RowNormaliser(List<Column> columns, Tables tables) {
    this.columns = List.copyOf(columns);
    this.dateChoices = columns.stream().map(DateChoices::of).toList();
    this.rules = columns.stream().map(column -> rulesFor(column, tables)).toList();
    this.derivation = new Derivation(this.columns, dateChoices);
    this.checks = new CellChecks(this.columns, tables.lists());
  }

  /// @param columns the dataset's columns in the order of the records' cells
  /// @throws ConfigurationFailure where the profile chooses a table or a region that there is not
  public static RowNormaliser of(List<Column> columns, Tables tables) {
    tables.lists().check(columns);
    return new RowNormaliser(columns, tables);
  }

  /// The normalisers of a column that its choices leave on.
  static Chain rulesFor(Column column, Tables tables) {
    return allRulesFor(column, tables).only(column.choices()::isOn);
  }

  /// The normalisers of each kind of column, in their order; some are off unless the profile turns
  /// them on.
  private static Chain allRulesFor(Column column, Tables tables) {
    ColumnKind kind = column.kind();
    return switch (kind) {
      case NAME -> Chain.NAME.then(replacements(kind, tables), deletable(tables));
      case MAKER ->
          Chain.NAME.then(
              replacements(kind, tables),
              new CodeListNormaliser("brand", tables.brands()),
              new ReadingNormaliser(tables.brands(), tables.lists().readings()));
      case CATEGORY -> Chain.NAME.then(replacements(kind, tables));
      case CONTENT -> Chain.NAME.then(replacements(kind, tables), new ContentNormaliser());
      case TEXT -> Chain.LINES.then(replacements(kind, tables));
      case PRICE -> Chain.NAME.then(new PriceNormaliser(PriceColumn.of(column)));
      case DATE -> Chain.NAME.then(new DateNormaliser(DateChoices.of(column)));
      case NUMBER ->
          Chain.NAME.then(
              new ApostropheNormaliser(), new NumberNormaliser(DecimalMark.of(column.choices())));
      case MEASURE ->
          Chain.NAME.then(
              new ApostropheNormaliser(), new MeasureNormaliser(DecimalMark.of(column.choices())));
      case DIMENSIONS ->
          Chain.NAME.then(new DimensionsNormaliser(DecimalMark.of(column.choices())));
      case SIZE -> Chain.NAME.then(new ApostropheNormaliser(), new SizeNormaliser());
      case GTIN -> Chain.CODE.then(new DashNormaliser(), new GtinNormaliser());
      case CODE -> Chain.NAME.then(new ApostropheNormaliser());
      case COLOUR, UNIT, YES_NO, LIST -> {
        CodeList list = tables.lists().of(column).orElse(CodeList.EMPTY);
        yield Chain.NAME.then(
            new CodeListNormaliser("list", list),
            new ReadingNormaliser(list, tables.lists().readings()));
      }
      case PHONE -> Chain.NAME.then(new ApostropheNormaliser(), PhoneNormaliser.of(column));
      case POSTAL_CODE -> Chain.NAME.then(new ApostropheNormaliser(), new PostalCodeNormaliser());
      case URL -> Chain.CODE.then(new UrlNormaliser());
      case EMAIL -> Chain.CODE.then(new DashNormaliser(), new EmailNormaliser());
      case KEEP -> new Chain(List.of());
    };
  }

  private static Normaliser replacements(ColumnKind kind, Tables tables) {
    return new ReplacementNormaliser(
        tables.replacements().stream()
            .filter(replacement -> replacement.kind().orElse(kind) == kind)
            .map(RowNormaliser::unified)
            .toList());
  }

  /// The pattern as it stands in a unified cell; one that begins or ends with a space keeps it.
  private static Tables.Replacement unified(Tables.Replacement replacement) {
    String from = replacement.from();
    String unified = from.strip().equals(from) ? Chain.NAME.unify(from) : from;
    return unified.isEmpty()
        ? replacement
        : new Tables.Replacement(replacement.kind(), unified, replacement.to());
  }

  private static Normaliser deletable(Tables tables) {
    return new DeletableNormaliser(
        tables.deletable().stream()
            .map(Chain.NAME::unify)
            .filter(phrase -> !phrase.isEmpty())
            .toList());
  }

  /// The derived columns that these columns can fill, in their order in the output.
  public List<DerivedColumn> derivedColumns() {
    return derivation.columns();
  }

  /// @param record with one raw cell for each column
  /// @return the unified record, or a refusal where a cell cannot be delivered as what its column
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
      Chain.Unified unified = rules.get(i).run(raw);
      cells.add(unified.text());
      if (!unified.text().equals(raw)) {
        changes.add(
            new Change(record.place(), columns.get(i).name(), unified.rule(), raw, unified.text()));
      }
      if (!unified.settled()) {
        reasons.add(ReviewReason.TABLES_UNSETTLED);
      }
    }
    Optional<Refusal> refusal = refusal(record, cells);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Map<DerivedColumn, String> derived = derivation.derive(cells, reasons);
    checks.addReasons(cells, reasons);
    return new Normalised(
        record.place(), cells, derived, changes, reasons.stream().map(ReviewReason::word).toList());
  }

  private Optional<Refusal> refusal(Record record, List<String> cells) {
    for (int i = 0; i < columns.size(); i++) {
      ColumnKind kind = columns.get(i).kind();
      String cell = cells.get(i);
      if (kind == ColumnKind.GTIN && GtinCell.isLost(cell)) {
        String message =
            "expected the digits of a GTIN but found \"%s\", in which a spreadsheet has lost digits; export the column as text";
        return Optional.of(
            new Refusal(record.place(), i, RejectReason.GTIN_LOST, message.formatted(cell)));
      }
      if (kind == ColumnKind.DATE
          && DateReading.of(cell, dateChoices.get(i)).status() == DateReading.Status.IMPOSSIBLE) {
        String message = "expected a date but found \"%s\": no era has a year 0";
        return Optional.of(
            new Refusal(record.place(), i, RejectReason.IMPOSSIBLE_DATE, message.formatted(cell)));
      }
    }
    return Optional.empty();
  }
}
