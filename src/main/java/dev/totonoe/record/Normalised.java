package dev.totonoe.record;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A record whose cells are unified.
///
/// @param place the record
/// @param cells the unified cells, one for each column of the dataset, in the columns' order
/// @param derived what the unified cells say; a column that is not here is empty for this record
/// @param changes the cells that differ from the raw ones
/// @param reviewReasons why a person should look, as words in a fixed order; empty: no need to
public record Normalised(
    Place place,
    List<String> cells,
    Map<DerivedColumn, String> derived,
    List<Change> changes,
    List<String> reviewReasons)
    implements Outcome {
  public Normalised {
    Objects.requireNonNull(place);
    cells = List.copyOf(cells);
    derived = Map.copyOf(derived);
    changes = List.copyOf(changes);
    reviewReasons = List.copyOf(reviewReasons);
  }
}
