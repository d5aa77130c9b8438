package dev.totonoe.normalise;

import java.util.Map;

/// Writes makers and brands in the canonical spelling of the user's table `brands.csv`, when the
/// whole cell is one of the known spellings after [SpellingKey].
///
/// With the table `S&B → エスビー食品`, `明治乳業 → 明治`:
///
/// | input | output |
/// |---|---|
/// | `S&B` | `エスビー食品` |
/// | `Ｓ＆ｂ` | `エスビー食品` |
/// | `明治乳業` | `明治` |
/// | `エスビー食品` | unchanged |
/// | `明治乳業株式会社` | unchanged |
///
/// Known weakness: a maker with its legal form needs a line of its own.
final class BrandNormaliser implements Normaliser {
  private final Map<String, String> brands;

  /// @param brands folded spelling → canonical spelling
  BrandNormaliser(Map<String, String> brands) {
    this.brands = Map.copyOf(brands);
  }

  @Override
  public String rule() {
    return "brand";
  }

  @Override
  public String unify(String text) {
    return brands.isEmpty() ? text : brands.getOrDefault(SpellingKey.of(text), text);
  }
}
