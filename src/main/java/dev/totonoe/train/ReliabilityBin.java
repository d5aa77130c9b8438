package dev.totonoe.train;

import dev.totonoe.train.Scores.Judged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Rows whose guesses have similar scores: whether the scores are honest there.
///
/// @param from the lowest score of the bin
/// @param to the score at which the next one starts; the last bin has its own end too
/// @param rows its rows
/// @param meanScore their mean score; 0 where there are none
/// @param rightShare the share of them that is right; 0 where there are none
public record ReliabilityBin(
    double from, double to, int rows, double meanScore, double rightShare) {
  private static final int BINS = 15;

  /// Bins of equal width, from score 0 to score 1; rows without a guess have score 0.
  static List<ReliabilityBin> of(Collection<Judged> judged) {
    int[] rows = new int[BINS];
    int[] right = new int[BINS];
    double[] sums = new double[BINS];
    for (Judged row : judged) {
      int bin = Math.min((int) (row.score() * BINS), BINS - 1);
      rows[bin]++;
      right[bin] += row.isRight() ? 1 : 0;
      sums[bin] += row.score();
    }
    List<ReliabilityBin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      bins.add(
          new ReliabilityBin(
              (double) i / BINS,
              (double) (i + 1) / BINS,
              rows[i],
              Shares.of(sums[i], rows[i]),
              Shares.of(right[i], rows[i])));
    }
    return bins;
  }

  /// Guo et al. 2017, "On calibration of modern neural networks".
  static double calibrationError(List<ReliabilityBin> bins) {
    double distance = 0;
    long rows = 0;
    for (ReliabilityBin bin : bins) {
      distance += bin.rows * Math.abs(bin.meanScore - bin.rightShare);
      rows += bin.rows;
    }
    return Shares.of(distance, rows);
  }
}
