package dev.totonoe.job;

import dev.totonoe.categorise.Categoriser;
import dev.totonoe.categorise.Category;
import dev.totonoe.categorise.ProductText;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.normalise.RowNormaliser;
import dev.totonoe.normalise.SpellingKey;
import dev.totonoe.profile.FileMapping;
import dev.totonoe.profile.Profile;
import dev.totonoe.record.Change;
import dev.totonoe.record.Cleansed;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Outcome;
import dev.totonoe.record.Parsed;
import dev.totonoe.record.Product;
import dev.totonoe.record.Record;
import dev.totonoe.record.Refusal;
import dev.totonoe.record.Reject;
import dev.totonoe.record.RejectReason;
import dev.totonoe.record.TradeItem;
import dev.totonoe.text.WordDictionaries;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The way of a record from raw cells to a line of `products.csv`: arrange, unify, categorise,
/// compose. Immutable; one serves all threads.
final class Cleansing {
  /// What a row says of its product beside the name. The price does not: the same product may be
  /// offered at two.
  private static final List<DerivedColumn> CONTENT =
      List.of(
          DerivedColumn.CONTENT_AMOUNT,
          DerivedColumn.CONTENT_UNIT,
          DerivedColumn.CONTENT_COUNT,
          DerivedColumn.CONTENT_TOTAL);

  /// No unified cell has one.
  private static final String UNIT_SEPARATOR = "\u001f";

  private final ProductColumns columns;
  private final RowNormaliser normaliser;
  private final Optional<Categoriser> categoriser;
  private final OutputFormat format;

  /// @param categoriser empty when the dataset has no names to categorise by
  Cleansing(
      ProductColumns columns,
      RowNormaliser normaliser,
      Optional<Categoriser> categoriser,
      OutputFormat format) {
    this.columns = columns;
    this.normaliser = normaliser;
    this.categoriser = categoriser;
    this.format = format;
  }

  /// Loads what a run cleanses with.
  ///
  /// @param words the dictionaries of the run's dictionary bundle
  static Cleansing open(
      ProductColumns columns,
      RowNormaliser normaliser,
      WordDictionaries words,
      Assets assets,
      Profile profile) {
    Optional<Categoriser> categoriser =
        columns.hasNames()
            ? Optional.of(
                assets.fromDictionary(
                    dictionary ->
                        Categoriser.open(
                            assets.modelCopy(), dictionary, words, profile.threshold())))
            : Optional.empty();
    return new Cleansing(columns, normaliser, categoriser, profile.output().format());
  }

  /// @param records consecutive records of one file
  /// @return what became of each, in the same order
  List<Cleansed> cleanse(List<Parsed> records, FileMapping mapping) {
    Map<Record, Outcome> outcomes = new IdentityHashMap<>();
    List<ProductText> texts = new ArrayList<>(records.size());
    for (Parsed parsed : records) {
      if (parsed instanceof Record record) {
        Outcome outcome =
            normaliser.normalise(new Record(record.place(), mapping.arrange(record.cells())));
        outcomes.put(record, outcome);
        if (outcome instanceof Normalised normalised) {
          texts.add(columns.text(normalised));
        }
      }
    }
    Iterator<Category> categories =
        categoriser.map(chosen -> chosen.categorise(texts)).orElse(List.of()).iterator();
    List<Cleansed> cleansed = new ArrayList<>(records.size());
    for (Parsed parsed : records) {
      cleansed.add(
          switch (parsed) {
            case Reject reject -> reject;
            case Record record ->
                switch (outcomes.get(record)) {
                  case Refusal refusal -> reject(record, refusal, mapping);
                  case Normalised normalised -> {
                    Optional<Category> category =
                        categories.hasNext() ? Optional.of(categories.next()) : Optional.empty();
                    yield compose(record, normalised, category, mapping);
                  }
                };
          });
    }
    return cleansed;
  }

  /// The reject names the cell as the input file has it, not as the dataset arranges it.
  private Reject reject(Record raw, Refusal refusal, FileMapping mapping) {
    return new Reject(
        raw.place(),
        mapping.sourceIndex().get(refusal.column()) + 1,
        refusal.reason(),
        "%s: %s: %s"
            .formatted(raw.place(), columns.header().get(refusal.column()), refusal.message()),
        rawText(raw));
  }

