package dev.totonoe.categorise;

import dev.totonoe.csv.CsvTable;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.text.Folding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The dictionary bundle's rules: `rules.csv` with the columns `kind,pattern,category_id,note`. A
/// `source` rule holds where the source's own category equals the pattern, a `keyword` rule where
/// the name contains it, both after [Folding#fold(String)]. Source rules go first; then the longest
/// keyword wins, and of equally long ones the one listed first.
final class Rules {
  private static final List<String> HEADER = List.of("kind", "pattern", "category_id", "note");
  private static final String SOURCE = "source";
  private static final String KEYWORD = "keyword";

  /// Long keywords first: a name is compared with no more than those that start with one of its
  /// characters.
  private static final Comparator<Rule> LONGEST_FIRST =
      Comparator.comparingInt((Rule rule) -> -rule.pattern().length())
          .thenComparingLong(Rule::line);

  private record Rule(String kind, String pattern, String categoryId, long line) {}

  private final Map<String, Rule> sources = new HashMap<>();
  private final Map<String, Rule> keywords = new HashMap<>();
  private final Map<Character, List<Rule>> keywordsByFirst = new HashMap<>();

  private Rules() {}

  static Rules none() {
    return new Rules();
  }

  /// @throws ConfigurationFailure naming every bad line
  static Rules read(Path file, Taxonomy taxonomy) {
    Rules rules = new Rules();
    List<String> errors = new ArrayList<>();
    for (CsvTable.Row row : Taxonomy.table(file, HEADER, errors).rows()) {
      rules
          .add(row, taxonomy)
          .ifPresent(error -> errors.add(file + ":" + row.line() + ": " + error));
    }
    Taxonomy.fail("the category rules have errors", errors);
    for (Rule rule : rules.keywords.values()) {
      rules
          .keywordsByFirst
          .computeIfAbsent(rule.pattern().charAt(0), _ -> new ArrayList<>())
          .add(rule);
    }
    rules.keywordsByFirst.values().forEach(list -> list.sort(LONGEST_FIRST));
    return rules;
  }

  /// The id of the category that the rules give, if any does.
  Optional<String> categoryId(ProductText product) {
    if (!sources.isEmpty() && !product.sourceCategory().isEmpty()) {
      Rule rule = sources.get(Folding.fold(product.sourceCategory()));
      if (rule != null) {
        return Optional.of(rule.categoryId());
      }
    }
    return keywordsByFirst.isEmpty() ? Optional.empty() : byKeyword(Folding.fold(product.name()));
  }

  private Optional<String> byKeyword(String name) {
    Optional<Rule> best = Optional.empty();
    for (int start = 0; start < name.length(); start++) {
      for (Rule rule : keywordsByFirst.getOrDefault(name.charAt(start), List.of())) {
        if (name.startsWith(rule.pattern(), start)) {
          if (best.isEmpty() || LONGEST_FIRST.compare(rule, best.get()) < 0) {
            best = Optional.of(rule);
          }
          break;
        }
      }
    }
    return best.map(Rule::categoryId);
  }

  /// Returns what is wrong with the row, if anything.
  private Optional<String> add(CsvTable.Row row, Taxonomy taxonomy) {
    String kind = row.cells().get(0).strip();
    String pattern = Folding.fold(row.cells().get(1));
    String categoryId = row.cells().get(2).strip();
    if (!kind.equals(SOURCE) && !kind.equals(KEYWORD)) {
      return Optional.of("expected the kind source or keyword but found '" + kind + "'");
    }
    if (pattern.isEmpty()) {
      return Optional.of("the pattern is empty");
    }
    if (!taxonomy.has(categoryId)) {
      return Optional.of("the taxonomy has no category '" + categoryId + "'");
    }
    Map<String, Rule> known = kind.equals(SOURCE) ? sources : keywords;
    Rule earlier = known.putIfAbsent(pattern, new Rule(kind, pattern, categoryId, row.line()));
    if (earlier == null) {
      return Optional.empty();
    }
    return Optional.of(
        "the %s rule '%s' is already on line %d, %s"
            .formatted(
                kind,
                row.cells().get(1),
                earlier.line(),
                earlier.categoryId().equals(categoryId)
                    ? "with the same category"
                    : "with the category " + earlier.categoryId()));
  }
}
