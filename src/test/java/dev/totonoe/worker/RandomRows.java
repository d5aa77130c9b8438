package dev.totonoe.worker;

import java.util.List;
import java.util.SplittableRandom;

/// Lines of CSV whose cells are real ones, or pieces of real ones glued together.
///
/// @param cells the real ones
record RandomRows(List<String> cells, SplittableRandom random) {
  private static final int PIECES_MAX = 4;
  private static final int PIECE_CHARS_MAX = 8;

  /// @param width the number of cells
  String line(int width) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < width; i++) {
      line.append(i == 0 ? "\"" : ",\"").append(cell().replace("\"", "\"\"")).append('"');
    }
    return line.append('\n').toString();
  }

  private String cell() {
    if (random.nextInt(3) == 0) {
      return real();
    }
    StringBuilder glued = new StringBuilder();
    for (int i = random.nextInt(PIECES_MAX) + 1; i > 0; i--) {
      glued.append(piece(real()));
    }
    return glued.toString();
  }

  private String real() {
    return cells.get(random.nextInt(cells.size()));
  }

  /// Whole characters, so that no surrogate is left alone.
  private String piece(String cell) {
    int[] points = cell.codePoints().toArray();
    int start = random.nextInt(points.length + 1);
    int length = Math.min(points.length - start, random.nextInt(PIECE_CHARS_MAX) + 1);
    return new String(points, start, length);
  }
}
