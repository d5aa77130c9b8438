package dev.totonoe.network;

/// What a training has learnt, in full precision.
public final class TrainedNetwork {
  private final float[] matrix;

  /// Empty in a wide network.
  private final float[] head;

  private final float[] bias;
  private final Rounds rounds;

  TrainedNetwork(float[] matrix, float[] head, float[] bias, Rounds rounds) {
    this.matrix = matrix;
    this.head = head;
    this.bias = bias;
    this.rounds = rounds;
  }

  /// The rounds after which it was taken as it is.
  public Rounds rounds() {
    return rounds;
  }

  /// Ready to score: the weights rounded to a byte each, the logits multiplied by a factor: surer
  /// above 1, more doubtful below.
  public ScoringNetwork toScore(double sharpening) {
    float[] sharpBias = scaled(bias, sharpening);
    if (head.length == 0) {
      return ScoringNetwork.wide(
          WeightRows.rounded(scaled(matrix, sharpening), bias.length), sharpBias);
    }
    int rank = head.length / bias.length;
    return ScoringNetwork.narrow(
        WeightRows.rounded(matrix, rank), scaled(head, sharpening), sharpBias);
  }

  private static float[] scaled(float[] values, double factor) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (values[i] * factor);
    }
    return result;
  }
}
