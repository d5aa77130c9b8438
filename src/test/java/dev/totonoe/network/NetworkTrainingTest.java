package dev.totonoe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class NetworkTrainingTest {
  private static final int INPUTS = 512;
  private static final int FEW = 5;
  private static final int MANY = 40;

  /// A fraction of the steps: enough where one input tells the class.
  private static final TrainingSettings QUICK =
      new TrainingSettings(
          24,
          new Schedule(32, 10, 200, 1_000_000, 2.0),
          0.2,
          1.0,
          16,
          new Schedule(32, 12, 250, 1_000_000, 0.02),
          0.1,
          0.1);

  @Test
  void learnsFewClassesInAWideNetwork() {
    ScoringNetwork network = train(FEW, 1).toScore(1);

    assertThat(network.shape()).isEqualTo(new Shape(INPUTS + 1, Shape.WIDE, FEW));
    assertThat(share(network, Networks.examples(300, INPUTS, FEW, 99))).isGreaterThan(0.98);
  }

  @Test
  void learnsManyClassesInANarrowNetwork() {
    ScoringNetwork network = train(MANY, 1).toScore(1);

    assertThat(network.shape()).isEqualTo(new Shape(INPUTS + 1, QUICK.rank(), MANY));
    assertThat(share(network, Networks.examples(300, INPUTS, MANY, 99))).isGreaterThan(0.95);
  }

  @Test
  void asManyClassesAsTheLimitAreWideAndOneMoreIsNarrow() {
    int limit = QUICK.wideClassesMax();

    assertThat(train(limit, 1).toScore(1).shape().isWide()).isTrue();
    assertThat(train(limit + 1, 1).toScore(1).shape().isWide()).isFalse();
  }

  @Test
  void inputsThatNoExampleHasSayNothing() {
    for (int classes : new int[] {FEW, MANY}) {
      ScoringNetwork network = train(classes, 1).toScore(1);
      float[] none = network.logits(new int[0], new float[0]);

      assertThat(network.logits(new int[] {INPUTS}, new float[] {1})).isEqualTo(none);
    }
  }

  @Test
  void sameSeedGivesTheSameNetworkAndAnotherSeedAnother() {
    for (int classes : new int[] {FEW, MANY}) {
      float[] logits = logits(train(classes, 1));

      assertThat(logits(train(classes, 1))).isEqualTo(logits);
      assertThat(logits(train(classes, 2))).isNotEqualTo(logits);
    }
  }

  @Test
  void whatTellsAGroupSpeaksForItsRareClass() {
    // Input 100 tells the group of the classes 0 and 1; class 1 itself never occurs with it.
    int[][] inputs = new int[90][];
    float[][] weights = new float[90][];
    int[] classes = new int[90];
    for (int i = 0; i < inputs.length; i++) {
      classes[i] = i % 3 == 0 ? (i % 30 == 0 ? 1 : 0) : 2;
      inputs[i] = classes[i] == 0 ? new int[] {0, 100} : new int[] {classes[i], 101};
      weights[i] = new float[] {0.7f, 0.7f};
    }
    Examples examples = new Examples(inputs, weights, classes);
    int[][] groups = {{0}, {0}, {}};
    ScoringNetwork grouped = train(examples, new ClassTree(1, groups));
    ScoringNetwork flat = train(examples, Networks.flat(3));

    int[] asked = {100};
    float[] weight = {1};
    assertThat(grouped.logits(asked, weight)[1] - grouped.logits(asked, weight)[2])
        .isGreaterThan(flat.logits(asked, weight)[1] - flat.logits(asked, weight)[2]);
  }

  @Test
  void groupsThatDoNotExistAreRefused() {
    assertThatThrownBy(() -> new ClassTree(1, new int[][] {{0}, {1}}))
        .hasMessage("expected groups below 1 but found 1");
  }

  @Test
  void sharpeningMultipliesTheLogits() {
    for (int classes : new int[] {FEW, MANY}) {
      TrainedNetwork trained = train(classes, 1);
      float[] logits = logits(trained.toScore(1));
      float[] sharper = logits(trained.toScore(3));
      for (int c = 0; c < classes; c++) {
        assertThat(sharper[c]).isCloseTo(3 * logits[c], within(0.3f));
      }
    }
  }

  @Test
  void roundingHardlyMovesALogit() {
    float[] exact = Networks.gaussians(200 * 7, new SplittableRandom(3));
    WeightRows rows = WeightRows.rounded(exact, 7);
    float[] sums = new float[7];
    rows.addRow(2, 199, sums);

    assertThat(rows.rows()).isEqualTo(200);
    for (int c = 0; c < 7; c++) {
      assertThat(sums[c]).isCloseTo(2 * exact[199 * 7 + c], within(0.04f));
      assertThat(rows.get(199, c)).isCloseTo(exact[199 * 7 + c], within(0.02f));
    }
  }

  @Test
  void scoresAreProbabilities() {
    float[] scores = Networks.wide(20, 3, 1).score(new int[] {3}, new float[] {1});

    assertThat(scores[0] + scores[1] + scores[2]).isCloseTo(1, within(1e-6f));
  }

  @Test
  void tellsHowFarItIs() {
    List<Integer> steps = new ArrayList<>();
    training(FEW, 1)
        .train(
            Networks.examples(50, INPUTS, FEW, 1),
            Rounds.PLANNED,
            (done, of) -> {
              assertThat(of).isEqualTo(200 + 250);
              steps.add(done);
            });

    assertThat(steps).isSorted().startsWith(1).endsWith(450);
  }

  @Test
  void trainsAsPlannedWhereHeldOutExamplesGetNoWorse() {
    Rounds rounds =
        training(FEW, 1)
            .trainUntilBest(
                Networks.examples(400, INPUTS, FEW, 1),
                Networks.examples(200, INPUTS, FEW, 7),
                (_, _) -> {})
            .rounds();

    // 200 and 250 steps of 13 a round.
    assertThat(rounds).isEqualTo(new Rounds(16, 20));
  }

  @Test
  void fewerRoundsThanPlannedAreAnotherNetwork() {
    Examples examples = Networks.examples(600, INPUTS, FEW, 1);
    TrainedNetwork planned = training(FEW, 1).train(examples, Rounds.PLANNED, (_, _) -> {});
    TrainedNetwork shorter = training(FEW, 1).train(examples, new Rounds(2, 2), (_, _) -> {});

    assertThat(shorter.rounds()).isEqualTo(new Rounds(2, 2));
    assertThat(logits(shorter)).isNotEqualTo(logits(planned));
  }

  @Test
  void refusesToLearnFromNothing() {
    assertThatThrownBy(() -> training(2, 1).train(empty(0), Rounds.PLANNED, (_, _) -> {}))
        .hasMessage("there is no example to train on");
  }

  private static Examples empty(int size) {
    return new Examples(new int[size][], new float[size][], new int[size]);
  }

  private static NetworkTraining training(int classes, long seed) {
    return new NetworkTraining(INPUTS + 1, Networks.flat(classes), QUICK, seed);
  }

  private static TrainedNetwork train(int classes, long seed) {
    return training(classes, seed)
        .train(Networks.examples(600, INPUTS, classes, 1), Rounds.PLANNED, (_, _) -> {});
  }

  private static ScoringNetwork train(Examples examples, ClassTree tree) {
    return new NetworkTraining(INPUTS, tree, QUICK, 1)
        .train(examples, Rounds.PLANNED, (_, _) -> {})
        .toScore(1);
  }

  private static float[] logits(TrainedNetwork trained) {
    return logits(trained.toScore(1));
  }

  private static float[] logits(ScoringNetwork network) {
    return network.logits(new int[] {1, 300, 301}, new float[] {0.5f, 0.5f, 0.5f});
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
