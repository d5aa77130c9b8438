package dev.totonoe.record;

import java.util.Objects;

/// Where a record stands in the input.
///
/// @param file the input file's path below the dataset's directory, such as `raw/items.csv`
/// @param ordinal the record's number in its file, from 1; rejected records count, header, title
///   lines and blank lines do not
/// @param line the physical line on which the record starts, from 1
public record Place(String file, long ordinal, long line) {
  public Place {
    Objects.requireNonNull(file);
    if (ordinal < 1 || line < 1) {
      throw new IllegalArgumentException("ordinal and line count from 1: " + ordinal + ", " + line);
    }
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
