package dev.totonoe.normalise;

import dev.totonoe.text.Vocabulary;

/// Closes words that were spaced out for looks (`食　品`): single kanji and kana with a space between
/// each, when the dictionary knows all of them together as one noun.
///
/// Letters that stand alone in product names, such as colours, sizes, sides, seasons and numbers,
/// may be a choice instead (`大 小`, `緑 茶`): a sequence with one of them is closed only when it is
/// the whole cell and some letter of it never stands alone.
///
/// | input | output |
/// |---|---|
/// | `食 品` | `食品` |
/// | `食<U+3000>品 売場` | `食品 売場` |
/// | `お 茶` | `お茶` |
/// | `ケ ー キ 5号` | `ケーキ 5号` |
/// | `味 噌 500g` | `味噌 500g` |
/// | `手袋 左 右` | unchanged |
/// | `Tシャツ 緑 茶` | unchanged |
/// | `チョコ レート` | unchanged |
///
/// Known weakness: pieces of more than one letter stay apart, and so do compounds that the
/// dictionary lacks (`天 然 水`).
final class WordSpaceNormaliser implements Normaliser {
  /// Longer sequences are no single nouns.
  private static final int LETTERS_MAX = 10;

  private static final String STANDS_ALONE =
      "赤青黄緑白黒茶紫紺桃灰金銀銅橙藍朱紅" // colours
          + "大中小特極並上下左右前後内外表裏東西南北" // sizes and sides
          + "男女子春夏秋冬朝昼夜月火水木金土日年" // who and when
          + "一二三四五六七八九十百千" // numbers
          + "甘辛苦酸生冷温新旧松竹梅牛豚鶏魚米麦塩酢油" // taste, state, grade, kind
          + "個本枚袋箱缶瓶組束巻台足着"; // units

  private final Vocabulary vocabulary;

  WordSpaceNormaliser(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public String rule() {
    return "wordspace";
  }

  @Override
  public String unify(String text) {
    if (text.indexOf(' ') < 0 && text.indexOf('　') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    int i = 0;
    while (i < text.length()) {
      int end = isPiece(text, i) ? endOfSequence(text, i) : i + 1;
      int letters = (end - i + 1) / 2;
      if (letters > 1 && letters <= LETTERS_MAX) {
        StringBuilder word = new StringBuilder(letters);
        for (int letter = i; letter < end; letter += 2) {
          word.append(text.charAt(letter));
        }
        boolean wholeCell = i == 0 && end == text.length();
        if (isOneWord(word.toString(), wholeCell)) {
          out.append(text, copied, i).append(word);
          copied = end;
        }
      }
      i = end;
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  private boolean isOneWord(String letters, boolean wholeCell) {
    long alone = letters.chars().filter(c -> STANDS_ALONE.indexOf(c) >= 0).count();
    return (alone == 0 || wholeCell && alone < letters.length()) && vocabulary.knows(letters);
  }

  /// The end of single letters with single spaces between them.
  private static int endOfSequence(String text, int start) {
    int end = start + 1;
    while (end + 1 < text.length() && isSpace(text.charAt(end)) && isPiece(text, end + 1)) {
      end += 2;
    }
    return end;
  }

  /// Whether a single kanji or kana stands here between spaces.
  private static boolean isPiece(String text, int at) {
    char c = text.charAt(at);
    boolean letter = c >= 'ぁ' && c <= 'ゖ' || c >= 'ァ' && c <= 'ー' || Character.isIdeographic(c);
    return letter
        && (at == 0 || isSpace(text.charAt(at - 1)))
        && (at + 1 == text.length() || isSpace(text.charAt(at + 1)));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '　';
  }
}
