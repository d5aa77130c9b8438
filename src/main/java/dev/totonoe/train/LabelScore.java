package dev.totonoe.train;

import dev.totonoe.train.Scores.Judged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// How a label does.
///
/// @param label its path
/// @param rows rows that have it (the support)
/// @param guessed rows for which it was the likeliest
/// @param right rows of both
public record LabelScore(String label, int rows, int guessed, int right) {
  public LabelScore {
    Objects.requireNonNull(label);
  }

  /// The share of the guesses that are right; 0 where it was never guessed.
  public double precision() {
    return Shares.of(right, guessed);
  }

  /// The share of its rows that were found; 0 where it does not occur.
  public double recall() {
    return Shares.of(right, rows);
  }

  /// The harmonic mean of both.
  public double f1() {
    return Shares.of(2.0 * right, rows + guessed);
  }

  /// Every label that occurs or was guessed, in their order.
  static List<LabelScore> of(Collection<Judged> judged) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Judged row : judged) {
      counts.computeIfAbsent(row.truth(), _ -> new int[3])[0]++;
      if (row.isGuessed()) {
        counts.computeIfAbsent(row.guess(), _ -> new int[3])[1]++;
      }
      if (row.isRight()) {
        counts.get(row.truth())[2]++;
      }
    }
    List<LabelScore> labels = new ArrayList<>(counts.size());
    counts.forEach(
        (label, count) -> labels.add(new LabelScore(label, count[0], count[1], count[2])));
    return labels;
  }
}
