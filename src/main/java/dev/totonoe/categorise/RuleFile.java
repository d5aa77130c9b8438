package dev.totonoe.categorise;

import dev.totonoe.csv.CsvTable;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.text.Folding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `rules.csv`. [Rules] says what it means.
final class RuleFile {
  static final int RULES_MAX = 100_000;
  static final int PATTERN_LENGTH_MAX = 500;
  static final int GTIN_DIGITS_MIN = 3;
  static final int GTIN_DIGITS_MAX = 14;

  /// A reason has no more characters of a pattern: it stands in every row that the rule decides.
  static final int REASON_PATTERN_LENGTH_MAX = 40;

  static final String KIND = "kind";
  static final String PATTERN = "pattern";
  static final String CATEGORY_ID = "category_id";
  static final String ACTION = "action";
  static final String MAKER = "maker";
  static final String SOURCE = "source";
  static final String NOTE = "note";
  static final List<String> COLUMNS =
      List.of(KIND, PATTERN, CATEGORY_ID, ACTION, MAKER, SOURCE, NOTE);
  static final String VETO = "veto";

  private static final List<String> REQUIRED = List.of(KIND, PATTERN, CATEGORY_ID);
  private static final List<String> OPTIONAL = List.of(ACTION, MAKER, SOURCE, NOTE);

  private final Path file;
  private final Taxonomy taxonomy;
  private final List<String> errors = new ArrayList<>();
  private final Map<Condition, List<Rule>> known = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  /// What a rule asks of a product.
  private record Condition(Rule.Kind kind, String pattern, String maker, String source) {}

  private RuleFile(Path file, Taxonomy taxonomy) {
    this.file = file;
    this.taxonomy = taxonomy;
  }

  /// The rules in the order of their lines.
  ///
  /// @throws ConfigurationFailure naming every bad line
  static List<Rule> read(Path file, Taxonomy taxonomy) {
    return new RuleFile(file, taxonomy).read();
  }

  private List<Rule> read() {
    CsvTable table = Taxonomy.table(file, errors);
    checkHeader(table.header());
    if (table.rows().size() > RULES_MAX) {
      throw new ConfigurationFailure(
          "%s: expected at most %,d rules but found %,d"
              .formatted(file, RULES_MAX, table.rows().size()));
    }
    for (CsvTable.Row row : table.rows()) {
      Map<String, String> cells = new HashMap<>();
      for (int i = 0; i < row.cells().size(); i++) {
        cells.put(table.header().get(i), row.cells().get(i).strip());
      }
      wrong(row.line(), cells)
          .ifPresent(error -> errors.add(file + ":" + row.line() + ": " + error));
    }
    Taxonomy.fail("the category rules have errors", errors);
    return List.copyOf(rules);
  }

  private void checkHeader(List<String> header) {
    List<String> all = new ArrayList<>(REQUIRED);
    all.addAll(OPTIONAL);
    Set<String> distinct = new HashSet<>(header);
    if (!header.containsAll(REQUIRED)
        || !all.containsAll(header)
        || distinct.size() < header.size()) {
      throw new ConfigurationFailure(
          "%s:1: expected the columns %s, and of %s those that are wanted, but found %s"
              .formatted(
                  file,
                  String.join(", ", REQUIRED),
                  String.join(", ", OPTIONAL),
                  Invisible.shown(String.join(",", header))));
    }
  }

