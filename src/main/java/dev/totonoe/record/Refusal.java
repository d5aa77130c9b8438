package dev.totonoe.record;

import java.util.Objects;

/// A record with a cell that cannot be delivered as what its column holds.
///
/// @param place the record
/// @param column the index of the cell's column in the dataset, from 0
/// @param reason the reason as a word for programs
/// @param message what was expected and found, without the place
public record Refusal(Place place, int column, RejectReason reason, String message)
    implements Outcome {
  public Refusal {
    Objects.requireNonNull(place);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(message);
    if (column < 0) {
      throw new IllegalArgumentException("a column's index counts from 0: " + column);
    }
  }
}
