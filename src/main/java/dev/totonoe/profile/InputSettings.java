package dev.totonoe.profile;

import dev.totonoe.csv.DialectHints;
import java.util.Objects;

/// What the profile says about how the input files are written.
///
/// @param hints what is not to be detected but taken as given
public record InputSettings(DialectHints hints) {
  public InputSettings {
    Objects.requireNonNull(hints);
  }
}
