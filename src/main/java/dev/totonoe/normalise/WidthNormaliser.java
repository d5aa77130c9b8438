package dev.totonoe.normalise;

/// Narrows full-width ASCII: U+FF01–U+FF5D to U+0021–U+007D, but for two characters that are no
/// wide ASCII in Japanese text: `＼` U+FF3C, which opens slogans (`＼特価／`) and would turn into a yen
/// sign, and `～` U+FF5E, the wave dash of windows-31j.
///
/// | input | output |
/// |---|---|
/// | `ＩＨ調理器（１００Ｖ）` | `IH調理器(100V)` |
/// | `Ｓ＆Ｂ　カレー！` | `S&B　カレー!` |
/// | `＼ポイント２倍／` | `＼ポイント2倍/` |
/// | `①½™㎡x²㈱㍻` | unchanged |
///
/// NFKC is not used: it turns ① into 1, ㎡ into m2 and ㈱ into (株).
///
/// Known weakness: wide punctuation that was set for looks (`！？`) is narrowed as well.
final class WidthNormaliser implements Normaliser {
  private static final char FIRST = 0xFF01;
  private static final char LAST = 0xFF5D;
  private static final char BACKSLASH = 0xFF3C;
  private static final int DISTANCE = 0xFF01 - 0x21;

  @Override
  public String rule() {
    return "width";
  }

  @Override
  public String unify(String text) {
    int first = 0;
    while (first < text.length() && !isWide(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (int i = first; i < chars.length; i++) {
      chars[i] = narrow(chars[i]);
    }
    return new String(chars);
  }

  static char narrow(char c) {
    return isWide(c) ? (char) (c - DISTANCE) : c;
  }

  private static boolean isWide(char c) {
    return c >= FIRST && c <= LAST && c != BACKSLASH;
  }
}
