package dev.totonoe.publish;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/// A record of a published run.
sealed interface RunRecord {
  /// The input that it came from.
  RunManifest.Input input();

  /// Its number in that input, from 1.
  long ordinal();

  /// The line on which it starts there; empty where the run does not tell.
  OptionalLong line();

  /// Its place for messages.
  default String place() {
    return line().isPresent()
        ? input().path() + ":" + line().getAsLong()
        : "%s record %d".formatted(input().path(), ordinal());
  }

  /// @param row its line in `products.csv`
  /// @param edits what was changed in it, in no particular order
  record Delivered(
      RunManifest.Input input, long ordinal, OptionalLong line, List<String> row, List<Edit> edits)
      implements RunRecord {
    public Delivered {
      Objects.requireNonNull(input);
      Objects.requireNonNull(line);
      row = List.copyOf(row);
      edits = List.copyOf(edits);
    }
  }

  /// @param reason the reason's word
  /// @param raw its text, as `rejects.csv` has it
  record Rejected(
      RunManifest.Input input, long ordinal, OptionalLong line, String reason, String raw)
      implements RunRecord {
    public Rejected {
      Objects.requireNonNull(input);
      Objects.requireNonNull(line);
      Objects.requireNonNull(reason);
      Objects.requireNonNull(raw);
    }
  }

  /// A changed cell.
  ///
  /// @param column its heading in `products.csv`
  /// @param before the raw cell
  /// @param after the delivered one
  record Edit(String column, String before, String after) {}
}
