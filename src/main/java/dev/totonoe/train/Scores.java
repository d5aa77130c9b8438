package dev.totonoe.train;

import dev.totonoe.categorise.Calibration;
import dev.totonoe.categorise.CategoryModel;
import dev.totonoe.categorise.CategoryModel.Label;
import java.util.List;
import java.util.Objects;

/// How good a list of guesses is, without abstention. F1 is counted as scikit-learn's `f1_score`
/// does with `zero_division=0`; a row without a guess is a miss of its own label and nothing else.
///
/// @param accuracy the share of right guesses
/// @param weightedF1 each label's F1, weighted by its rows
/// @param macroF1 the mean F1 of all labels that occur or were guessed
/// @param ece expected calibration error: the mean distance of score and share of right guesses
///   over fifteen bins of scores, weighted by their rows
public record Scores(double accuracy, double weightedF1, double macroF1, double ece) {
  /// One row's truth and the model's guess.
  ///
  /// @param truth the path of the row's label
  /// @param guess the path of the likeliest label; empty where the model has none to offer
  /// @param score how probable the guess is, 0 to 1
  /// @param rank the truth's place among the model's labels by their scores, from 1; [#NO_RANK]
  ///   where it has none, because the model lacks the label or has no guess; [#RANK_UNTOLD] where
  ///   nobody looked
  record Judged(String truth, String guess, double score, int rank) {
    static final int NO_RANK = 0;
    static final int RANK_UNTOLD = -1;

    /// In place of a label's number: the model does not have it.
    static final int LACKING = -1;

    Judged {
      Objects.requireNonNull(truth);
      Objects.requireNonNull(guess);
    }

    /// A row of which only the likeliest label is known.
    Judged(String truth, String guess, double score) {
      this(truth, guess, score, truth.equals(guess) ? 1 : RANK_UNTOLD);
    }

    /// @param labels the model's labels
    /// @param own the place of the row's label among them, or [#LACKING]
    /// @param probabilities of all labels, calibrated; of equal ones the first is the likelier
    static Judged of(List<Label> labels, String truth, int own, float[] probabilities) {
      int best = CategoryModel.likeliest(probabilities);
      int rank = own == LACKING ? NO_RANK : rank(own, probabilities);
      double score = Calibration.rounded(probabilities[best]);
      return new Judged(truth, labels.get(best).path(), score, rank);
    }

    /// A row for which the model has nothing to offer.
    static Judged unguessed(String truth) {
      return new Judged(truth, "", 0, NO_RANK);
    }

    private static int rank(int own, float[] probabilities) {
      int rank = 1;
      for (int c = 0; c < probabilities.length; c++) {
        boolean levelAndBefore = probabilities[c] == probabilities[own] && c < own;
        rank += probabilities[c] > probabilities[own] || levelAndBefore ? 1 : 0;
      }
      return rank;
    }

    boolean isRight() {
      return truth.equals(guess);
    }

    boolean isGuessed() {
      return !guess.isEmpty();
    }
  }

  static Scores of(int rows, List<LabelScore> labels, List<ReliabilityBin> bins) {
    double right = 0;
    double weighted = 0;
    double sum = 0;
    for (LabelScore label : labels) {
      right += label.right();
      weighted += label.f1() * label.rows();
      sum += label.f1();
    }
    return new Scores(
        Shares.of(right, rows),
        Shares.of(weighted, rows),
        Shares.of(sum, labels.size()),
        ReliabilityBin.calibrationError(bins));
  }
}
