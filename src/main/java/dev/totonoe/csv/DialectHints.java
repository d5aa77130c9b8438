package dev.totonoe.csv;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// What the profile says about a file's dialect; what it leaves open is detected.
///
/// @param encoding the encoding
/// @param delimiter what separates cells
/// @param headerLine the physical line of the header, from 1; 0: there is none
public record DialectHints(
    Optional<Encoding> encoding, Optional<Character> delimiter, OptionalInt headerLine) {
  public DialectHints {
    Objects.requireNonNull(encoding);
    Objects.requireNonNull(delimiter);
    Objects.requireNonNull(headerLine);
  }

  /// Everything is detected.
  public static DialectHints none() {
    return new DialectHints(Optional.empty(), Optional.empty(), OptionalInt.empty());
  }
}
