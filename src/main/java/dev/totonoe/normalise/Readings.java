package dev.totonoe.normalise;

import dev.totonoe.text.Folding;
import dev.totonoe.text.TextAnalysis;
import dev.totonoe.text.Token;
import java.util.Objects;
import java.util.Optional;

/// How words are read, in katakana, as the dictionaries say. Safe for any number of threads.
///
/// @param analysis splits words with kanji and reads their parts
record Readings(TextAnalysis analysis) {
  /// A longer text is no word of a table.
  static final int CHARS_MAX = 20;

  private static final String O_ROW = "オコソトノホモヨロゴゾドボポョヲ";
  private static final String E_ROW = "エケセテネヘメレゲゼデベペ";
  private static final String U_ROW = "ウクスツヌフムユルグズヅブプュ";
  private static final String I_ROW = "イキシチニヒミリギジヂビピ";
  private static final String A_ROW = "アカサタナハマヤラワガザダバパャ";

  Readings {
    Objects.requireNonNull(analysis);
  }

  /// The reading of a word of kana, which is its own.
  static Optional<String> ofKana(String word) {
    if (word.isEmpty() || word.length() > CHARS_MAX) {
      return Optional.empty();
    }
    String katakana = Folding.fold(word).replace(" ", "");
    return Optional.of(katakana).filter(Readings::isKatakana);
  }

  /// The reading of a word with kanji, and kana where it has them; empty for any other text and for
  /// words that the dictionaries do not know.
  Optional<String> ofKanji(String word) {
    if (word.isEmpty() || word.length() > CHARS_MAX) {
      return Optional.empty();
    }
    String plain = Folding.plain(word).replace(" ", "");
    String katakana = Folding.fold(plain);
    boolean japanese =
        katakana.codePoints().allMatch(c -> isKatakana(c) || isKanji(c))
            && katakana.codePoints().anyMatch(Readings::isKanji);
    if (!japanese) {
      return Optional.empty();
    }
    StringBuilder reading = new StringBuilder();
    for (Token token : analysis.tokens(plain)) {
      reading.append(token.reading());
    }
    return Optional.of(reading.toString()).filter(Readings::isKatakana);
  }

  /// The reading with every vowel that may be spoken long written with the mark: `トウフ` → `トーフ`,
  /// `オオサカ` → `オーサカ`. A word may be written in both ways, but two words may differ in it, so this
  /// stands for the word only where somebody wrote the mark.
  static String withLongVowels(String reading) {
    StringBuilder out = new StringBuilder(reading.length());
    char previous = ' ';
    for (int i = 0; i < reading.length(); i++) {
      char c = reading.charAt(i);
      boolean longVowel = lengthens(previous, c);
      out.append(longVowel ? 'ー' : c);
      previous = longVowel ? ' ' : c;
    }
    return out.toString();
  }

  private static boolean lengthens(char previous, char vowel) {
    return switch (vowel) {
      case 'ア' -> A_ROW.indexOf(previous) >= 0;
      case 'イ' -> I_ROW.indexOf(previous) >= 0 || E_ROW.indexOf(previous) >= 0;
      case 'ウ' -> U_ROW.indexOf(previous) >= 0 || O_ROW.indexOf(previous) >= 0;
      case 'エ' -> E_ROW.indexOf(previous) >= 0;
      case 'オ' -> O_ROW.indexOf(previous) >= 0;
      default -> false;
    };
  }

  private static boolean isKatakana(String text) {
    return !text.isEmpty() && text.codePoints().allMatch(Readings::isKatakana);
  }

  private static boolean isKatakana(int c) {
    return c >= 'ァ' && c <= 'ヺ' || c == 'ー';
  }

  /// The iteration mark is ideographic by Unicode's own property; `ヶ` is katakana.
  private static boolean isKanji(int c) {
    return Character.isIdeographic(c) && c != '〇';
  }
}
