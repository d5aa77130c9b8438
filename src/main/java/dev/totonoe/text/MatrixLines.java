package dev.totonoe.text;

import java.nio.file.Path;
import java.util.StringTokenizer;

/// The lines of a `matrix.def`: two numbers of contexts, then a cost for each pair.
final class MatrixLines implements EncodedLines.Reader {
  /// Lucene's own use of the class NGRAM needs context 5.
  private static final int CONTEXTS_MIN = 6;

  private final Complaints complaints;
  private final Path file;
  private int right;
  private int left;
  private long pairs;

  MatrixLines(Complaints complaints, Path file) {
    this.complaints = complaints;
    this.file = file;
  }

  /// Contexts that have costs on both sides.
  int contexts() {
    return Math.min(right, left);
  }

  @Override
  public void line(int number, String line) {
    StringTokenizer cells = new StringTokenizer(line);
    try {
      if (number == 1) {
        right = Integer.parseInt(cells.nextToken());
        left = Integer.parseInt(cells.nextToken());
        if (!isContextCount(right) || !isContextCount(left)) {
          right = 0;
          left = 0;
          complaints
              .at(file, number)
              .say(
                  "expected two numbers of contexts, %d to %,d each, but found: %s; Lucene can hold no more"
                      .formatted(CONTEXTS_MIN, CompiledCheck.CONTEXTS_MAX, line));
        }
        return;
      }
      int from = Integer.parseInt(cells.nextToken());
      int to = Integer.parseInt(cells.nextToken());
      Short.parseShort(cells.nextToken());
      if (from < 0 || from >= right || to < 0 || to >= left || cells.hasMoreTokens()) {
        bad(number, line);
      }
      pairs++;
    } catch (NumberFormatException | java.util.NoSuchElementException e) {
      bad(number, line);
    }
  }

  /// Says whether pairs are missing.
  void end() {
    long expected = (long) right * left;
    if (complaints.isEmpty() && pairs != expected) {
      complaints.add(
          "%s: expected costs of %,d pairs but found %,d".formatted(file, expected, pairs));
    }
  }

  private void bad(int number, String line) {
    if (right > 0 || number == 1) {
      complaints.at(file, number).say("expected two contexts and a cost but found: " + line);
    }
  }

  private static boolean isContextCount(int count) {
    return count >= CONTEXTS_MIN && count <= CompiledCheck.CONTEXTS_MAX;
  }
}
