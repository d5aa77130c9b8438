package dev.totonoe.train;

import dev.totonoe.categorise.ProductText;
import dev.totonoe.csv.CsvTable;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.text.Folding;
import dev.totonoe.train.CategoryNames.Meaning;
import dev.totonoe.train.Correction.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a `review.csv` that a person filled in. All that is wrong with it is told at once.
final class CorrectionFile {
  /// Confirms the suggested category of its row.
  private static final String OK = "ok";

  private static final int ERRORS_SHOWN_MAX = 20;
  private static final int ABSENT = -1;

  private final Path file;
  private final CorrectionColumns columns;
  private final CategoryNames names;
  private final List<Correction> corrections = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final Map<String, Correction> firstOfName = new HashMap<>();
  private List<String> header = List.of();
  private int verdictAt;
  private int suggestionAt;
  private long notLookedAt;

  CorrectionFile(Path file, CorrectionColumns columns, CategoryNames names) {
    this.file = file;
    this.columns = columns;
    this.names = names;
  }

  Corrections read() {
    CsvTable.streamSaved(file, this::header, this::row, errors::add);
    if (!errors.isEmpty()) {
      List<String> shown = errors.subList(0, Math.min(errors.size(), ERRORS_SHOWN_MAX));
      throw new InputFailure(
          "%s: nothing was learnt; rows to correct: %,d\n%s%s"
              .formatted(
                  file,
                  errors.size(),
                  String.join("\n", shown),
                  errors.size() > shown.size() ? "\n…" : ""));
    }
    if (corrections.isEmpty()) {
      throw new InputFailure(
          "%s: expected a category or ok in the column '%s' of some rows but found it empty in all %,d; fill it in first"
              .formatted(file, DerivedColumn.CORRECTION, notLookedAt));
    }
    return new Corrections(corrections, notLookedAt);
  }

  private void header(List<String> headings) {
    header = headings.stream().map(String::strip).toList();
    verdictAt = header.lastIndexOf(DerivedColumn.CORRECTION);
    suggestionAt = header.lastIndexOf(DerivedColumn.CATEGORY_ID.header());
    if (verdictAt == ABSENT) {
      throw new ConfigurationFailure(
          "%s:1: expected a column '%s' but found %s; take the review.csv of a run, which has it as its last column, and write the right category or ok in it"
              .formatted(file, DerivedColumn.CORRECTION, header));
    }
    if (columns.names().stream().noneMatch(header::contains)) {
      throw new ConfigurationFailure(
          "%s:1: expected the names in a column '%s', as in the dataset's last run, but found %s; take the review.csv of that run"
              .formatted(file, String.join("' or '", columns.names()), header));
    }
  }

  private void row(CsvTable.Row row) {
    String verdict = row.cells().get(verdictAt).strip();
    if (verdict.isEmpty()) {
      notLookedAt++;
      return;
    }
    ProductText product = product(row);
    if (Folding.plain(product.name()).isEmpty()) {
      wrong(row, "a product with a name but found none", "only products with a name are learnt");
      return;
    }
    if (corrections.size() == Corrections.ROWS_MAX) {
      throw new InputFailure(
          "%s:%d: expected at most %,d filled rows; learn them in parts"
              .formatted(file, row.line(), Corrections.ROWS_MAX));
    }
    if (Folding.plain(verdict).equals(OK)) {
      confirm(row, product);
    } else {
      switch (names.meaning(verdict)) {
        case Meaning.One one ->
            add(
                new Correction(
                    row.line(),
                    product,
                    one.category(),
                    one.category().id().equals(suggestion(row))
                        ? Verdict.CONFIRMED
                        : Verdict.CORRECTED));
        case Meaning.None none ->
            wrong(row, none.expected() + ", found \"" + verdict + "\"", none.remedy());
      }
    }
  }

  private void confirm(CsvTable.Row row, ProductText product) {
    String suggestion = suggestion(row);
    Optional<CategoryNames.Named> known = names.ofId(suggestion);
    if (suggestion.isEmpty()) {
      wrong(
          row,
          "a category but found ok where none is suggested",
          "write the category, or leave it empty");
    } else if (known.isEmpty()) {
      wrong(
          row,
          "a suggestion that exists but found ok for \"%s\"".formatted(suggestion),
          "write the category");
    } else {
      add(new Correction(row.line(), product, known.get(), Verdict.CONFIRMED));
    }
  }

  private String suggestion(CsvTable.Row row) {
    return suggestionAt == ABSENT ? "" : row.cells().get(suggestionAt).strip();
  }

  private void add(Correction correction) {
    Correction earlier = firstOfName.putIfAbsent(correction.key(), correction);
    if (earlier != null && !earlier.category().id().equals(correction.category().id())) {
      errors.add(
          "%s:%d:%s: expected the category of line %d, %s, for the same name \"%s\" but found %s; make them agree"
              .formatted(
                  file,
                  correction.line(),
                  DerivedColumn.CORRECTION,
                  earlier.line(),
                  earlier.category().id(),
                  correction.product().name(),
                  correction.category().id()));
      return;
    }
    corrections.add(correction);
  }

  private void wrong(CsvTable.Row row, String expectedAndFound, String remedy) {
    errors.add(
        "%s:%d:%s: expected %s; %s"
            .formatted(file, row.line(), DerivedColumn.CORRECTION, expectedAndFound, remedy));
  }

  private ProductText product(CsvTable.Row row) {
    return new ProductText(
        first(row, columns.names()),
        first(row, columns.makers()),
        "",
        first(row, columns.sourceCategories()),
        String.join(" ", cells(row, columns.descriptions())),
        "");
  }

  private String first(CsvTable.Row row, List<String> headings) {
    return cells(row, headings).stream().findFirst().orElse("");
  }

  private List<String> cells(CsvTable.Row row, List<String> headings) {
    return headings.stream()
        .map(header::indexOf)
        .filter(at -> at != ABSENT)
        .map(at -> row.cells().get(at).strip())
        .filter(cell -> !cell.isEmpty())
        .toList();
  }
}
