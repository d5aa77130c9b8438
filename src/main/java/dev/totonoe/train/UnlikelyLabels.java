package dev.totonoe.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Finds rows that a network which had not seen them is surer to have another label than it usually
/// is of the rows that do have that label.
///
/// This is confident learning (Northcutt, Jiang, Chuang 2021, "Confident learning: estimating
/// uncertainty in dataset labels"): a label's threshold is the mean probability that its own rows
/// have it. The paper looks at every label above its threshold; here only the likeliest of a row is
/// known, which finds fewer rows and takes memory for rows and labels but not for both multiplied.
/// A label without a measured row of its own has no threshold and is nobody's likelier one.
final class UnlikelyLabels {
  private UnlikelyLabels() {}

  /// What a network that had not seen a row says of it.
  ///
  /// @param row its place among the labelled rows, from 0
  /// @param ownScore the probability of the row's own label
  /// @param guess the number of the likeliest label
  /// @param score the probability of that one
  record HeldOut(int row, double ownScore, int guess, double score) {
    /// By how much the other label is likelier.
    double margin() {
      return score - ownScore;
    }
  }

  /// @param heldOut the rows that were measured, each once, in any order
  /// @return the rows by the margin between both labels, the greatest first
  static List<LabelDoubt> find(
      List<LabelledRows.Row> rows, Labels labels, Collection<HeldOut> heldOut) {
    double[] thresholds = thresholds(labels, heldOut);
    List<HeldOut> unlikely = new ArrayList<>();
    for (HeldOut one : heldOut) {
      if (one.guess() != labels.classes()[one.row()] && one.score() >= thresholds[one.guess()]) {
        unlikely.add(one);
      }
    }
    unlikely.sort(
        Comparator.comparingDouble(HeldOut::margin).reversed().thenComparing(HeldOut::row));
    return unlikely.stream()
        .map(
            one ->
                LabelDoubt.unlikely(
                    rows, one.row(), labels, one.guess(), one.ownScore(), one.score()))
        .toList();
  }

  private static double[] thresholds(Labels labels, Collection<HeldOut> heldOut) {
    double[] sums = new double[labels.all().size()];
    int[] counts = new int[sums.length];
    for (HeldOut one : heldOut) {
      int own = labels.classes()[one.row()];
      sums[own] += one.ownScore();
      counts[own]++;
    }
    for (int label = 0; label < sums.length; label++) {
      sums[label] = counts[label] == 0 ? Double.POSITIVE_INFINITY : sums[label] / counts[label];
    }
    return sums;
  }
}
