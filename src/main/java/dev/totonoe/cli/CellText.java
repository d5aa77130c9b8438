package dev.totonoe.cli;

import dev.totonoe.profile.Shown;

/// Cells on a terminal: one line, whatever is in them, with what cannot be seen as escapes, and cut
/// where they are long.
final class CellText {
  static final int CHARS_MAX = 120;
  private static final int CHARS_BEFORE_DIFFERENCE = 20;
  private static final String CUT = "…";
  private static final String EMPTY = "(empty)";
  private static final char SPACE_SIGN = '␠'; // U+2420

  private CellText() {}

  /// Two cells; of long ones the part in which they begin to differ.
  static String change(String before, String after) {
    int from = 0;
    if (Math.max(before.length(), after.length()) > CHARS_MAX) {
      int same = 0;
      while (same < Math.min(before.length(), after.length())
          && before.charAt(same) == after.charAt(same)) {
        same++;
      }
      from = wholeSign(before, Math.max(0, same - CHARS_BEFORE_DIFFERENCE));
    }
    return part(before, from) + " → " + part(after, from);
  }

  /// One cell, or another text.
  static String of(String text) {
    return part(text, 0);
  }

  private static String part(String text, int from) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    int to = wholeSign(text, Math.min(text.length(), from + CHARS_MAX));
    StringBuilder shown = new StringBuilder(from > 0 ? CUT : "");
    int firstSign = edge(text, 0, 1);
    int lastSign = edge(text, text.length() - 1, -1);
    for (int i = from; i < to; i++) {
      char sign = text.charAt(i);
      boolean atEdge = i < firstSign || i > lastSign;
      boolean space = Character.getType(sign) == Character.SPACE_SEPARATOR;
      if (atEdge && sign == ' ') {
        shown.append(SPACE_SIGN);
      } else if (space && sign != ' ' && (atEdge || sign != '\u3000')) {
        shown.append("\\u%04X".formatted((int) sign));
      } else {
        shown.append(sign);
      }
    }
    return Shown.visible(shown.append(to < text.length() ? CUT : "").toString());
  }

  /// The first character from one end that is no space.
  private static int edge(String text, int start, int step) {
    int i = start;
    while (i >= 0
        && i < text.length()
        && Character.getType(text.charAt(i)) == Character.SPACE_SEPARATOR) {
      i += step;
    }
    return i;
  }

  /// The index, or the one before it where it would split a surrogate pair.
  private static int wholeSign(String text, int index) {
    boolean splits =
        index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index));
    return splits ? index - 1 : index;
  }
}
