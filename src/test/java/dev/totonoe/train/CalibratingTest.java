package dev.totonoe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.totonoe.categorise.Calibration;
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
    assertThat(Calibrating.calibrate(logits, classes).sharpening()).isCloseTo(3, within(0.15));
  }

  @Test
  void acceptsAsManyAsThePromiseAllows() {
    Calibration calibration = Calibrating.calibrate(logits, classes);

    assertThat(calibration.precision()).isBetween(0.95, 0.955);
    assertThat(calibration.coverage()).isBetween(0.7, 0.95);
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
    Calibration calibration = Calibrating.calibrate(noise, coins);

    assertThat(calibration.threshold()).isEqualTo(Calibration.NEVER);
    assertThat(calibration.coverage()).isZero();
  }

  @Test
  void fewRightRowsAreNotEnoughToPromise() {
    float[][] few = {{3, 0}, {3, 0}, {3, 0}, {0, 3}};
    Calibration calibration = Calibrating.calibrate(few, new int[] {0, 0, 0, 1});

    assertThat(calibration.threshold()).isEqualTo(Calibration.NEVER);
  }
}
