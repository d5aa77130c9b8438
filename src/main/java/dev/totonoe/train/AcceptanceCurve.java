package dev.totonoe.train;

import dev.totonoe.categorise.Calibration;
import dev.totonoe.train.Scores.Judged;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// How many rows are accepted and right, for every score from which to accept. Rows without a guess
/// are never accepted. Scores have four decimals, so that there are at most 10,001 of them.
final class AcceptanceCurve {
  private record Cut(int accepted, int right) {}

  private record Guess(double score, boolean isRight) {
    static Guess of(Judged row) {
      return new Guess(row.score(), row.isRight());
    }
  }

  private final int rows;
  private final Map<Double, Cut> cuts = new TreeMap<>(Comparator.reverseOrder());

  AcceptanceCurve(Collection<Judged> judged) {
    this(judged.size(), judged.stream().filter(Judged::isGuessed).map(Guess::of).toList());
  }

  /// @param scores for each row that of its guess
  /// @param right whether the guess is right
  AcceptanceCurve(double[] scores, boolean[] right) {
    this(
        scores.length,
        IntStream.range(0, scores.length).mapToObj(i -> new Guess(scores[i], right[i])).toList());
  }

  private AcceptanceCurve(int rows, List<Guess> guesses) {
    this.rows = rows;
    Map<Double, int[]> counts = new TreeMap<>(Comparator.reverseOrder());
    for (Guess guess : guesses) {
      int[] count = counts.computeIfAbsent(Calibration.rounded(guess.score), _ -> new int[2]);
      count[0]++;
      count[1] += guess.isRight ? 1 : 0;
    }
    int accepted = 0;
    int right = 0;
    for (Map.Entry<Double, int[]> entry : counts.entrySet()) {
      accepted += entry.getValue()[0];
      right += entry.getValue()[1];
      cuts.put(entry.getKey(), new Cut(accepted, right));
    }
  }

  /// The most rows that can be accepted so that at least this share of them is right.
  Acceptance atPrecision(double precision) {
    return last(precision, cut -> (double) cut.right / cut.accepted >= precision);
  }

  /// The most rows that can be accepted so that surely this share of them is right: not its
  /// estimate but its lower bound ([Shares#lowerBound(long, long)]), so that few rows promise less.
  Acceptance atPrecisionLowerBound(double precision) {
    return last(precision, cut -> Shares.lowerBound(cut.right, cut.accepted) >= precision);
  }

  /// The fewest rows that can be accepted so that they are at least this share of all; where rows
  /// have no guess that may be out of reach, and all that have one are accepted.
  Acceptance atCoverage(double coverage) {
    for (Map.Entry<Double, Cut> entry : cuts.entrySet()) {
      if (entry.getValue().accepted >= coverage * rows) {
        return acceptance(coverage, entry.getKey(), entry.getValue());
      }
    }
    return last(coverage, _ -> true);
  }

  /// All rows whose guess has at least this score.
  Acceptance atScore(double score) {
    Cut reached = new Cut(0, 0);
    for (Map.Entry<Double, Cut> entry : cuts.entrySet()) {
      if (entry.getKey() < score) {
        break;
      }
      reached = entry.getValue();
    }
    return acceptance(score, score, reached);
  }

  private Acceptance last(double level, Predicate<Cut> wanted) {
    Acceptance last = acceptance(level, Calibration.NEVER, new Cut(0, 0));
    for (Map.Entry<Double, Cut> entry : cuts.entrySet()) {
      if (wanted.test(entry.getValue())) {
        last = acceptance(level, entry.getKey(), entry.getValue());
      }
    }
    return last;
  }

  private Acceptance acceptance(double level, double score, Cut cut) {
    return new Acceptance(level, score, rows, cut.accepted, cut.right);
  }
}
