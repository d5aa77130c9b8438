package dev.totonoe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SoftmaxTest {
  @Test
  void expIsExactToSixDigits() {
    for (int i = 0; i <= 21_000; i++) {
      float x = -i / 1_000f;

      assertThat((double) Softmax.exp(x))
          .as("e^%s", x)
          .isCloseTo(Math.exp(x), within(2e-6 * Math.exp(x)));
    }
    assertThat(Softmax.exp(0)).isEqualTo(1);
    assertThat(Softmax.exp(-200)).isBetween(0f, 1.2e-38f);
    assertThat(Softmax.exp(Float.NEGATIVE_INFINITY)).isBetween(0f, 1.2e-38f);
  }

  @Test
  void probabilitiesAddUpToOne() {
    float[] probabilities = Softmax.applyTo(new float[] {1, 3, -2, 100, 99.5f});

    assertThat(probabilities[3] + probabilities[4]).isCloseTo(1, within(1e-6f));
    assertThat(probabilities[4] / probabilities[3])
        .isCloseTo((float) Math.exp(-0.5), within(1e-6f));
    assertThat(probabilities[1]).isLessThan(1e-30f);
  }
}
