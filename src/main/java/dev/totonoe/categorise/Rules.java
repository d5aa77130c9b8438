package dev.totonoe.categorise;

import dev.totonoe.text.Folding;
import dev.totonoe.text.TextAnalysis;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The dictionary bundle's rules: a table `rules.csv` with the columns `kind`, `pattern` and
/// `category_id`, and, where wanted, `action`, `maker`, `source` and `note`, in any order.
///
/// A rule holds where its pattern does; texts are compared after [Folding#fold(String)], so kana,
/// width and case do not matter:
///
/// | kind | holds where |
/// |---|---|
/// | `gtin` | the GTIN begins with the pattern's 3 to 12 digits, or is its 13 or 14. A GTIN-8 and a GTIN-12 are compared as 13 digits, with zeros before them; a GTIN-14 also without its first digit |
/// | `name` | the pattern is the whole name |
/// | `source` | the pattern is the whole category that the source gave |
/// | `phrase` | the name has the pattern between two borders of words ([WordBorders]): ガム in `板ガム`, not in `ガムテープ` |
/// | `keyword` | the name has the pattern anywhere |
/// | `maker` | the pattern is the whole maker or brand |
///
/// Where the row has something in `maker` or `source`, the rule holds for that maker, or where the
/// source gave that category, only.
///
/// ```csv
/// kind,pattern,category_id,action,maker,note
/// phrase,ガム,140105,,,not ガムテープ
/// keyword,ゼリー,140106,,,
/// keyword,ゼリー,150108,,森永乳業,this maker's are drinks
/// keyword,おもちゃ,14,veto,,no sweets
/// gtin,4901777,1501,,,
/// name,季節のおすすめ,999,,,
/// ```
///
/// The `action` is `assign` (or nothing) or `veto`: a veto excludes the category and all below it
/// from what weaker rules and the model may give.
///
/// Of the rules that hold, the most specific goes first: a GTIN of 13 or 14 digits; a name; a
/// source; then a phrase or keyword; a GTIN's beginning; a maker. Among those the longer pattern, a
/// phrase before a keyword, more conditions before fewer, a veto before an assignment, the earlier
/// line. The first assignment that no veto before it excludes gives the category.
///
/// Immutable; safe for any number of threads.
final class Rules {
  /// Characters of a name in which patterns are looked for; more is no name.
  static final int NAME_LENGTH_MAX = 1_000;

  private static final int GTIN_LENGTH = 13;

  private final Taxonomy taxonomy;
  private final TextAnalysis analysis;
  private final Map<Rule.Kind, Map<String, List<Rule>>> whole = new HashMap<>();
  private final PatternTree inName = new PatternTree();

  /// @param rules each kind, pattern, condition and category once
  Rules(List<Rule> rules, Taxonomy taxonomy, TextAnalysis analysis) {
    this.taxonomy = taxonomy;
    this.analysis = analysis;
    for (Rule.Kind kind : Rule.Kind.values()) {
      whole.put(kind, new HashMap<>());
    }
    for (Rule rule : rules) {
      switch (rule.kind()) {
        case PHRASE, KEYWORD -> inName.add(rule);
        case GTIN, NAME, SOURCE, MAKER ->
            ofKind(rule.kind()).computeIfAbsent(rule.pattern(), _ -> new ArrayList<>(1)).add(rule);
      }
    }
  }

  Ruling ruling(ProductText product) {
    List<Rule> holding = holding(product);
    if (holding.isEmpty()) {
      return Ruling.SILENCE;
    }
    holding.sort(Rule.STRONGEST_FIRST);
    List<Rule> vetoes = new ArrayList<>();
    Optional<Rule> decisive = Optional.empty();
    for (Rule rule : holding) {
      switch (rule.action()) {
        case VETO -> vetoes.add(rule);
        case ASSIGN -> {
          Optional<Rule> against =
              vetoes.stream()
                  .filter(veto -> taxonomy.isWithin(rule.categoryId(), veto.categoryId()))
                  .findFirst();
          if (against.isEmpty()) {
            return new Ruling(Optional.of(rule), vetoes, decisive);
          }
          decisive = decisive.or(() -> against);
        }
      }
    }
    return new Ruling(Optional.empty(), vetoes, decisive);
  }

  private List<Rule> holding(ProductText product) {
    List<Rule> holding = new ArrayList<>(2);
    String maker = Folding.fold(product.maker());
    String source = Folding.fold(product.sourceCategory());
    String plain = Folding.plain(product.name());
    String name = Folding.katakana(plain);
    addGtin(product.gtin(), holding);
    addWhole(Rule.Kind.NAME, name, holding);
    addWhole(Rule.Kind.SOURCE, source, holding);
    addWhole(Rule.Kind.MAKER, maker, holding);
    addInName(plain, name, holding);
    holding.removeIf(
        rule ->
            !(rule.maker().isEmpty() || rule.maker().equals(maker))
                || !(rule.source().isEmpty() || rule.source().equals(source)));
    return holding;
  }

  private void addWhole(Rule.Kind kind, String text, List<Rule> holding) {
    holding.addAll(ofKind(kind).getOrDefault(text, List.of()));
  }

  private void addGtin(String gtin, List<Rule> holding) {
    if (gtin.isEmpty() || ofKind(Rule.Kind.GTIN).isEmpty()) {
      return;
    }
    if (gtin.length() > GTIN_LENGTH) {
      addWhole(Rule.Kind.GTIN, gtin, holding);
    }
    // GS1 General Specifications 2.1: behind the indicator of a GTIN-14 stands the item's own
    // number, and shorter numbers are filled up with zeros on the left.
    String digits =
        gtin.length() > GTIN_LENGTH
            ? gtin.substring(gtin.length() - GTIN_LENGTH)
            : "0".repeat(GTIN_LENGTH - gtin.length()) + gtin;
    for (int length = RuleFile.GTIN_DIGITS_MIN; length <= GTIN_LENGTH; length++) {
      addWhole(Rule.Kind.GTIN, digits.substring(0, length), holding);
    }
  }

  private void addInName(String plain, String folded, List<Rule> holding) {
    String start = folded.substring(0, Math.min(folded.length(), NAME_LENGTH_MAX));
    WordBorders borders =
        new WordBorders(plain.substring(0, Math.min(plain.length(), NAME_LENGTH_MAX)), analysis);
    inName.find(
        start,
        (rule, from, to) -> {
          boolean holds = rule.kind() == Rule.Kind.KEYWORD || (borders.at(from) && borders.at(to));
          if (holds && !holding.contains(rule)) {
            holding.add(rule);
          }
        });
  }

  private Map<String, List<Rule>> ofKind(Rule.Kind kind) {
    return whole.getOrDefault(kind, Map.of());
  }
}
