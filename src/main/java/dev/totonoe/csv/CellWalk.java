package dev.totonoe.csv;

/// Walks the cells of one line to see where its quoted cells end.
///
/// A cell is quoted if and only if its first character is `"`; a space before it makes it text.
/// Inside, `""` is a quote. The closing quote is followed at once by a delimiter, the line's end or
/// the end of the file. A quote anywhere else is text (`5" pipe`).
final class CellWalk {
  enum End {
    /// The line ends inside a quoted cell.
    OPEN,
    /// The record ends with the line.
    CLOSED,
    /// A closing quote is followed by something else than a delimiter or line end.
    BROKEN
  }

  private final Units units;
  private final int delimiter;
  private boolean opensHere;

  CellWalk(Units units, char delimiter) {
    this.units = units;
    this.delimiter = delimiter;
  }

  /// Walks the bytes of a line, its line end not included.
  ///
  /// @param inside whether the line starts inside a quoted cell
  End line(byte[] bytes, int from, int to, boolean inside) {
    int width = units.width();
    int i = from;
    boolean quoted = inside;
    opensHere = false;
    while (true) {
      if (!quoted) {
        i = units.skipEscapes(bytes, i, to);
        if (i + width > to) {
          return End.CLOSED;
        }
        if (units.at(bytes, i) != Units.QUOTE) {
          i = units.find(bytes, i, to, delimiter) + width;
          if (i > to) {
            return End.CLOSED;
          }
          continue;
        }
        i += width;
        quoted = true;
        opensHere = true;
      }
      i = units.find(bytes, i, to, Units.QUOTE);
      if (i >= to) {
        return End.OPEN;
      }
      i = units.skipEscapes(bytes, i + width, to);
      if (i >= to) {
        return End.CLOSED;
      }
      int behind = i + width <= to ? units.at(bytes, i) : Units.OTHER;
      if (behind == delimiter) {
        quoted = false;
      } else if (behind != Units.QUOTE) {
        return End.BROKEN;
      }
      i += width;
    }
  }

  /// Whether the cell that is open at the end of the last line was opened on that line.
  boolean opensHere() {
    return opensHere;
  }
}
