package dev.totonoe.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How good a list of guesses is, without abstention.
///
/// @param accuracy the share of right guesses
/// @param weightedF1 each label's F1, weighted by its rows
/// @param macroF1 the mean F1 of all labels that occur or were guessed
/// @param ece expected calibration error: the mean distance of score and share of right guesses
///   over fifteen bins of scores, weighted by their rows
public record Scores(double accuracy, double weightedF1, double macroF1, double ece) {
  private static final int CALIBRATION_BINS = 15;

  /// One row's truth and the model's guess.
  record Judged(String truth, String guess, double score) {
    boolean isRight() {
      return truth.equals(guess);
    }
  }

  static Scores of(Collection<Judged> rows) {
    long right = rows.stream().filter(Judged::isRight).count();
    Map<String, int[]> counts = new HashMap<>();
    for (Judged row : rows) {
      counts.computeIfAbsent(row.truth(), _ -> new int[3])[0]++;
      counts.computeIfAbsent(row.guess(), _ -> new int[3])[1]++;
      if (row.isRight()) {
        counts.get(row.truth())[2]++;
      }
    }
    double weighted = 0;
    double sum = 0;
    for (String label : counts.keySet().stream().sorted().toList()) {
      int[] count = counts.get(label);
      double f1 = 2.0 * count[2] / (count[0] + count[1]);
      weighted += f1 * count[0];
      sum += f1;
    }
    return new Scores(
        (double) right / rows.size(), weighted / rows.size(), sum / counts.size(), ece(rows));
  }

  private static double ece(Collection<Judged> rows) {
    List<double[]> bins = new ArrayList<>();
    for (int i = 0; i < CALIBRATION_BINS; i++) {
      bins.add(new double[2]);
    }
    for (Judged row : rows) {
      int bin = Math.min((int) (row.score() * CALIBRATION_BINS), CALIBRATION_BINS - 1);
      bins.get(bin)[0] += row.score();
      bins.get(bin)[1] += row.isRight() ? 1 : 0;
    }
    return bins.stream().mapToDouble(bin -> Math.abs(bin[0] - bin[1])).sum() / rows.size();
  }
}
