package dev.totonoe.categorise;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What in a table of rules is in order but hardly meant: rules that can never win, rules that add
/// nothing, digits that look like another GTIN than they are compared with.
final class RuleLint {
  private final List<Rule> rules;
  private final Taxonomy taxonomy;
  private final Map<String, List<Rule>> byPattern = new HashMap<>();

  private RuleLint(List<Rule> rules, Taxonomy taxonomy) {
    this.rules = rules;
    this.taxonomy = taxonomy;
    rules.forEach(
        rule -> byPattern.computeIfAbsent(rule.pattern(), _ -> new ArrayList<>(1)).add(rule));
  }

  /// @return sentences that begin with `file:line: `
  static List<String> warnings(Path file, List<Rule> rules, Taxonomy taxonomy) {
    RuleLint lint = new RuleLint(rules, taxonomy);
    return rules.stream()
        .flatMap(
            rule ->
                lint
                    .warning(rule)
                    .map(text -> "%s:%d: %s: %s".formatted(file, rule.line(), rule.reason(), text))
                    .stream())
        .toList();
  }

  private Optional<String> warning(Rule rule) {
    return digits(rule).or(() -> shadowed(rule)).or(() -> superfluous(rule));
  }

  private static Optional<String> digits(Rule rule) {
    if (rule.kind() != Rule.Kind.GTIN) {
      return Optional.empty();
    }
    String digits = rule.pattern();
    return switch (digits.length()) {
      case 13, 14 ->
          hasCheckDigit(digits)
              ? Optional.empty()
              : Optional.of("can never hold: the check digit of this GTIN is wrong");
      case 8, 12 ->
          hasCheckDigit(digits)
              ? Optional.of(
                  "holds for longer numbers that begin so; if it is a whole GTIN, write it as %s"
                      .formatted("0".repeat(Rule.ITEM_DIGITS - digits.length()) + digits))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// GS1 General Specifications 7.9: digits are weighted 3, 1, 3 … from the one before the last.
  private static boolean hasCheckDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int weight = (digits.length() - 1 - i) % 2 == 0 ? 1 : 3;
      sum += weight * (digits.charAt(i) - '0');
    }
    return sum % 10 == 0;
  }

  /// A rule that asks for a source's category cannot win where a stronger rule gives that source's
  /// rows a category always.
  private Optional<String> shadowed(Rule rule) {
    if (rule.source().isEmpty()) {
      return Optional.empty();
    }
    return byPattern.getOrDefault(rule.source(), List.of()).stream()
        .filter(other -> other.kind() == Rule.Kind.SOURCE && holdsWherever(rule, other))
        .filter(other -> Rule.STRONGEST_FIRST.compare(other, rule) < 0)
        .filter(other -> other.action() == Rule.Action.ASSIGN || excludes(other, rule))
        .findFirst()
        .map(
            other ->
                "can never win: line %d (%s) goes before it"
                    .formatted(other.line(), other.reason()));
  }

  /// Whether the other rule's conditions hold wherever the rule's do.
  private static boolean holdsWherever(Rule rule, Rule other) {
    return (other.maker().isEmpty() || other.maker().equals(rule.maker()))
        && (other.source().isEmpty() || other.source().equals(rule.source()));
  }

  private boolean excludes(Rule veto, Rule rule) {
    return taxonomy.isWithin(rule.categoryId(), veto.categoryId());
  }

  /// A phrase is found wherever the same keyword is not to be; a veto below a veto excludes nothing
  /// more.
  private Optional<String> superfluous(Rule rule) {
    for (Rule other : byPattern.getOrDefault(rule.pattern(), List.of())) {
      boolean asKeyword =
          rule.kind() == Rule.Kind.PHRASE
              && other.kind() == Rule.Kind.KEYWORD
              && other.action() == rule.action()
              && other.maker().equals(rule.maker())
              && other.source().equals(rule.source())
              && other.categoryId().equals(rule.categoryId());
      boolean asWiderVeto =
          rule.action() == Rule.Action.VETO
              && other.action() == Rule.Action.VETO
              && other != rule
              && other.holdsAs(rule)
              && excludes(other, rule);
      if (asKeyword || asWiderVeto) {
        return Optional.of("adds nothing to line %d (%s)".formatted(other.line(), other.reason()));
      }
    }
    return Optional.empty();
  }
}
