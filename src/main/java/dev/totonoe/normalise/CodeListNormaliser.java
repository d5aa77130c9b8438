package dev.totonoe.normalise;

import java.util.Map;

/// Writes a cell in the canonical spelling of a table of the dictionary bundle, when the whole cell
/// is one of the table's spellings, in these characters or after [SpellingKey].
///
/// With the table `S&B → エスビー食品`, `明治乳業 → 明治`, `BK → ブラック`:
///
/// | input | output |
/// |---|---|
/// | `S&B` | `エスビー食品` |
/// | `Ｓ＆ｂ` | `エスビー食品` |
/// | `明治乳業` | `明治` |
/// | `bk` | `ブラック` |
/// | `ﾌﾞﾗｯｸ` | `ブラック` |
/// | `エスビー食品` | unchanged |
/// | `明治乳業株式会社` | unchanged |
/// | `BK/WH` | unchanged |
///
/// Known weakness: a maker with its legal form needs a line of its own, and so do two colours in
/// one cell.
final class CodeListNormaliser implements Normaliser {
  private final String rule;
  private final Map<String, String> exact;
  private final Map<String, String> byKey;

  /// @param rule the word in a change's rule: `brand` or `list`
  CodeListNormaliser(String rule, CodeList list) {
    this.rule = rule;
    this.exact = Map.copyOf(list.exact());
    this.byKey = Map.copyOf(list.byKey());
  }

  @Override
  public String rule() {
    return rule;
  }

  @Override
  public boolean isByTable() {
    return true;
  }

  @Override
  public String unify(String text) {
    String known = exact.get(text);
    if (known != null) {
      return known;
    }
    return byKey.isEmpty() ? text : byKey.getOrDefault(SpellingKey.of(text), text);
  }

  /// Whether the cell is one of the table's spellings.
  boolean knows(String text) {
    return exact.containsKey(text) || byKey.containsKey(SpellingKey.of(text));
  }
}
