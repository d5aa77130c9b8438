package dev.totonoe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.totonoe.categorise.Calibration;
import dev.totonoe.train.Scores.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class MeasuresTest {
  private static final Offset<Double> EXACT = within(1e-9);

  /// Ten rows with a label that is never guessed (洗剤) and two that are guessed and never occur.
  private static final List<Judged> TEN =
      List.of(
          new Judged("飲料 > 茶", "飲料 > 茶", 0.9),
          new Judged("飲料 > 茶", "飲料 > 水", 0.5, 2),
          new Judged("飲料 > 茶", "飲料 > 茶", 0.8),
          new Judged("飲料 > 水", "飲料 > 水", 0.9),
          new Judged("飲料 > 水", "菓子 > 飴", 0.4, 3),
          new Judged("菓子 > 飴", "菓子 > 飴", 0.7),
          new Judged("菓子 > 飴", "飲料 > 酒", 0.3, 4),
          new Judged("菓子 > 飴", "文具", 0.8, 2),
          new Judged("洗剤", "飲料 > 酒", 0.2, Judged.NO_RANK),
          new Judged("洗剤", "文具", 0.6, 9));

  /// The numbers are of scikit-learn 1.2.1 for the same lists: `accuracy_score`, `f1_score` with
  /// `average='weighted'` and `'macro'`.
  @Test
  void countsAsScikitLearnDoes() {
    Scores scores = Measures.of(TEN).scores();

    assertThat(scores.accuracy()).isCloseTo(0.4, EXACT);
    assertThat(scores.weightedF1()).isCloseTo(0.46, EXACT);
    assertThat(scores.macroF1()).isCloseTo(0.2833333333333334, EXACT);
  }

  /// scikit-learn 1.2.1, `precision_recall_fscore_support` of the labels in their order.
  @Test
  void scoresEveryLabelAsScikitLearnDoes() {
    List<LabelScore> labels = Measures.of(TEN).labels();

    assertThat(labels)
        .extracting(LabelScore::label)
        .containsExactly("文具", "洗剤", "菓子 > 飴", "飲料 > 水", "飲料 > 茶", "飲料 > 酒");
    assertThat(labels)
        .extracting(LabelScore::precision)
        .containsExactly(0.0, 0.0, 0.5, 0.5, 1.0, 0.0);
    assertThat(labels)
        .extracting(LabelScore::recall)
        .containsExactly(0.0, 0.0, 1.0 / 3, 0.5, 2.0 / 3, 0.0);
    assertThat(labels).extracting(LabelScore::f1).containsExactly(0.0, 0.0, 0.4, 0.5, 0.8, 0.0);
    assertThat(labels).extracting(LabelScore::rows).containsExactly(0, 2, 3, 2, 3, 0);
  }

  /// scikit-learn 1.2.1, `precision_recall_fscore_support(average='micro')` of the sets of
  /// ancestors made binary by `MultiLabelBinarizer`.
  @Test
  void hierarchicalScoresAreThoseOfTheSetsOfAncestors() {
    HierarchicalScores scores =
        HierarchicalScores.of(
            List.of(
                new Judged("a > b > c", "a", 1),
                new Judged("a > b", "a > c", 1),
                new Judged("x", "x > y > z", 1),
                new Judged("x > y", "x > y", 1),
                new Judged("a > b > c", "a > b > d > e", 1)));

    assertThat(scores.precision()).isCloseTo(0.5833333333333334, EXACT);
    assertThat(scores.recall()).isCloseTo(0.6363636363636364, EXACT);
    assertThat(scores.f1()).isCloseTo(0.608695652173913, EXACT);
  }

  @Test
  void ancestorsCanComeFromElsewhereThanThePath() {
    HierarchicalScores scores =
        HierarchicalScores.of(List.of(new Judged("11", "12", 1)), id -> Set.of("1", id));

    assertThat(scores).isEqualTo(new HierarchicalScores(0.5, 0.5, 0.5));
  }

  @Test
  void aRowWithoutAGuessMissesItsLabelAndIsNoLabelOfItsOwn() {
    Measures measures =
        Measures.of(List.of(new Judged("a", "a", 1.0, 1), new Judged("a", "", 0, Judged.NO_RANK)));

    assertThat(measures.unguessedRows()).isEqualTo(1);
    assertThat(measures.labels()).containsExactly(new LabelScore("a", 2, 1, 1));
    assertThat(measures.hierarchical().precision()).isEqualTo(1);
    assertThat(measures.hierarchical().recall()).isEqualTo(0.5);
    assertThat(measures.confusions()).isEmpty();
    assertThat(measures.atCoverage().getLast().accepted()).isEqualTo(1);
  }

  @Test
  void countsTheRightLabelAmongTheFirstThree() {
    assertThat(Measures.of(TEN).top3Accuracy()).hasValue(0.7);
    assertThat(Measures.of(List.of(new Judged("a", "b", 0.5))).top3Accuracy()).isEmpty();
  }

  @Test
  void tellsWhatCanBeAcceptedAtAPrecision() {
    AcceptanceCurve curve = new AcceptanceCurve(TEN);

    assertThat(curve.atPrecision(0.9)).isEqualTo(new Acceptance(0.9, 0.9, 10, 2, 2));
    assertThat(curve.atPrecision(0.7)).isEqualTo(new Acceptance(0.7, 0.7, 10, 5, 4));
    assertThat(new AcceptanceCurve(List.of(new Judged("a", "b", 0.5))).atPrecision(0.9))
        .isEqualTo(new Acceptance(0.9, Calibration.NEVER, 1, 0, 0));
  }

  @Test
  void acceptsRowsOfOneScoreTogether() {
    AcceptanceCurve curve = new AcceptanceCurve(TEN);

    assertThat(curve.atCoverage(0.3)).isEqualTo(new Acceptance(0.3, 0.8, 10, 4, 3));
    assertThat(curve.atCoverage(1)).isEqualTo(new Acceptance(1, 0.2, 10, 10, 4));
    assertThat(curve.atScore(0.75)).isEqualTo(new Acceptance(0.75, 0.75, 10, 4, 3));
    assertThat(curve.atScore(Calibration.NEVER).accepted()).isZero();
  }

  /// Worked out with the formula by hand; the second is what 19 right rows of 19 prove.
  @Test
  void lowerBoundIsWilsons() {
    assertThat(new Acceptance(0, 0, 2_000, 1_000, 950).precisionLowerBound())
        .isCloseTo(0.931405732, EXACT);
    assertThat(Shares.lowerBound(19, 19)).isCloseTo(0.778316219, EXACT);
    assertThat(Shares.lowerBound(0, 5)).isZero();
    assertThat(Shares.lowerBound(0, 0)).isZero();
    assertThat(Shares.rowsToProve(0.95)).isEqualTo(103);
    assertThat(Shares.lowerBound(102, 102)).isLessThan(0.95);
    assertThat(Shares.lowerBound(103, 103)).isGreaterThan(0.95);
  }

  @Test
  void binsHoldTheRowsOfTheirScores() {
    List<ReliabilityBin> bins =
        ReliabilityBin.of(
            List.of(
                new Judged("a", "a", 1), new Judged("a", "b", 0.95), new Judged("a", "b", 0.01)));

    assertThat(bins).hasSize(15);
    assertThat(bins.getLast().rows()).isEqualTo(2);
    assertThat(bins.getLast().meanScore()).isCloseTo(0.975, EXACT);
    assertThat(bins.getLast().rightShare()).isEqualTo(0.5);
    assertThat(bins.getFirst().rows()).isEqualTo(1);
    assertThat(ReliabilityBin.calibrationError(bins)).isCloseTo((0.95 + 0.01) / 3, EXACT);
  }

  @Test
  void honestScoresHaveNoCalibrationError() {
    assertThat(calibrationError(new Judged("a", "a", 1), new Judged("a", "b", 0))).isZero();
    assertThat(calibrationError(new Judged("a", "a", 0.5), new Judged("a", "b", 0.5))).isZero();
    assertThat(calibrationError(new Judged("a", "b", 1), new Judged("a", "b", 0.5)))
        .isCloseTo(0.75, EXACT);
  }

  @Test
  void tellsAConfusedPairOnceWithBothDirections() {
    List<Judged> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      rows.add(new Judged("b", "a", 0.5));
      rows.add(new Judged("a", "a", 0.5));
    }
    rows.add(new Judged("a", "b", 0.5));
    rows.add(new Judged("c", "a", 0.5));
    rows.add(new Judged("a", "d", 0.5));

    assertThat(Measures.of(rows).confusions())
        .containsExactly(
            new Confusion("b", "a", 3, 1.0, 1, 0.2),
            new Confusion("a", "d", 1, 0.2, 0, 0),
            new Confusion("c", "a", 1, 1.0, 0, 0));
  }

  @Test
  void tellsTheWorstTwentyPairsInTheOrderOfTheirLabels() {
    List<Judged> rows = new ArrayList<>();
    for (char truth = 'a'; truth <= 'z'; truth++) {
      rows.add(new Judged(String.valueOf(truth), "!", 0.5));
    }
    rows.add(new Judged("z", "!", 0.5));

    List<Confusion> confusions = Measures.of(rows).confusions();
    assertThat(confusions).hasSize(20);
    assertThat(confusions.getFirst()).isEqualTo(new Confusion("z", "!", 2, 1.0, 0, 0));
    assertThat(confusions.get(1).truth()).isEqualTo("a");
    assertThat(confusions.getLast().truth()).isEqualTo("s");
  }

  private static double calibrationError(Judged... rows) {
    return Measures.of(List.of(rows)).scores().ece();
  }
}
