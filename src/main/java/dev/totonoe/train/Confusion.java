package dev.totonoe.train;

import dev.totonoe.train.Scores.Judged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Two labels that are taken for each other, told in the direction that happens more often.
///
/// @param truth the label of the rows
/// @param guess what they were taken for
/// @param rows how many
/// @param share their share of all rows of `truth`
/// @param reverseRows rows of `guess` that were taken for `truth`
/// @param reverseShare their share of all rows of `guess`; 0 where it does not occur
public record Confusion(
    String truth, String guess, int rows, double share, int reverseRows, double reverseShare) {
  /// So many pairs are told.
  static final int TOLD_MAX = 20;

  public Confusion {
    Objects.requireNonNull(truth);
    Objects.requireNonNull(guess);
  }

  /// The pairs with the most rows in both directions together; the order of the labels decides
  /// between equals. Takes eight bytes a wrong row, however many labels there are.
  ///
  /// @param labels all labels of the rows, in their order
  static List<Confusion> worst(Collection<Judged> judged, List<LabelScore> labels) {
    List<String> names = labels.stream().map(LabelScore::label).toList();
    long[] wrong =
        judged.stream()
            .filter(row -> row.isGuessed() && !row.isRight())
            .mapToLong(row -> code(place(names, row.truth()), place(names, row.guess()), names))
            .sorted()
            .toArray();
    List<Confusion> pairs = new ArrayList<>();
    int start = 0;
    while (start < wrong.length) {
      long pair = wrong[start] / 2;
      int turn = end(wrong, start, 2 * pair);
      int end = end(wrong, turn, 2 * pair + 1);
      LabelScore lower = labels.get((int) (pair / names.size()));
      LabelScore upper = labels.get((int) (pair % names.size()));
      pairs.add(of(lower, upper, turn - start, end - turn));
      start = end;
    }
    pairs.sort(
        Comparator.comparingInt((Confusion pair) -> -pair.rows - pair.reverseRows)
            .thenComparing(Confusion::truth)
            .thenComparing(Confusion::guess));
    return List.copyOf(pairs.subList(0, Math.min(pairs.size(), TOLD_MAX)));
  }

  private static Confusion of(LabelScore lower, LabelScore upper, int there, int back) {
    double shareThere = Shares.of(there, lower.rows());
    double shareBack = Shares.of(back, upper.rows());
    return there >= back
        ? new Confusion(lower.label(), upper.label(), there, shareThere, back, shareBack)
        : new Confusion(upper.label(), lower.label(), back, shareBack, there, shareThere);
  }

  /// One number for a pair and its direction, even where the lower label is the truth.
  private static long code(int truth, int guess, List<String> names) {
    long lower = Math.min(truth, guess);
    long upper = Math.max(truth, guess);
    return 2 * (lower * names.size() + upper) + (truth < guess ? 0 : 1);
  }

  private static int end(long[] codes, int from, long code) {
    int end = from;
    while (end < codes.length && codes[end] == code) {
      end++;
    }
    return end;
  }

  private static int place(List<String> names, String label) {
    return Collections.binarySearch(names, label);
  }
}
