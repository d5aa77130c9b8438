package dev.totonoe.train;

import dev.totonoe.categorise.Calibration;
import dev.totonoe.train.Scores.Judged;
import dev.totonoe.train.UnlikelyLabels.HeldOut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Collects what networks say of rows that they had not seen, in a form whose size does not depend
/// on the number of labels. Not safe for several threads.
final class MeasuredRows {
  private final Labels labels;
  private final List<Judged> judged = new ArrayList<>();
  private final List<HeldOut> heldOut = new ArrayList<>();

  MeasuredRows(Labels labels) {
    this.labels = labels;
  }

  /// @param row its place among the labelled rows, from 0
  /// @param probabilities of all labels, calibrated; of equal ones the first is the likelier
  void add(int row, double[] probabilities) {
    int own = labels.classes()[row];
    int best = 0;
    int rank = 1;
    for (int c = 0; c < probabilities.length; c++) {
      if (probabilities[c] > probabilities[best]) {
        best = c;
      }
      boolean before = probabilities[c] == probabilities[own] && c < own;
      rank += probabilities[c] > probabilities[own] || before ? 1 : 0;
    }
    double score = Calibration.rounded(probabilities[best]);
    judged.add(
        new Judged(labels.all().get(own).path(), labels.all().get(best).path(), score, rank));
    heldOut.add(new HeldOut(row, Calibration.rounded(probabilities[own]), best, score));
  }

  List<Judged> judged() {
    return Collections.unmodifiableList(judged);
  }

  List<HeldOut> heldOut() {
    return Collections.unmodifiableList(heldOut);
  }
}
