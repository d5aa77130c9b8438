package dev.totonoe.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Names as cash registers hold them: a line of half-width katakana, shortened until it fits.
///
/// `豚バラスライス 300g` → `ﾌﾞﾀﾊﾞﾗｽﾗｲｽ 300G`, `チョコレート` → `ﾁﾖｺﾚ-ﾄ`, `シャンプー 詰替 400ml` → `ｼﾔﾝﾌﾟ ﾂﾒｶｴ 400`; a
/// text in letters stays but for its case. A known weakness: a kanji word that Kuromoji misreads is
/// misread here too.
final class RegisterText {
  /// Half-width characters; registers and receipts have 14 to 28.
  private static final int WIDTH_MIN = 14;

  private static final int WIDTH_MAX = 28;

  /// A word is cut to as many characters at the least.
  private static final int CUT_MIN = 3;

  private static final int CUT_MAX = 6;

  private final UnaryOperator<String> reading;

  /// @param reading gives the katakana of a text
  RegisterText(UnaryOperator<String> reading) {
    this.reading = reading;
  }

  /// @param words of the name, separated by spaces
  /// @param size stands last, if not empty, and is not cut
  String name(String words, String size, Dice dice) {
    boolean kanaOnly = dice.chance(70);
    boolean cut = dice.chance(45);
    boolean upsized = dice.chance(65);
    int length = dice.below(100);
    List<String> parts = new ArrayList<>();
    for (String word : words.split(" +")) {
      String part = kanaOnly ? reading.apply(word) : word;
      part = upsized ? Dirt.upsized(part) : part;
      part = cut ? shortened(part, dice) : part;
      parts.add(length < 55 ? part.replace('ー', '-') : length < 70 ? part.replace("ー", "") : part);
    }
    String separator = dice.chance(70) ? " " : "";
    String name = Dirt.halfWidthKana(String.join(separator, parts)).toUpperCase(Locale.ROOT);
    name = name.replace('ｰ', length < 55 ? '-' : 'ｰ');
    String tail = size.isEmpty() ? "" : separator + size(size, dice);
    return fitted(name, dice.between(WIDTH_MIN, WIDTH_MAX) - tail.length()) + tail;
  }

  private static String shortened(String word, Dice dice) {
    int length = dice.between(CUT_MIN, CUT_MAX);
    boolean isKana = word.chars().allMatch(c -> c >= 'ァ' && c <= 'ー');
    if (!isKana || word.length() <= length || dice.chance(30)) {
      return word;
    }
    String cut = word.substring(0, length);
    return cut.endsWith("ッ") ? cut.substring(0, length - 1) : cut;
  }

  /// `300g×3` → `300GX3`, `6個入` → `6ｺ`, `1束` → `1ﾀﾊﾞ`; sometimes the number alone.
  private static String size(String size, Dice dice) {
    String plain =
        size.replace("入", "")
            .replace("個", "ｺ")
            .replace("本", dice.pick("ﾎﾝ", "P", "本"))
            .replace("枚", dice.pick("ﾏｲ", "枚"))
            .replace("袋", dice.pick("P", "ﾌｸﾛ", "袋"))
            .replace("パック", "P")
            .replace("束", "ﾀﾊﾞ")
            .replace("缶", "ｶﾝ")
            .replace("×", dice.pick("X", "*", "x"))
            .toUpperCase(Locale.ROOT);
    return dice.chance(25) ? plain.replaceFirst("^([0-9.]+)(ML|G|L|KG)$", "$1") : plain;
  }

  private static String fitted(String name, int width) {
    if (name.length() <= width) {
      return name;
    }
    String fitted = name.substring(0, Math.max(width, CUT_MIN));
    return fitted.endsWith(" ") ? fitted.stripTrailing() : fitted;
  }
}
