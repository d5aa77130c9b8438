package dev.totonoe.normalise;

import java.text.Normalizer;

/// Widens half-width kana (U+FF61–U+FF9F) and joins voiced marks and accents with their letters
/// (NFD → NFC, letter by letter).
///
/// | input | output |
/// |---|---|
/// | `ﾊﾞﾅﾅ･ｾﾞﾘｰ` | `バナナ・ゼリー` |
/// | `カ<U+3099>ーセ<U+3099>` | `ガーゼ` |
/// | `e<U+0301>clair` | `éclair` |
/// | `ﾜﾞ` | `ワ゛` |
/// | `20゜` | unchanged |
/// | `塚` | unchanged |
///
/// NFC as a whole is not used: it replaces CJK compatibility ideographs such as U+FA10 in proper
/// names.
///
/// Known weakness: small kana that a terminal typed large (`ﾁﾖｺﾚ-ﾄ`) stay large here;
/// [KatakanaNormaliser] asks the dictionary.
///
/// Source: Unicode Standard, chapter 18.4; JIS X 0201.
final class KanaNormaliser implements Normaliser {
  /// U+FF61–U+FF9F in order.
  private static final String WIDE =
      "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテト" + "ナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜";

  /// Voiced kana that windows-31j lacks: with a spacing mark they stay two characters.
  private static final String RARE = "ゔヷヸヹヺ";

  private static final char FIRST_HALF = 0xFF61;
  private static final char LAST_HALF = 0xFF9F;

  @Override
  public String rule() {
    return "kana";
  }

  @Override
  public String unify(String text) {
    int first = 0;
    while (first < text.length() && !isAffected(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    out.append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      char wide = isHalf(c) ? WIDE.charAt(c - FIRST_HALF) : c;
      if (!joined(out, wide)) {
        out.append(wide);
      }
    }
    return out.toString();
  }

  private static boolean isAffected(char c) {
    return isHalf(c) || combining(c) != 0;
  }

  private static boolean isHalf(char c) {
    return c >= FIRST_HALF && c <= LAST_HALF;
  }

  /// The combining form of a mark, 0 for other characters.
  private static char combining(char c) {
    return switch (c) {
      case 0x309B, 0x3099 -> 0x3099; // ゛ voiced
      case 0x309C, 0x309A -> 0x309A; // ゜ semi-voiced
      default -> c >= 0x0300 && c <= 0x036F ? c : 0;
    };
  }

  private static boolean joined(StringBuilder out, char c) {
    char mark = combining(c);
    if (mark == 0 || out.isEmpty()) {
      return false;
    }
    int last = out.length() - 1;
    String pair =
        Normalizer.normalize(out.charAt(last) + Character.toString(mark), Normalizer.Form.NFC);
    boolean spacing = c != mark;
    if (pair.length() != 1 || spacing && RARE.indexOf(pair.charAt(0)) >= 0) {
      return false;
    }
    out.setCharAt(last, pair.charAt(0));
    return true;
  }
}
