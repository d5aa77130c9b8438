package dev.totonoe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NetworkTrainingTest {
  private static final int INPUTS = 512;

  /// A fraction of the steps: enough where one input tells the class.
  private static final TrainingSettings QUICK =
      new TrainingSettings(24, 32, 10, 200, 2.0, 16, 12, 250, 0.02, 0.1, 1.0, 0.1);

  @Test
  void learnsFewClassesAndGivesEachAnOutputOfTheHiddenLayer() {
    ScoringNetwork network = train(5, 1);

    assertThat(network.width()).isEqualTo(5);
    assertThat(share(network, Networks.examples(300, INPUTS, 5, 99))).isGreaterThan(0.98);
  }

  @Test
  void learnsManyClassesInANarrowLayer() {
    ScoringNetwork network = train(40, 1);

    assertThat(network.width()).isEqualTo(QUICK.widthMax()).isLessThan(40);
    assertThat(share(network, Networks.examples(300, INPUTS, 40, 99))).isGreaterThan(0.95);
  }

  @Test
  void inputsThatNoExampleHasSayNothing() {
    for (int classes : new int[] {5, 40}) {
      ScoringNetwork network = train(classes, 1);
      float[] none = network.logits(new int[0], new float[0]);
      Examples examples = Networks.examples(600, INPUTS, classes, 1);
      boolean[] seen = new boolean[INPUTS + 1];
      for (int[] active : examples.inputs()) {
        for (int input : active) {
          seen[input] = true;
        }
      }
      assertThat(seen[INPUTS]).isFalse();
      assertThat(network.logits(new int[] {INPUTS}, new float[] {1})).isEqualTo(none);
    }
  }

  @Test
  void sameSeedGivesTheSameNetworkAndAnotherSeedAnother() {
    for (int classes : new int[] {5, 40}) {
      ScoringNetwork network = train(classes, 1);

      assertThat(train(classes, 1).embedding()).isEqualTo(network.embedding());
      assertThat(train(classes, 1).head()).isEqualTo(network.head());
      assertThat(train(classes, 2).embedding()).isNotEqualTo(network.embedding());
    }
  }

  @Test
  void sharpeningKeepsTheOrderAndMovesTheProbabilities() {
    ScoringNetwork network = Networks.random(20, 4, 3, 1);
    int[] inputs = {1, 7};
    float[] weights = {0.3f, 0.4f};
    float[] logits = network.logits(inputs, weights);
    float[] sharper = network.sharpened(3).logits(inputs, weights);

    for (int c = 0; c < 3; c++) {
      assertThat(sharper[c]).isCloseTo(3 * logits[c], within(1e-5f));
    }
  }

  @Test
  void scoresAreProbabilities() {
    float[] scores = Networks.random(20, 4, 3, 1).score(new int[] {3}, new float[] {1});

    assertThat(scores[0] + scores[1] + scores[2]).isCloseTo(1, within(1e-6f));
  }

  @Test
  void tellsEveryStep() {
    List<Integer> steps = new ArrayList<>();
    NetworkTraining.train(
        Networks.examples(50, INPUTS, 40, 1),
        INPUTS,
        40,
        QUICK,
        1,
        (step, of) -> {
          assertThat(of).isEqualTo(250);
          steps.add(step);
        });

    assertThat(steps).hasSize(250).isSorted().endsWith(250);
  }

  @Test
  void refusesToLearnFromNothing() {
    assertThatThrownBy(
            () ->
                NetworkTraining.train(
                    new Examples(new int[0][], new float[0][], new int[0]),
                    INPUTS,
                    2,
                    QUICK,
                    1,
                    (_, _) -> {}))
        .hasMessage("there is no example to train on");
  }

  private static ScoringNetwork train(int classes, long seed) {
    return NetworkTraining.train(
        Networks.examples(600, INPUTS, classes, 1), INPUTS + 1, classes, QUICK, seed, (_, _) -> {});
  }

  private static double share(ScoringNetwork network, Examples examples) {
    int right = 0;
    for (int i = 0; i < examples.size(); i++) {
      float[] scores = network.score(examples.inputs()[i], examples.weights()[i]);
      int best = 0;
      for (int c = 1; c < scores.length; c++) {
        best = scores[c] > scores[best] ? c : best;
      }
      right += best == examples.classes()[i] ? 1 : 0;
    }
    return (double) right / examples.size();
  }
}
