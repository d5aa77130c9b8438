package dev.totonoe.normalise;

import java.util.function.Predicate;

/// Tells long-vowel marks from hyphens by what stands beside them.
///
/// | code point | | beside kana | elsewhere |
/// |---|---|---|---|
/// | U+002D | `-` | ー after half-width kana | stays |
/// | U+2010–U+2013 | `‐`…`–` | ー | `-` |
/// | U+2212, U+FE63, U+FF0D | `−` `﹣` `－` | ー | `-` |
/// | U+02D7, U+058A, U+2043 | `˗` `֊` `⁃` | ー | `-` |
/// | U+2014, U+2015, U+2500, U+2501 | `—` `―` `─` `━` | ー | stays |
/// | U+30FC, U+FF70 | `ー` `ｰ` | stays | `-` between Latin letters or digits |
///
/// A vowel is never lengthened after ン, ッ or ー, and never before a Latin letter or a digit.
/// Half-width kana come from terminals that had no long-vowel mark at hand: after them even the
/// ASCII hyphen is one. Between two words that the dictionary knows, and that it does not know with
/// a long vowel there, a wide hyphen separates.
///
/// | input | output |
/// |---|---|
/// | `ｺ-ﾋ-` | `ｺーﾋー` |
/// | `チュ－インガム` | `チューインガム` |
/// | `ゼリ－飲料` | `ゼリー飲料` |
/// | `コンピュータ－サービス` | `コンピューターサービス` |
/// | `バナナ－アボカド` | `バナナ-アボカド` |
/// | `カレ―｢辛口｣` | `カレー｢辛口｣` |
/// | `Ａ－１００` | `Ａ-１００` |
/// | `03ー1234` | `03-1234` |
/// | `A-100` | unchanged |
/// | `バナナ-アボカド` | unchanged |
///
/// Known weakness: an ASCII hyphen between full-width kana (`コ-ヒ-`) stays here, because it
/// separates words as often ([KatakanaNormaliser] asks the dictionary); a wide hyphen between names
/// that no dictionary has (`シタネスト－オクタプレシン`), or between half-width words, becomes a long vowel.
final class DashNormaliser implements Normaliser {
  private static final char LONG_VOWEL = 0x30FC;

  /// Shorter words are parts of longer ones too often: ミニ, カー.
  private static final int WORD_LENGTH_MIN = 3;

  private static final int WORD_LENGTH_MAX = 20;

  private final Predicate<String> words;

  /// Knows no words.
  DashNormaliser() {
    this(word -> false);
  }

  /// @param words whether the dictionary has a word of katakana
  DashNormaliser(Predicate<String> words) {
    this.words = words;
  }

  @Override
  public String rule() {
    return "dash";
  }

  @Override
  public String unify(String text) {
    int first = 0;
    while (first < text.length() && !isDash(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = first; i < out.length(); i++) {
      char c = out.charAt(i);
      if (isDash(c)) {
        char previous = before(out, i);
        char next = i + 1 == out.length() ? ' ' : out.charAt(i + 1);
        char resolved = resolve(c, previous, next);
        boolean separates = resolved == LONG_VOWEL && isWideHyphen(c) && separates(out, i);
        out.setCharAt(i, separates ? '-' : resolved);
      }
    }
    return out.compareTo(new StringBuilder(text)) == 0 ? text : out.toString();
  }

  /// Whether words stand on both sides of a place, and none with a long vowel there.
  private boolean separates(CharSequence text, int at) {
    int start = at;
    while (start > 0 && at - start <= WORD_LENGTH_MAX && isKatakana(text.charAt(start - 1))) {
      start--;
    }
    int end = at + 1;
    while (end < text.length() && end - at <= WORD_LENGTH_MAX + 1 && isKatakana(text.charAt(end))) {
      end++;
    }
    if (!canBeWord(at - start) || !canBeWord(end - at - 1)) {
      return false;
    }
    String before = text.subSequence(start, at).toString();
    String after = text.subSequence(at + 1, end).toString();
    return words.test(before)
        && words.test(after)
        && !words.test(before + LONG_VOWEL)
        && !words.test(before + LONG_VOWEL + after);
  }

  private static boolean canBeWord(int length) {
    return length >= WORD_LENGTH_MIN && length <= WORD_LENGTH_MAX;
  }

  /// The character before a place, or the kana that a voiced mark before it belongs to.
  private static char before(CharSequence text, int at) {
    int i = at - 1;
    if (i > 0 && isVoicedMark(text.charAt(i)) && isKana(text.charAt(i - 1))) {
      i--;
    }
    return i < 0 ? ' ' : text.charAt(i);
  }

  private static boolean isVoicedMark(char c) {
    return c == 0x3099 || c == 0x309A || c == 0x309B || c == 0x309C || c == 0xFF9E || c == 0xFF9F;
  }

  private static boolean isKana(char c) {
    return isKatakana(c) || isHiragana(c) || isHalfKana(c);
  }

  private static char resolve(char dash, char previous, char next) {
    if (dash == LONG_VOWEL || dash == 0xFF70) {
      return isAlphanumeric(previous) && isAlphanumeric(next) ? '-' : dash;
    }
    return lengthens(dash, previous, next) ? LONG_VOWEL : isHyphen(dash) ? '-' : dash;
  }

  private static boolean lengthens(char dash, char previous, char next) {
    if (!canBeLong(previous) || isAlphanumeric(next)) {
      return false;
    }
    if (isHalfKana(previous)) {
      return !isDash(next);
    }
    if (dash == '-') {
      return false;
    }
    return isHiragana(previous)
        ? isHiragana(next)
        : isKatakana(next) || isHalfKana(next) || continuesWord(next) || endsWord(next);
  }

  private static boolean isDash(char c) {
    return isHyphen(c)
        || c == 0x2014
        || c == 0x2015
        || c == 0x2500
        || c == 0x2501
        || c == LONG_VOWEL
        || c == 0xFF70;
  }

  private static boolean isWideHyphen(char c) {
    return c != '-' && isHyphen(c);
  }

  private static boolean isHyphen(char c) {
    return switch (c) {
      case '-', 0x2D7, 0x58A, 0x2010, 0x2011, 0x2012, 0x2013, 0x2043, 0x2212, 0xFE63, 0xFF0D ->
          true;
      default -> false;
    };
  }

  /// Kana after which a vowel can be long: not ン, ッ, っ, ん, ー in either width.
  private static boolean canBeLong(char c) {
    return switch (c) {
      case 'ン', 'ッ', 'ん', 'っ', LONG_VOWEL, 0xFF9D, 0xFF6F, 0xFF70 -> false;
      default -> isKana(c);
    };
  }

  private static boolean isKatakana(char c) {
    return c >= 0x30A1 && c <= 0x30FA || c == LONG_VOWEL;
  }

  private static boolean isHiragana(char c) {
    return c >= 0x3041 && c <= 0x3096;
  }

  private static boolean isHalfKana(char c) {
    return c >= 0xFF66 && c <= 0xFF9D;
  }

  /// Kanji or hiragana, as in `カレー用` and `スープ付`.
  private static boolean continuesWord(char c) {
    return isHiragana(c) || Character.isIdeographic(c);
  }

  private static boolean isAlphanumeric(char wide) {
    char c = WidthNormaliser.narrow(wide);
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  /// In either width, because the rules behind this one widen and narrow.
  private static boolean endsWord(char c) {
    return SpaceNormaliser.isSpaceOrBreak(c)
        || "()[]【】「」『』｢｣/、。､｡,".indexOf(WidthNormaliser.narrow(c)) >= 0;
  }
}
