package dev.totonoe.categorise;

/// How far a model's scores can be trusted, measured on rows that it had not seen in training.
///
/// @param promise the precision that accepted categories are to have
/// @param threshold a score from this on is accepted; [#NEVER] where no score keeps the promise
/// @param coverage the share of the rows that reached the threshold
/// @param precision the share of those that were right
/// @param rows how many rows it was measured on
/// @param sharpening what the logits were multiplied by to make the scores honest; the network in
///   the bundle has it built in
public record Calibration(
    double promise,
    double threshold,
    double coverage,
    double precision,
    int rows,
    double sharpening) {
  /// No score reaches this.
  public static final double NEVER = 1.01;

  private static final double SCORE_STEPS = 1e4;

  public Calibration {
    if (!(threshold >= 0 && threshold <= NEVER)) {
      throw new IllegalArgumentException(
          "expected a threshold of 0 to 1.01 but found " + threshold);
    }
  }

  /// A score as it is decided on and printed: with four decimals.
  public static double rounded(double score) {
    return Math.rint(score * SCORE_STEPS) / SCORE_STEPS;
  }
}