  /// Takes a row as a rule, or says what is wrong with it.
  private Optional<String> wrong(long line, Map<String, String> cells) {
    for (String column : List.of(KIND, PATTERN, CATEGORY_ID, ACTION, MAKER, SOURCE)) {
      Optional<String> invisible = Invisible.in(cells.getOrDefault(column, ""));
      if (invisible.isPresent()) {
        return Optional.of("%s: has %s".formatted(column, invisible.get()));
      }
    }
    String written = cells.getOrDefault(PATTERN, "");
    String category = cells.getOrDefault(CATEGORY_ID, "");
    Optional<Rule.Kind> kind = Rule.Kind.ofWord(cells.getOrDefault(KIND, ""));
    Optional<Rule.Action> action = action(cells.getOrDefault(ACTION, ""));
    if (kind.isEmpty()) {
      return Optional.of(
          "expected the kind gtin, name, source, phrase, keyword or maker but found '%s'"
              .formatted(cells.get(KIND)));
    }
    String pattern = Folding.fold(written);
    if (pattern.isEmpty()) {
      return Optional.of("the pattern is empty");
    }
    if (pattern.length() > PATTERN_LENGTH_MAX) {
      return Optional.of(
          "expected a pattern of at most %,d characters but found %,d"
              .formatted(PATTERN_LENGTH_MAX, pattern.length()));
    }
    if (kind.get() == Rule.Kind.GTIN
        && !pattern.matches("[0-9]{%d,%d}".formatted(GTIN_DIGITS_MIN, GTIN_DIGITS_MAX))) {
      return Optional.of(
          "expected %d to %d digits of a GTIN but found '%s'"
              .formatted(GTIN_DIGITS_MIN, GTIN_DIGITS_MAX, written));
    }
    if (action.isEmpty()) {
      return Optional.of(
          "expected the action assign or veto, or nothing, but found '%s'"
              .formatted(cells.get(ACTION)));
    }
    if (!taxonomy.has(category)) {
      return Optional.of("the taxonomy has no category '" + category + "'");
    }
    return add(
        new Rule(
            line,
            kind.get(),
            pattern,
            Folding.fold(cells.getOrDefault(MAKER, "")),
            Folding.fold(cells.getOrDefault(SOURCE, "")),
            action.get(),
            category,
            reason(kind.get(), cells)),
        written);
  }

  private static Optional<Rule.Action> action(String word) {
    return switch (word) {
      case "", "assign" -> Optional.of(Rule.Action.ASSIGN);
      case VETO -> Optional.of(Rule.Action.VETO);
      default -> Optional.empty();
    };
  }

  private static String reason(Rule.Kind kind, Map<String, String> cells) {
    StringBuilder reason = new StringBuilder(kind.word()).append(' ').append(cut(cells, PATTERN));
    for (String condition : List.of(MAKER, SOURCE)) {
      if (!cells.getOrDefault(condition, "").isEmpty()) {
        reason.append(" + ").append(condition).append(' ').append(cut(cells, condition));
      }
    }
    return reason.toString();
  }

  private static String cut(Map<String, String> cells, String column) {
    String text = cells.getOrDefault(column, "");
    int points = text.codePointCount(0, text.length());
    return points <= REASON_PATTERN_LENGTH_MAX
        ? text
        : text.substring(0, text.offsetByCodePoints(0, REASON_PATTERN_LENGTH_MAX)) + "…";
  }

  private Optional<String> add(Rule rule, String written) {
    List<Rule> alike =
        known.computeIfAbsent(
            new Condition(rule.kind(), rule.pattern(), rule.maker(), rule.source()),
            _ -> new ArrayList<>(1));
    for (Rule earlier : alike) {
      boolean same = earlier.categoryId().equals(rule.categoryId());
      if (earlier.action() != rule.action()) {
        Rule veto = rule.action() == Rule.Action.VETO ? rule : earlier;
        Rule assignment = rule.action() == Rule.Action.VETO ? earlier : rule;
        if (taxonomy.isWithin(assignment.categoryId(), veto.categoryId())) {
          return Optional.of(
              "the %s rule '%s' contradicts line %d: one gives the category %s, the other excludes %s"
                  .formatted(
                      rule.kind().word(),
                      written,
                      earlier.line(),
                      assignment.categoryId(),
                      veto.categoryId()));
        }
      } else if (same || rule.action() == Rule.Action.ASSIGN) {
        return Optional.of(
            "the %s rule '%s' is already on line %d, with the %s"
                .formatted(
                    rule.kind().word(),
                    written,
                    earlier.line(),
                    same ? "same category" : "category " + earlier.categoryId()));
      }
    }
    alike.add(rule);
    rules.add(rule);
    return Optional.empty();
  }
}
