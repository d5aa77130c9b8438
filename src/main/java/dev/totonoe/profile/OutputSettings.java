package dev.totonoe.profile;

import dev.totonoe.csv.OutputFormat;
import java.util.Objects;

/// What the profile says about how the results are written.
public record OutputSettings(OutputFormat format) {
  public OutputSettings {
    Objects.requireNonNull(format);
  }
}
