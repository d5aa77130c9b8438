package dev.totonoe.publish;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Something that two runs made differently of one record.
///
/// @param file the record's input file
/// @param position the line on which it starts; `#12`, its number in the file, where one of the
///   runs does not know its lines
/// @param kind what differs
/// @param column the cell's column; empty where the difference is the whole record's
/// @param before what the first run made of it; empty where it has no such record
/// @param after what the second run made of it; empty where it has no such record
public record Difference(
    String file, String position, Kind kind, String column, String before, String after) {
  static final List<String> HEADER =
      List.of("source_file", "source_line", "difference", "column", "before", "after");

  /// What can differ.
  public enum Kind {
    /// A cell of a record that both delivered.
    CELL,
    /// The second run rejects what the first delivered.
    REJECTED,
    /// The second run delivers what the first rejected.
    DELIVERED,
    /// Both reject it, for different reasons.
    REASON,
    /// Only the first run has the record.
    GONE,
    /// Only the second run has the record.
    NEW;

    /// The word used in files, such as `cell`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Difference {
    Objects.requireNonNull(file);
    Objects.requireNonNull(position);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(column);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
  }

  List<String> row() {
    return List.of(file, position, kind.word(), column, before, after);
  }

  /// Such as `raw/items.csv:12`.
  public String place() {
    return file + ":" + position;
  }
}
