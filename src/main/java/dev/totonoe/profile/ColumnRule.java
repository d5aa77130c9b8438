package dev.totonoe.profile;

import dev.totonoe.record.ColumnKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What the profile says about one column.
///
/// @param name its heading in `products.csv`
/// @param from other headings of the input that mean this column
/// @param kind what it holds; empty: inferred
public record ColumnRule(String name, List<String> from, Optional<ColumnKind> kind) {
  public ColumnRule {
    Objects.requireNonNull(name);
    from = List.copyOf(from);
    Objects.requireNonNull(kind);
  }
}
