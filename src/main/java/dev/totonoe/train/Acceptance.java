package dev.totonoe.train;

/// What happens when guesses are accepted from a score on.
///
/// @param level what was asked for: a precision, a coverage or a score
/// @param score guesses from this score on are accepted; [dev.totonoe.categorise.Calibration#NEVER]
///   where none is
/// @param rows all rows, accepted or not
/// @param accepted the rows that are accepted
/// @param right those of them that are right
public record Acceptance(double level, double score, int rows, int accepted, int right) {
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
