package dev.totonoe.profile;

import dev.totonoe.record.Choice;
import dev.totonoe.record.ColumnKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// What the profile says about one column.
///
/// @param name its heading in `products.csv`
/// @param from other headings of the input that mean this column
/// @param kind what it holds; empty: inferred
/// @param chosen how its cells are normalised, where the profile says so; only with a kind
public record ColumnRule(
    String name, List<String> from, Optional<ColumnKind> kind, Map<Choice, String> chosen) {
  public ColumnRule {
    Objects.requireNonNull(name);
    from = List.copyOf(from);
    Objects.requireNonNull(kind);
    chosen = Collections.unmodifiableMap(new TreeMap<>(chosen));
  }

  /// A rule that leaves the normalising to the column's kind.
  ColumnRule(String name, List<String> from, Optional<ColumnKind> kind) {
    this(name, from, kind, Map.of());
  }
}
