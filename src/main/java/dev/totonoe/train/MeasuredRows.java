package dev.totonoe.train;

import dev.totonoe.categorise.Calibration;
import dev.totonoe.categorise.CategoryModel;
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
  void add(int row, float[] probabilities) {
    int own = labels.classes()[row];
    Judged one = Judged.of(labels.all(), labels.all().get(own).path(), own, probabilities);
    judged.add(one);
    heldOut.add(
        new HeldOut(
            row,
            Calibration.rounded(probabilities[own]),
            CategoryModel.likeliest(probabilities),
            one.score()));
  }

  List<Judged> judged() {
    return Collections.unmodifiableList(judged);
  }

  List<HeldOut> heldOut() {
    return Collections.unmodifiableList(heldOut);
  }
}
