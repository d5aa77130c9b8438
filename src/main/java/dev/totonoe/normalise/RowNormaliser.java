package dev.totonoe.normalise;

import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.Change;
import dev.totonoe.record.Choice;
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
import java.util.function.Predicate;
import java.util.stream.IntStream;

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
  private final MakerPart makerPart;
  private final Derivation derivation;
  private final CellChecks checks;

  private RowNormaliser(List<Column> columns, Tables tables, Predicate<String> writable) {
    this.columns = List.copyOf(columns);
    this.dateChoices = columns.stream().map(DateChoices::of).toList();
    this.rules = columns.stream().map(column -> rulesFor(column, tables, writable)).toList();
    this.makerPart = new MakerPart(tables.brands().byKey());
    this.derivation = new Derivation(this.columns, dateChoices);
    this.checks = new CellChecks(this.columns, tables.lists());
  }

  /// For an output that can hold every character.
  ///
  /// @param columns the dataset's columns in the order of the records' cells
  /// @throws ConfigurationFailure where the profile chooses a table or a region that there is not
  public static RowNormaliser of(List<Column> columns, Tables tables) {
    return of(columns, tables, OutputFormat.standard()::canEncode);
  }

  /// @param columns the dataset's columns in the order of the records' cells
  /// @param writable whether the output can hold a text; what is decoded in a cell stays encoded
  ///   where it cannot
  /// @throws ConfigurationFailure where the profile chooses a table or a region that there is not
  public static RowNormaliser of(List<Column> columns, Tables tables, Predicate<String> writable) {
    tables.lists().check(columns);
    return new RowNormaliser(columns, tables, writable);
  }

  static Chain rulesFor(Column column, Tables tables) {
    return rulesFor(column, tables, OutputFormat.standard()::canEncode);
  }

  /// The normalisers of a column that its choices leave on.
  static Chain rulesFor(Column column, Tables tables, Predicate<String> writable) {
    return allRulesFor(column, tables, new Words(tables, writable)).only(column.choices()::isOn);
  }

  /// The normalisers of each kind of column, in their order; some are off unless the profile turns
  /// them on.
  private static Chain allRulesFor(Column column, Tables tables, Words words) {
    ColumnKind kind = column.kind();
    return switch (kind) {
      case NAME ->
          words
              .names()
              .then(
                  replacements(kind, tables),
                  deletable(tables),
                  new DecorationNormaliser(),
                  latin(column, tables));
      case MAKER ->
          words
              .names()
              .then(
                  replacements(kind, tables),
                  new CodeListNormaliser("brand", tables.brands()),
                  new ReadingNormaliser(tables.brands(), tables.lists().readings()),
                  latin(column, tables));
      case CATEGORY -> words.names().then(replacements(kind, tables));
      case CONTENT -> Chain.NAME.then(replacements(kind, tables), new ContentNormaliser());
      case TEXT -> words.lines().then(replacements(kind, tables));
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

  private static Normaliser latin(Column column, Tables tables) {
    return switch (column.choices().of(Choice.LATIN)) {
      case "upper" -> LatinNormaliser.upper();
      case "lower" -> LatinNormaliser.lower();
      default -> LatinNormaliser.brands(tables.brands().canonicals());
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
    String unified = from.strip().equals(from) ? Words.phrase(from) : from;
    return unified.isEmpty()
        ? replacement
        : new Tables.Replacement(replacement.kind(), unified, replacement.to());
  }

  private static Normaliser deletable(Tables tables) {
    return new DeletableNormaliser(
        tables.deletable().stream()
            .map(Words::phrase)
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
    List<Chain.Unified> unifiedCells = unified(record.cells());
    List<String> cells = unifiedCells.stream().map(Chain.Unified::text).toList();
    List<Change> changes = new ArrayList<>();
    Set<ReviewReason> reasons = EnumSet.noneOf(ReviewReason.class);
    for (int i = 0; i < columns.size(); i++) {
      String raw = record.cells().get(i);
      Chain.Unified unified = unifiedCells.get(i);
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

  private List<Chain.Unified> unified(List<String> raw) {
    List<Chain.Unified> unified = new ArrayList<>(raw.size());
    for (int i = 0; i < columns.size(); i++) {
      unified.add(rules.get(i).run(raw.get(i)));
    }
    List<String> makers =
        IntStream.range(0, columns.size())
            .filter(i -> columns.get(i).kind() == ColumnKind.MAKER)
            .mapToObj(i -> unified.get(i).text())
            .toList();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (column.kind() == ColumnKind.NAME
          && column.choices().of(Choice.MAKER_PART).equals("split")) {
        unified.set(i, withoutMakers(unified.get(i), makers, rules.get(i)));
      }
    }
    return unified;
  }

  /// The name without the makers that lead it, unified anew after each.
  private Chain.Unified withoutMakers(Chain.Unified name, List<String> makers, Chain rules) {
    Chain.Unified left = name;
    for (int pass = 0; pass < Chain.PASSES_MAX; pass++) {
      String before = left.text();
      for (String maker : makers) {
        String rest = makerPart.without(left.text(), maker);
        if (!rest.equals(left.text())) {
          left = left.then(Choice.MAKER_PART.word(), rules.run(rest));
        }
      }
      if (left.text().equals(before)) {
        return left;
      }
    }
    return left;
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