  /// The record's cells as a line of CSV; its own quotes and delimiter are gone with parsing.
  private static String rawText(Record raw) {
    return raw.cells().stream().map(Cleansing::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private Cleansed compose(
      Record raw, Normalised normalised, Optional<Category> category, FileMapping mapping) {
    List<String> reasons = new ArrayList<>(normalised.reviewReasons());
    category.flatMap(Cleansing::reviewReason).ifPresent(reasons::add);
    Map<DerivedColumn, String> derived = new EnumMap<>(DerivedColumn.class);
    derived.putAll(normalised.derived());
    category.ifPresent(found -> derived.putAll(cells(found, format)));
    derived.put(DerivedColumn.REVIEW_REASONS, String.join(Product.REASONS_SEPARATOR, reasons));
    derived.put(
        DerivedColumn.SOURCE_FILE,
        origin(raw, mapping, DerivedColumn.SOURCE_FILE, raw.place().file()));
    derived.put(
        DerivedColumn.SOURCE_LINE,
        origin(raw, mapping, DerivedColumn.SOURCE_LINE, Long.toString(raw.place().line())));

    List<String> row = columns.row(normalised.cells(), derived);
    Optional<Reject> reject = unencodable(raw, row);
    if (reject.isPresent()) {
      return reject.get();
    }
    List<Change> changes = new ArrayList<>(normalised.changes());
    changes.addAll(changesOfOwnColumns(raw, derived, mapping));
    return new Product(
        raw.place(),
        row,
        changes,
        reasons,
        category
            .filter(found -> found.status() != Category.Status.NONE)
            .map(found -> found.source().word())
            .orElse(""),
        category.map(found -> found.status().word()).orElse(""),
        tradeItem(normalised, derived),
        Optional.ofNullable(mapping.derived().get(DerivedColumn.REVIEW_REASONS))
            .map(raw.cells()::get));
  }

  /// A shop's own code names something in that shop only, so it is compared with nothing.
  private Optional<TradeItem> tradeItem(Normalised normalised, Map<DerivedColumn, String> derived) {
    String gtin = derived.getOrDefault(DerivedColumn.GTIN, "");
    if (gtin.isEmpty()
        || RowNormaliser.GTIN_IN_STORE.equals(derived.get(DerivedColumn.GTIN_KIND))) {
      return Optional.empty();
    }
    List<String> said = new ArrayList<>();
    said.add(SpellingKey.of(columns.text(normalised).name()));
    for (DerivedColumn column : CONTENT) {
      said.add(derived.getOrDefault(column, ""));
    }
    return Optional.of(
        new TradeItem(
            gtin,
            derived.getOrDefault(DerivedColumn.SOURCE_FILE, ""),
            String.join(UNIT_SEPARATOR, said)));
  }

  private static Optional<String> reviewReason(Category category) {
    return switch (category.status()) {
      case ACCEPTED -> Optional.empty();
      case REVIEW -> Optional.of(CategoryReason.CATEGORY_DOUBTFUL.word());
      case NONE -> Optional.of(CategoryReason.CATEGORY_NONE.word());
    };
  }

  private static Map<DerivedColumn, String> cells(Category category, OutputFormat format) {
    boolean given = category.status() != Category.Status.NONE;
    return Map.of(
        DerivedColumn.CATEGORY_ID, category.id(),
        DerivedColumn.CATEGORY_PATH, category.path(),
        DerivedColumn.CATEGORY_SCORE,
            given ? String.format(Locale.ROOT, "%.4f", category.score()) : "",
        DerivedColumn.CATEGORY_SOURCE, given ? category.source().word() : "",
        DerivedColumn.CATEGORY_STATUS, category.status().word(),
        DerivedColumn.CATEGORY_CANDIDATES, candidates(category),
        DerivedColumn.CATEGORY_REASON, encodable(category.reason(), format));
  }

  /// A reason shows a rule as its author wrote it. A row is not rejected for that.
  private static String encodable(String reason, OutputFormat format) {
    return format.canEncode(reason)
        ? reason
        : reason
            .codePoints()
            .mapToObj(Character::toString)
            .map(letter -> format.canEncode(letter) ? letter : "?")
            .collect(Collectors.joining());
  }

  private static String candidates(Category category) {
    return category.candidates().stream()
        .map(candidate -> String.format(Locale.ROOT, "%s %.2f", candidate.id(), candidate.score()))
        .collect(Collectors.joining("|"));
  }

  /// Where a record came from first: output that comes in again names its source already.
  private static String origin(Record raw, FileMapping mapping, DerivedColumn column, String here) {
    Integer index = mapping.derived().get(column);
    return index == null ? here : raw.cells().get(index);
  }

  /// The worker's own columns are computed afresh; a value that differs is a change like any other.
  /// The last word on `review_reasons` is spoken when the run is published.
  private List<Change> changesOfOwnColumns(
      Record raw, Map<DerivedColumn, String> derived, FileMapping mapping) {
    List<Change> changes = new ArrayList<>();
    for (DerivedColumn column : EnumSet.complementOf(EnumSet.of(DerivedColumn.REVIEW_REASONS))) {
      Integer index = mapping.derived().get(column);
      if (index != null) {
        String before = raw.cells().get(index);
        String after = columns.derived().contains(column) ? derived.getOrDefault(column, "") : "";
        if (!before.equals(after)) {
          changes.add(new Change(raw.place(), column.header(), DerivedColumn.RULE, before, after));
        }
      }
    }
    return changes;
  }

  private Optional<Reject> unencodable(Record raw, List<String> row) {
    for (int i = 0; i < row.size(); i++) {
      if (!format.canEncode(row.get(i))) {
        String message =
            "%s: %s: expected characters that %s has but found \"%s\"; write the output as utf-8, or replace them"
                .formatted(
                    raw.place(), columns.header().get(i), format.encoding().word(), row.get(i));
        return Optional.of(
            new Reject(raw.place(), 0, RejectReason.UNENCODABLE, message, rawText(raw)));
      }
    }
    return Optional.empty();
  }
}
