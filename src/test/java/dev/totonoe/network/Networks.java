package dev.totonoe.network;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Random data for the tests of this room.
final class Networks {
  private Networks() {}

  static ScoringNetwork wide(int inputs, int classes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return ScoringNetwork.wide(
        WeightRows.rounded(gaussians(inputs * classes, random), classes),
        gaussians(classes, random));
  }

  static ScoringNetwork narrow(int inputs, int rank, int classes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return ScoringNetwork.narrow(
        WeightRows.rounded(gaussians(inputs * rank, random), rank),
        gaussians(rank * classes, random),
        gaussians(classes, random));
  }

  /// Classes that nothing groups.
  static ClassTree flat(int classes) {
    return new ClassTree(0, new int[classes][0]);
  }

  /// Examples whose class shows in one of their four inputs.
  static Examples examples(int size, int inputs, int classes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] active = new int[size][];
    float[][] weights = new float[size][];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = random.nextInt(classes);
      int[] noise = random.ints(3, classes, inputs).distinct().sorted().toArray();
      active[i] = IntStream.concat(IntStream.of(labels[i]), IntStream.of(noise)).toArray();
      weights[i] = new float[active[i].length];
      Arrays.fill(weights[i], 0.5f);
    }
    return new Examples(active, weights, labels);
  }

  static float[] gaussians(int size, SplittableRandom random) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
