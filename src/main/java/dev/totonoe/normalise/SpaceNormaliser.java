package dev.totonoe.normalise;

/// Makes one U+0020 of every run of spaces (U+3000, U+00A0, tab and Unicode's other spaces) and
/// trims. Line breaks are spaces too, except in free text, where each becomes U+000A.
///
/// | input | output |
/// |---|---|
/// | `<U+3000>蒟蒻ゼリー<U+3000><U+0020>グレープ ` | `蒟蒻ゼリー グレープ` |
/// | `お茶<U+000D><U+000A>500ml` | `お茶 500ml` |
/// | `A<U+00A0>B<U+0009>C` | `A B C` |
/// | `お茶 500ml` | unchanged |
///
/// Known weakness: a space inside a word (`食　品`) stays, as one; [WordSpaceNormaliser] asks the
/// dictionary.
final class SpaceNormaliser implements Normaliser {
  private final String lineBreak;

  private SpaceNormaliser(String lineBreak) {
    this.lineBreak = lineBreak;
  }

  /// For cells that are one line: names, makers, codes.
  static SpaceNormaliser oneLine() {
    return new SpaceNormaliser(" ");
  }

  /// For free text, whose lines mean something.
  static SpaceNormaliser keepingLines() {
    return new SpaceNormaliser("\n");
  }

  @Override
  public String rule() {
    return "spaces";
  }

  @Override
  public String unify(String text) {
    if (isUnified(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (!isSpaceOrBreak(c)) {
        out.append(c);
        i++;
        continue;
      }
      int breaks = 0;
      for (; i < text.length() && isSpaceOrBreak(text.charAt(i)); i++) {
        boolean secondOfPair = text.charAt(i) == '\n' && i > 0 && text.charAt(i - 1) == '\r';
        breaks += isBreak(text.charAt(i)) && !secondOfPair ? 1 : 0;
      }
      if (!out.isEmpty() && i < text.length()) {
        out.append(breaks == 0 || lineBreak.equals(" ") ? " " : lineBreak.repeat(breaks));
      }
    }
    return out.toString();
  }

  private boolean isUnified(String text) {
    boolean afterSpace = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = isSpaceOrBreak(c);
      if (space && (afterSpace || c != ' ')) {
        return false;
      }
      afterSpace = space;
    }
    return text.isEmpty() || !afterSpace;
  }

  static boolean isSpaceOrBreak(char c) {
    return c == ' '
        || c == '\t'
        || c == 0xA0
        || c == 0x1680
        || c >= 0x2000 && c <= 0x200A
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000
        || isBreak(c);
  }

  private static boolean isBreak(char c) {
    return c >= '\n' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }
}
