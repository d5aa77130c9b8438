package dev.totonoe.csv;

import java.util.List;
import java.util.Objects;

/// What a first look at a file gives.
///
/// @param dialect how it is written
/// @param header the header's cells as they stand; `column_1`, `column_2`, … where there is no
///   header; empty for a file without any record
/// @param titleLines the lines above the header, as text
/// @param sample the cells of the first records, at most 1,000, each with as many cells as the
///   header; records that will be rejected are not among them
public record Sniffed(
    Dialect dialect, List<String> header, List<String> titleLines, List<List<String>> sample) {
  public Sniffed {
    Objects.requireNonNull(dialect);
    header = List.copyOf(header);
    titleLines = List.copyOf(titleLines);
    sample = List.copyOf(sample);
  }
}
