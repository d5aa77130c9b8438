package dev.totonoe.profile;

import dev.totonoe.record.DerivedColumn;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Where the dataset's columns stand in one file.
///
/// @param file the file's path below the dataset's directory
/// @param sourceIndex for each column of the dataset the index of the file's cell, or `ABSENT`;
///   every cell of the file is here once or in `derived`
/// @param derived the worker's own columns that came in again, with the index of their cell
public record FileMapping(
    String file, List<Integer> sourceIndex, Map<DerivedColumn, Integer> derived) {
  /// The index of a column that this file does not have.
  public static final int ABSENT = -1;

  public FileMapping {
    Objects.requireNonNull(file);
    sourceIndex = List.copyOf(sourceIndex);
    derived = Map.copyOf(derived);
  }

  /// A record's cells in the dataset's order; a column that this file lacks is the empty string.
  public List<String> arrange(List<String> cells) {
    return sourceIndex.stream().map(index -> index == ABSENT ? "" : cells.get(index)).toList();
  }
}
