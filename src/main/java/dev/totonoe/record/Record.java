package dev.totonoe.record;

import java.util.List;
import java.util.Objects;

/// One row of the input.
///
/// @param place where it stands
/// @param cells its raw cells, decoded and unquoted but otherwise untouched
public record Record(Place place, List<String> cells) implements Parsed {
  public Record {
    Objects.requireNonNull(place);
    cells = List.copyOf(cells);
  }
}
