package dev.totonoe.record;

import java.util.Objects;

/// A column of the dataset.
///
/// @param name its name in the output
/// @param kind what it holds
/// @param choices how its cells are normalised
public record Column(String name, ColumnKind kind, Choices choices) {
  public Column {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(choices);
    if (choices.kind() != kind) {
      throw new IllegalArgumentException(
          "%s: choices of kind %s for a column of kind %s".formatted(name, choices.kind(), kind));
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("a column needs a name");
    }
  }

  /// A column that is normalised as its kind is by default.
  public Column(String name, ColumnKind kind) {
    this(name, kind, Choices.defaults(kind));
  }
}
