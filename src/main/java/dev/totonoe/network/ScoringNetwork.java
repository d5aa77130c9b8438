package dev.totonoe.network;

import java.nio.file.Path;

/// A network ready to score: inputs → hidden layer without bias or non-linearity → softmax. It is a
/// plain DL4J `MultiLayerNetwork` in its file, and `output()` of that on the dense input gives the
/// same probabilities; here the few active inputs' rows are gathered from plain arrays instead, in
/// a fixed order, so that a result depends on nothing but its own example. Immutable.
public final class ScoringNetwork {
  /// A logit this far below the highest adds less than 1e-9 to the softmax's sum.
  private static final float NEGLIGIBLE = 21;

  private final float[] embedding;
  private final float[] head;
  private final float[] bias;
  private final int inputs;
  private final int width;

  /// @param embedding inputs × width, row by row
  /// @param head width × classes, row by row
  /// @param bias one for each class
  ScoringNetwork(float[] embedding, float[] head, float[] bias) {
    this.embedding = embedding;
    this.head = head;
    this.bias = bias;
    this.width = head.length / bias.length;
    this.inputs = embedding.length / width;
  }

  /// @throws dev.totonoe.failure.EnvironmentFailure when the file is not such a network, whatever
  ///   else it may be; nothing that stands in it is executed
  public static ScoringNetwork load(Path zip) {
    return NetworkFile.read(zip);
  }

  /// Writes the network as DL4J does, the same bytes every time.
  public void save(Path zip) {
    NetworkFile.write(this, zip);
  }

  public int inputs() {
    return inputs;
  }

  public int width() {
    return width;
  }

  public int classes() {
    return bias.length;
  }

  float[] embedding() {
    return embedding;
  }

  float[] head() {
    return head;
  }

  float[] bias() {
    return bias;
  }

  /// The probability of each class.
  public float[] score(int[] activeInputs, float[] weights) {
    return softmax(logits(activeInputs, weights));
  }

  /// What the softmax would make probabilities of.
  public float[] logits(int[] activeInputs, float[] weights) {
    float[] pooled = new float[width];
    for (int i = 0; i < activeInputs.length; i++) {
      Vectors.add(weights[i], embedding, activeInputs[i] * width, pooled, 0, width);
    }
    float[] logits = bias.clone();
    for (int d = 0; d < width; d++) {
      Vectors.add(pooled[d], head, d * bias.length, logits, 0, logits.length);
    }
    return logits;
  }

  /// The same network with all logits multiplied: surer (above 1) or more doubtful (below 1).
  public ScoringNetwork sharpened(double factor) {
    return new ScoringNetwork(embedding, scaled(head, factor), scaled(bias, factor));
  }

  private static float[] scaled(float[] values, double factor) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (values[i] * factor);
    }
    return result;
  }

  /// With `StrictMath`, so that every machine gets the same digits.
  private static float[] softmax(float[] logits) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      highest = Math.max(highest, logit);
    }
    double sum = 0;
    double[] exponentials = new double[logits.length];
    for (int c = 0; c < logits.length; c++) {
      float below = highest - logits[c];
      if (below < NEGLIGIBLE) {
        exponentials[c] = StrictMath.exp(-below);
        sum += exponentials[c];
      }
    }
    float[] probabilities = new float[logits.length];
    for (int c = 0; c < logits.length; c++) {
      probabilities[c] = (float) (exponentials[c] / sum);
    }
    return probabilities;
  }
}
