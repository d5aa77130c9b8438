package dev.totonoe.train;

import dev.totonoe.categorise.Calibration;
import dev.totonoe.train.Scores.Judged;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// How many rows are accepted and right, for every score from which to accept. Rows without a guess
/// are never accepted. Scores have four decimals, so that there are at most 10,001 of them.
final class AcceptanceCurve {
  private record Cut(int accepted, int right) {}

  private final int rows;
  private final Map<Double, Cut> cuts = new TreeMap<>(Comparator.reverseOrder());

  AcceptanceCurve(Collection<Judged> judged) {
    rows = judged.size();
    Map<Double, int[]> counts = new TreeMap<>(Comparator.reverseOrder());
    for (Judged row : judged) {
      if (row.isGuessed()) {
        int[] count = counts.computeIfAbsent(Calibration.rounded(row.score()), _ -> new int[2]);
        count[0]++;
        count[1] += row.isRight() ? 1 : 0;
      }
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
