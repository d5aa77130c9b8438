package dev.totonoe.csv;

import java.util.Objects;

/// How a file is written.
///
/// @param encoding its encoding
/// @param bomBytes how many bytes of byte order marks it starts with; two marks in a row happen
/// @param delimiter what separates cells: a tab or an ASCII sign that is neither letter, digit,
///   space nor `"`
/// @param lineEnd how its lines end
/// @param headerLine the physical line, from 1, on which the header starts, 0 where there is none;
///   the lines above it are title lines
public record Dialect(
    Encoding encoding, int bomBytes, char delimiter, LineEnd lineEnd, int headerLine) {
  public Dialect {
    Objects.requireNonNull(encoding);
    Objects.requireNonNull(lineEnd);
    if (bomBytes < 0 || headerLine < 0) {
      throw new IllegalArgumentException("counts from 0: " + bomBytes + ", " + headerLine);
    }
    if (!canDelimit(delimiter)) {
      throw new IllegalArgumentException("not a delimiter: code point " + (int) delimiter);
    }
  }

  /// Whether a character can separate cells.
  public static boolean canDelimit(char sign) {
    return sign == '\t'
        || (sign > ' ' && sign < 0x7F && sign != '"' && !Character.isLetterOrDigit(sign));
  }
}
