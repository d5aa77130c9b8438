package dev.totonoe.record;

import java.util.Objects;

/// A column of the dataset, under its name in the output.
public record Column(String name, ColumnKind kind) {
  public Column {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a column needs a name");
    }
  }
}
