package dev.totonoe.categorise;

import java.util.OptionalDouble;

/// From which probability on a category is accepted.
///
/// @param leaf of one of the model's own labels
/// @param parent of all labels below a wider category together
record Thresholds(double leaf, double parent) {
  Thresholds {
    if (!(leaf >= 0 && leaf <= Calibration.NEVER)
        || !(parent >= 0 && parent <= Calibration.NEVER)) {
      throw new IllegalArgumentException(
          "expected thresholds of 0 to 1.01 but found %s and %s".formatted(leaf, parent));
    }
  }

  /// Nothing is accepted.
  static final Thresholds NEVER = new Thresholds(Calibration.NEVER, Calibration.NEVER);

  /// @param override what a user wants instead, for labels and parents alike
  static Thresholds of(Calibration calibration, OptionalDouble override) {
    return new Thresholds(
        override.orElse(calibration.leaf().score()), override.orElse(calibration.parent().score()));
  }
}
