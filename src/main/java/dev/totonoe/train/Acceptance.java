package dev.totonoe.train;

import dev.totonoe.categorise.Calibration.Threshold;

/// What happens when guesses are accepted from a score on.
///
/// @param level what was asked for: a precision, a coverage or a score
/// @param score guesses from this score on are accepted; [dev.totonoe.categorise.Calibration#NEVER]
///   where none is
/// @param rows all rows, accepted or not
/// @param accepted the rows that are accepted
/// @param right those of them that are right
public record Acceptance(double level, double score, int rows, int accepted, int right) {
  /// What a calibration says of its own threshold.
  static Acceptance of(Threshold threshold, int rows) {
    long accepted = Math.round(threshold.coverage() * rows);
    return new Acceptance(
        threshold.score(),
        threshold.score(),
        rows,
        (int) accepted,
        (int) Math.round(threshold.precision() * accepted));
  }

  /// The share of all rows that is accepted.
  public double coverage() {
    return Shares.of(accepted, rows);
  }

  /// The share of the accepted rows that is right; 0 where none is accepted.
  public double precision() {
    return Shares.of(right, accepted);
  }

  /// The precision is above this with a confidence of 99 % (Wilson 1927); 0 where none is accepted.
  public double precisionLowerBound() {
    return Shares.lowerBound(right, accepted);
  }
}
