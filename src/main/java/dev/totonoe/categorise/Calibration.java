package dev.totonoe.categorise;

import java.util.Objects;

/// How far a model's scores can be trusted, measured on rows that it had not seen in training.
///
/// @param promise the precision that accepted categories are to have
/// @param rows how many rows it was measured on
/// @param leaf what is accepted of the model's own labels
/// @param parent what is accepted of the categories above them, among the rows whose label is not
/// @param sharpening what the logits were multiplied by to make the scores honest; the network in
///   the bundle has it built in
/// @param curve what the network's probabilities are worth after that
public record Calibration(
    double promise,
    int rows,
    Threshold leaf,
    Threshold parent,
    double sharpening,
    ScoreCurve curve) {
  /// No score reaches this.
  public static final double NEVER = 1.01;

  private static final double SCORE_STEPS = 1e4;

  /// @param score a score from this on is accepted; [#NEVER] where no score keeps the promise
  /// @param coverage the share of all rows that are accepted
  /// @param precision the share of those that were right
  public record Threshold(double score, double coverage, double precision) {
    /// Nothing is accepted.
    public static final Threshold NOTHING = new Threshold(NEVER, 0, 0);

    public Threshold {
      if (!(score >= 0 && score <= NEVER)) {
        throw new IllegalArgumentException("expected a threshold of 0 to 1.01 but found " + score);
      }
    }
  }

  public Calibration {
    Objects.requireNonNull(leaf);
    Objects.requireNonNull(parent);
    Objects.requireNonNull(curve);
  }

  /// A score as it is decided on and printed: with four decimals.
  public static double rounded(double score) {
    return Math.rint(score * SCORE_STEPS) / SCORE_STEPS;
  }
}
