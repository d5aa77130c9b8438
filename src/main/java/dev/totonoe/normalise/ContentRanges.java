package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentToken.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Takes the numbers of ranges out of a text's tokens.
///
/// | text | its numbers |
/// |---|---|
/// | `6～13kg` | a body weight: no content |
/// | `3～4人前` | servings: no content |
/// | `5kg(14～18玉)` | describes the size of the pieces: no content |
/// | `100g～200g`, `500ml～` | leave the content open |
final class ContentRanges {
  /// Pieces of produce that a weight in kg is sold with.
  private static final Set<String> PIECES = Set.of("玉", "個", "本", "尾", "株", "房", "枚");

  private ContentRanges() {}

  static List<ContentToken> resolved(List<ContentToken> tokens) {
    boolean kilograms = tokens.stream().anyMatch(ContentRanges::isKilograms);
    List<ContentToken> out = new ArrayList<>(tokens);
    for (int i = 0; i < out.size(); i++) {
      if (out.get(i).type() != Type.RANGE) {
        continue;
      }
      int right = i + 1;
      boolean before =
          i > 0 && isNumber(out.get(i - 1)) && out.get(i - 1).end() == out.get(i).start();
      boolean behind =
          right < out.size()
              && isNumber(out.get(right))
              && out.get(right).start() == out.get(i).end();
      String unit = behind ? out.get(right).word() : before ? out.get(i - 1).word() : "";
      boolean harmless =
          unit.equals("kg") || unit.equals("人前") || kilograms && PIECES.contains(unit);
      if (before) {
        out.set(i - 1, inRange(out.get(i - 1), harmless));
      }
      if (behind) {
        out.set(right, inRange(out.get(right), harmless));
      }
      out.set(i, out.get(i).as(Type.WORD));
    }
    return out;
  }

  private static boolean isKilograms(ContentToken token) {
    return token.type() == Type.MEASURE && token.word().equals("kg");
  }

  private static boolean isNumber(ContentToken token) {
    return token.isQuantity() || token.type() == Type.BARE || token.type() == Type.AMBIGUOUS;
  }

  private static ContentToken inRange(ContentToken token, boolean harmless) {
    boolean bare = token.type() == Type.BARE;
    return token.as(bare || harmless ? Type.OTHER_NUMBER : Type.AMBIGUOUS);
  }
}
