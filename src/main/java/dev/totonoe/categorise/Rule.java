package dev.totonoe.categorise;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// One line of `rules.csv`. [Rules] says what it means.
///
/// @param line where it stands, from 1
/// @param kind what the pattern is compared with
/// @param pattern what to find, folded as what it is compared with
/// @param maker the rule holds for this maker only, folded; empty: for any
/// @param source it holds where the source gave this category only, folded; empty: anywhere
/// @param action what it does
/// @param categoryId the category that it gives or excludes
/// @param reason the rule in a few words, such as `keyword カレールウ`
record Rule(
    long line,
    Kind kind,
    String pattern,
    String maker,
    String source,
    Action action,
    String categoryId,
    String reason) {
  /// A pattern of this many digits or more means one trade item.
  static final int ITEM_DIGITS = 13;

  /// What a pattern is compared with. Of two rules with equally long patterns the kind listed first
  /// goes first.
  enum Kind {
    /// The unified GTIN, or how it begins.
    GTIN,
    /// The whole name.
    NAME,
    /// The whole category that the source gave.
    SOURCE,
    /// Words in the name.
    PHRASE,
    /// Anything in the name.
    KEYWORD,
    /// The whole maker.
    MAKER;

    /// The word used in the table, such as `keyword`.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> ofWord(String word) {
      for (Kind kind : values()) {
        if (kind.word().equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  /// What a rule does. Of two rules that are alike otherwise the veto goes first.
  enum Action {
    /// Excludes the category and all below it.
    VETO,
    /// Gives the category.
    ASSIGN
  }

  /// The rule that decides stands first. No two rules of a table are equal.
  static final Comparator<Rule> STRONGEST_FIRST =
      Comparator.comparingInt(Rule::rank)
          .thenComparing(Comparator.comparingInt((Rule rule) -> rule.pattern().length()).reversed())
          .thenComparing(Rule::kind)
          .thenComparing(Comparator.comparingInt(Rule::conditions).reversed())
          .thenComparing(Rule::action)
          .thenComparingLong(Rule::line);

  Rule {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(maker);
    Objects.requireNonNull(source);
    Objects.requireNonNull(action);
    Objects.requireNonNull(categoryId);
    Objects.requireNonNull(reason);
    if (pattern.isEmpty()) {
      throw new IllegalArgumentException("a rule needs a pattern");
    }
  }

  /// The most specific rank is 0. Words of a phrase and of a keyword have one rank, so that the
  /// longer pattern decides between them.
  int rank() {
    return switch (kind) {
      case GTIN -> pattern.length() >= ITEM_DIGITS ? 0 : 4;
      case NAME -> 1;
      case SOURCE -> 2;
      case PHRASE, KEYWORD -> 3;
      case MAKER -> 5;
    };
  }

  /// How much the rule asks for beside its pattern.
  int conditions() {
    return (maker.isEmpty() ? 0 : 1) + (source.isEmpty() ? 0 : 1);
  }

  /// Whether two rules hold for the same products.
  boolean holdsAs(Rule other) {
    return kind == other.kind
        && pattern.equals(other.pattern)
        && maker.equals(other.maker)
        && source.equals(other.source);
  }
}
