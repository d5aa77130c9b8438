package dev.totonoe.profile;

import java.util.ArrayList;
import java.util.List;

/// Text in columns on a terminal, where a Japanese character takes two cells (Unicode annex 11,
/// East Asian wide and full-width; ambiguous ones count as one).
final class DisplayWidth {
  private static final String GAP = "  ";

  private DisplayWidth() {}

  /// The text on one line, made visible, and cut to so many cells.
  static String cut(String text, int cellsMax) {
    String visible = Shown.visible(text);
    if (of(visible) <= cellsMax) {
      return visible;
    }
    StringBuilder cut = new StringBuilder();
    int cells = 1;
    for (int point : visible.codePoints().toArray()) {
      cells += of(point);
      if (cells > cellsMax) {
        break;
      }
      cut.appendCodePoint(point);
    }
    return cut.append('…').toString();
  }

  /// The rows as lines whose columns stand below each other; the last column is not padded.
  static List<String> align(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    List<String> lines = new ArrayList<>();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], of(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns - 1; i++) {
        String cell = row.get(i);
        line.append(cell).append(" ".repeat(widths[i] - of(cell))).append(GAP);
      }
      lines.add(line.append(row.getLast()).toString().stripTrailing());
    }
    return lines;
  }

  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  private static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        point >= 0x1100 && point <= 0x115F // Hangul initials
            || point >= 0x2E80 && point <= 0xA4CF // CJK, kana
            || point >= 0xAC00 && point <= 0xD7A3 // Hangul syllables
            || point >= 0xF900 && point <= 0xFAFF // CJK compatibility
            || point >= 0xFE30 && point <= 0xFE6F // CJK compatibility forms
            || point >= 0xFF01 && point <= 0xFF60 // full-width forms
            || point >= 0xFFE0 && point <= 0xFFE6
            || point >= 0x1F300 && point <= 0x1FAFF // pictographs
            || point >= 0x20000 && point <= 0x3FFFD; // CJK extensions
    return wide ? 2 : 1;
  }
}
