package dev.totonoe.normalise;

import java.text.Normalizer;
import java.util.Locale;

/// What the spellings of one word have in common: brands are looked up by it; never delivered.
///
/// NFKC, lower case, katakana, one long-vowel mark, no spaces: `Ｓ＆Ｂ` = `s&b`, `ｺ-ﾋ-` = `こーひー` =
/// `コーヒー`, `お～いお茶` = `お〜いお茶`.
public final class SpellingKey {
  private static final DashNormaliser DASHES = new DashNormaliser();
  private static final KanaNormaliser KANA = new KanaNormaliser();
  private static final int PASSES_MAX = 4;

  private SpellingKey() {}

  /// The key of any text; the key of a key is the key itself.
  public static String of(String text) {
    String folded = foldOnce(text);
    // Lower case and NFKC can each make work for the other; both only ever shrink the set of
    // letters.
    String again = foldOnce(folded);
    for (int pass = 0; pass < PASSES_MAX && !again.equals(folded); pass++) {
      folded = again;
      again = foldOnce(folded);
    }
    return again;
  }

  private static String foldOnce(String text) {
    String wide = KANA.unify(DASHES.unify(text));
    String compatible = Normalizer.normalize(wide, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(compatible.length());
    for (int i = 0; i < compatible.length(); i++) {
      char c = compatible.charAt(i);
      if (c >= 0x3041 && c <= 0x3096 || c == 0x309D || c == 0x309E) {
        out.append((char) (c + 0x60)); // hiragana → katakana
      } else if (c == 0x301C) {
        out.append('~');
      } else if (!SpaceNormaliser.isSpaceOrBreak(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
