package dev.totonoe.categorise;

import dev.totonoe.text.TextAnalysis;
import dev.totonoe.text.Token;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Where words begin and end in one name, so that ガム is found in `板ガム` but not in `ガムテープ`.
///
/// A border lies at both ends of the name, and between two characters where Kuromoji ends a word
/// ([TextAnalysis]) unless both are hiragana, both katakana (ー belongs to either), both Latin or
/// other letters of an alphabet, or both digits. Kuromoji alone would not do: it cuts `ガムテープ` into
/// ガム and テープ. Nor would a change of script: `歯ブラシ`, `食パン` and `消しゴム` are one word each.
///
/// `国産|納豆`, `板|ガム`, `e|26|led|電球`, `お茶|・|緑茶` have borders; `パン|ツ`, `食|パン`, `ぱん|つ` have none. A
/// known weakness: words within hiragana are not told apart (`りんごのジュース` has no word りんご, but りんごの),
/// nor are those within katakana (メロンパン); and Kuromoji takes some compounds apart (`米油` has the
/// word 米). A longer pattern, or a keyword, helps.
///
/// For one thread. Kuromoji is asked when it is first needed.
final class WordBorders {
  private final String plain;
  private final TextAnalysis analysis;
  private @Nullable BitSet inside;

  /// @param plain a name that went through [dev.totonoe.text.Folding#plain(String)]
  WordBorders(String plain, TextAnalysis analysis) {
    this.plain = plain;
    this.analysis = analysis;
  }

  /// Whether a border lies before a character of the name.
  ///
  /// @param index the character's place; the name's length: behind the last
  boolean at(int index) {
    if (index == 0 || index == plain.length()) {
      return true;
    }
    return !isOneRun(plain.charAt(index - 1), plain.charAt(index)) && !insideWords().get(index);
  }

  private static boolean isOneRun(char before, char behind) {
    Script first = Script.of(before);
    Script second = Script.of(behind);
    return switch (first) {
      case OTHER -> false;
      case LONG_VOWEL -> second.isKana();
      case HIRAGANA, KATAKANA -> second == first || second == Script.LONG_VOWEL;
      case ALPHABET, DIGIT -> second == first;
    };
  }

  /// The places that lie within a word of Kuromoji's. Its words stand in the text's order, only
  /// punctuation between them is left out.
  private BitSet insideWords() {
    BitSet found = inside;
    if (found == null) {
      found = new BitSet(plain.length());
      int from = 0;
      for (Token token : analysis.tokens(plain)) {
        int start = plain.indexOf(token.surface(), from);
        if (start >= 0) {
          from = start + token.surface().length();
          found.set(start + 1, from);
        }
      }
      inside = found;
    }
    return found;
  }

  private enum Script {
    HIRAGANA,
    KATAKANA,
    /// ー, U+30FC
    LONG_VOWEL,
    ALPHABET,
    DIGIT,
    /// Kanji, signs and spaces: each may stand beside a border.
    OTHER;

    static Script of(char c) {
      if (c == 'ー') {
        return LONG_VOWEL;
      }
      if (Character.isDigit(c)) {
        return DIGIT;
      }
      if (!Character.isLetter(c) || Character.isSurrogate(c)) {
        return OTHER;
      }
      return switch (Character.UnicodeScript.of(c)) {
        case HIRAGANA -> HIRAGANA;
        case KATAKANA -> KATAKANA;
        case HAN -> OTHER;
        default -> ALPHABET;
      };
    }

    boolean isKana() {
      return this == HIRAGANA || this == KATAKANA || this == LONG_VOWEL;
    }
  }
}
