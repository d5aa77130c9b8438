package dev.totonoe.network;

/// Trains a network. Where the classes are few, the hidden layer has one output for each and holds
/// a linear part, the classes' centroids and a little of a low-rank part, added up into one matrix;
/// where they are many, it is narrow and is the low-rank part alone, so that the file stays small.
/// Gradient steps touch only the inputs that a batch has: DL4J's own `fit` takes dense batches and
/// moves every parameter in every step. The same examples and seed give the same network, bit by
/// bit.
public final class NetworkTraining {
  private NetworkTraining() {}

  /// @param examples their inputs below `inputs`, their classes below `classes`
  public static ScoringNetwork train(
      Examples examples,
      int inputs,
      int classes,
      TrainingSettings settings,
      long seed,
      Steps progress) {
    if (examples.size() == 0) {
      throw new IllegalArgumentException("there is no example to train on");
    }
    if (classes > settings.widthMax()) {
      LowRankPart part =
          LowRankPart.train(
              examples, inputs, classes, settings.widthMax(), settings, seed, progress);
      return new ScoringNetwork(part.embedding(), part.head(), part.bias());
    }
    LinearPart linear = LinearPart.train(examples, inputs, classes, settings, seed, progress);
    LowRankPart lowRank =
        LowRankPart.train(examples, inputs, classes, settings.rank(), settings, seed, progress);
    return sum(linear, lowRank, inputs, classes, settings);
  }

  private static ScoringNetwork sum(
      LinearPart linear, LowRankPart lowRank, int inputs, int classes, TrainingSettings settings) {
    int rank = settings.rank();
    float share = (float) settings.lowRankShare();
    float[] matrix = linear.matrix();
    for (int input = 0; input < inputs; input++) {
      for (int d = 0; d < rank; d++) {
        float weight = share * lowRank.embedding()[input * rank + d];
        if (weight != 0) {
          Vectors.add(weight, lowRank.head(), d * classes, matrix, input * classes, classes);
        }
      }
    }
    float[] bias = linear.bias();
    Vectors.add(share, lowRank.bias(), 0, bias, 0, classes);
    float[] identity = new float[classes * classes];
    for (int c = 0; c < classes; c++) {
      identity[c * classes + c] = 1;
    }
    return new ScoringNetwork(matrix, identity, bias);
  }
}
