package dev.totonoe.normalise;

import java.util.Map;

/// Expands characters that stand for several others, as the user's table `compatibility.csv` says;
/// only where the profile chooses `compatibility: expand`. A space keeps digits apart that stood in
/// different characters.
///
/// With the table `① → (1)`, `㈱ → (株)`, `㌔ → キロ`, `㎡ → m2`, `½ → 1/2`:
///
/// | input | output |
/// |---|---|
/// | `①緑茶 ㈱山田` | `(1)緑茶 (株)山田` |
/// | `2㌔ 20㎡` | `2キロ 20m2` |
/// | `1½カップ` | `1 1/2カップ` |
/// | `①½` | `(1)1/2` |
/// | `㍻™` | unchanged |
///
/// Known weakness: it does not know what a character stands for in its text: `①` may be a number or
/// a mark.
final class CompatibilityNormaliser implements Normaliser {
  private final Map<Integer, String> expansions;

  /// @param expansions a code point → its expansion, which has no code point of the table
  CompatibilityNormaliser(Map<Integer, String> expansions) {
    this.expansions = Map.copyOf(expansions);
  }

  @Override
  public String rule() {
    return "compatibility";
  }

  @Override
  public boolean isByTable() {
    return true;
  }

  @Override
  public String unify(String text) {
    if (expansions.isEmpty() || text.codePoints().noneMatch(expansions::containsKey)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    boolean expandedBefore = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      String expansion = expansions.get(text.codePointAt(i));
      String piece = expansion == null ? Character.toString(text.codePointAt(i)) : expansion;
      boolean seam = expansion != null || expandedBefore;
      if (seam && !out.isEmpty() && !piece.isEmpty()) {
        boolean digits = isDigit(out.charAt(out.length() - 1)) && isDigit(piece.charAt(0));
        out.append(digits ? " " : "");
      }
      out.append(piece);
      expandedBefore = expansion != null;
    }
    return out.toString();
  }

  private static boolean isDigit(char c) {
    return Character.isDigit(c);
  }
}
