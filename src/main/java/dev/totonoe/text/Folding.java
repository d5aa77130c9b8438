package dev.totonoe.text;

import java.text.Normalizer;
import java.util.Locale;

/// Two ways to make texts comparable. Neither is for output: both lose what a reader wants to see.
public final class Folding {
  private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
  private static final String LARGE = "アイウエオツヤユヨワカケ";

  private Folding() {}

  /// Unifies width, case and spaces: NFKC (Unicode Standard Annex 15), lower case, every run of
  /// spaces and controls one space, none at the ends.
  ///
  /// `ＴＶ　３２型` → `tv 32型`, `ｱｲｽ` → `アイス`, ` a\tb ` → `a b`; `りんご` stays. A known weakness: NFKC also
  /// rewrites signs that a reader may want apart, such as `½` → `1⁄2`.
  public static String plain(String text) {
    String unified = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder result = new StringBuilder(unified.length());
    for (int i = 0; i < unified.length(); i++) {
      char c = unified.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
        result.append(c);
      } else if (!result.isEmpty() && result.charAt(result.length() - 1) != ' ') {
        result.append(' ');
      }
    }
    int end = result.length();
    return end > 0 && result.charAt(end - 1) == ' '
        ? result.substring(0, end - 1)
        : result.toString();
  }

  /// [#plain(String)] with hiragana as katakana, so that spellings of one word meet.
  ///
  /// `りんごジュース` → `リンゴジュース`, `ﾊﾟﾝ` → `パン`, `Ｔｅａ` → `tea`; `林檎` stays.
  public static String fold(String text) {
    return katakana(plain(text));
  }

  /// The text with hiragana as katakana, character by character.
  ///
  /// `りんごジュース` → `リンゴジュース`, `おﾊﾟﾝ` → `オﾊﾟﾝ`, `お茶` → `オ茶`; `林檎` stays.
  public static String katakana(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = katakana(folded[i]);
    }
    return new String(folded);
  }

  /// Hiragana U+3041–U+3096 and the iteration marks U+309D, U+309E lie 0x60 below their katakana.
  static char katakana(char c) {
    boolean hiragana = (c >= 'ぁ' && c <= 'ゖ') || c == 'ゝ' || c == 'ゞ';
    return hiragana ? (char) (c + 0x60) : c;
  }

  /// Katakana as old registers write it: small kana large, long-vowel marks U+30FC and the hyphens
  /// in their place left out. `チョコレート` → `チヨコレト`.
  static void appendSkeleton(String katakana, StringBuilder to) {
    for (int i = 0; i < katakana.length(); i++) {
      char c = katakana.charAt(i);
      int small = SMALL.indexOf(c);
      if (small >= 0) {
        to.append(LARGE.charAt(small));
      } else if (c != 'ー' && c != '-') {
        to.append(c);
      }
    }
  }
}
