package dev.totonoe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.totonoe.categorise.Calibration;
import dev.totonoe.categorise.Calibration.Threshold;
import dev.totonoe.categorise.CategoryModel.Label;
import dev.totonoe.categorise.Hierarchy;
import dev.totonoe.categorise.ScoreCurve;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CalibratingTest {
  /// Rows whose right class follows the softmax of three times their logits.
  private static final int ROWS = 20_000;

  private final float[][] logits = new float[ROWS][];
  private final int[] classes = new int[ROWS];

  CalibratingTest() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < ROWS; i++) {
      logits[i] = new float[] {(float) random.nextGaussian(), (float) random.nextGaussian()};
      double first = 1 / (1 + Math.exp(3 * (logits[i][1] - logits[i][0])));
      classes[i] = random.nextDouble() < first ? 0 : 1;
    }
  }

  @Test
  void findsHowSureTheScoresShouldBe() {
    assertThat(calibrate(logits, classes).sharpening()).isCloseTo(3, within(0.15));
  }

  @Test
  void acceptsAsManyAsThePromiseAllows() {
    Calibration calibration = calibrate(logits, classes);

    assertThat(calibration.leaf().precision()).isBetween(0.95, 0.955);
    assertThat(calibration.leaf().coverage()).isBetween(0.7, 0.95);
    assertThat(calibration.rows()).isEqualTo(ROWS);
  }

  @Test
  void acceptsNothingWhereNoScoreKeepsThePromise() {
    float[][] noise = new float[40][];
    int[] coins = new int[40];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = new float[] {i, -i};
      coins[i] = i % 2;
    }
    Calibration calibration = calibrate(noise, coins);

    assertThat(calibration.leaf().score()).isEqualTo(Calibration.NEVER);
    assertThat(calibration.leaf().coverage()).isZero();
  }

  @Test
  void fewRightRowsAreNotEnoughToPromise() {
    float[][] few = {{3, 0}, {3, 0}, {3, 0}, {0, 3}};
    Calibration calibration = calibrate(few, new int[] {0, 0, 0, 1});

    assertThat(calibration.leaf().score()).isEqualTo(Calibration.NEVER);
  }

  @Test
  void acceptsTheParentWhereTheClassIsDoubtful() {
    // Within each pair of classes nothing tells them apart; the pairs are told apart surely.
    SplittableRandom random = new SplittableRandom(2);
    float[][] pairs = new float[2_000][];
    int[] right = new int[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      int pair = random.nextInt(2);
      right[i] = 2 * pair + random.nextInt(2);
      pairs[i] = new float[4];
      for (int c = 0; c < 4; c++) {
        pairs[i][c] = (float) (0.01 * random.nextGaussian()) + (c / 2 == pair ? 5 : 0);
      }
    }
    Hierarchy tree = hierarchy("甲 > 一", "甲 > 二", "乙 > 一", "乙 > 二");
    Calibration calibration = Calibrating.calibrate(pairs, right, tree);

    assertThat(calibration.leaf()).isEqualTo(Threshold.NOTHING);
    assertThat(calibration.parent().score()).isLessThan(1);
    assertThat(calibration.parent().coverage()).isEqualTo(1);
    assertThat(calibration.parent().precision()).isEqualTo(1);
    assertThat(Calibrating.calibrate(pairs, right, hierarchy("一", "二", "三", "四")).parent())
        .isEqualTo(Threshold.NOTHING);
  }

  @Test
  void scoresAreHonestWhereLabelsContradictEachOther() {
    // One label of seven is a coin's, however sure the logits are.
    SplittableRandom random = new SplittableRandom(3);
    int[] noisy = classes.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = random.nextInt(7) == 0 ? random.nextInt(2) : noisy[i];
    }
    Calibration calibration = calibrate(logits, noisy);
    MeasuredRows measured = new MeasuredRows(new Labels(labels("0", "1"), noisy));
    for (int i = 0; i < ROWS; i++) {
      measured.add(i, Calibrating.probabilities(logits[i], calibration));
    }

    assertThat(calibration.curve().points()).hasSizeGreaterThan(3);
    assertThat(Measures.of(measured.judged()).scores().ece()).isLessThan(0.01);
  }

  @Test
  void aCurveNeedsAThousandRows() {
    assertThat(curve(999)).isEqualTo(ScoreCurve.STRAIGHT);
    assertThat(curve(1_000)).isNotEqualTo(ScoreCurve.STRAIGHT);
  }

  private ScoreCurve curve(int rows) {
    return calibrate(Arrays.copyOf(logits, rows), Arrays.copyOf(classes, rows)).curve();
  }

  private static Calibration calibrate(float[][] logits, int[] classes) {
    return Calibrating.calibrate(logits, classes, hierarchy("0", "1"));
  }

  private static Hierarchy hierarchy(String... paths) {
    return Hierarchy.of(labels(paths));
  }

  private static List<Label> labels(String... paths) {
    return Arrays.stream(paths).map(path -> new Label(path, path)).toList();
  }
}
