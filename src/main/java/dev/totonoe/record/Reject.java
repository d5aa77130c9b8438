package dev.totonoe.record;

import java.util.Objects;

/// A record that cannot be delivered. It is data, not an exception: it goes to `rejects.csv`.
///
/// @param place where the record stands
/// @param column the 1-based cell that is to blame, or 0 for the record as a whole
/// @param reason the reason as a word for programs
/// @param message the reason as a sentence for people: what was expected, what was found
/// @param raw the record's text as it stands in the input, without its line end; undecodable bytes
///   as `\xHH`
public record Reject(Place place, int column, RejectReason reason, String message, String raw)
    implements Parsed, Cleansed {
  public Reject {
    Objects.requireNonNull(place);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(message);
    Objects.requireNonNull(raw);
    if (column < 0) {
      throw new IllegalArgumentException("column counts from 1, 0 means the record: " + column);
    }
  }
}
