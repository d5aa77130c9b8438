package dev.totonoe.network;

import java.nio.file.Path;

/// A network ready to score: a weighted bag of inputs, and a softmax. Where the classes are few it
/// is wide: a row of weights, one for each class, is added up for each active input. Where they are
/// many it is narrow: the rows are short, and a head leads from them to the classes. It is a plain
/// DL4J `MultiLayerNetwork` in its file, and `output()` of that on the dense input gives the same
/// probabilities; here only the rows of the few active inputs are touched, in the order in which
/// they come, so that a result depends on nothing but its own example. Immutable.
public final class ScoringNetwork {
  private final WeightRows rows;

  /// Empty in a wide network.
  private final float[] head;

  private final float[] bias;

  private ScoringNetwork(WeightRows rows, float[] head, float[] bias) {
    this.rows = rows;
    this.head = head;
    this.bias = bias;
  }

  /// @param rows inputs × classes
  /// @param bias one for each class
  static ScoringNetwork wide(WeightRows rows, float[] bias) {
    return new ScoringNetwork(rows, new float[0], bias);
  }

  /// @param rows inputs × rank
  /// @param head rank × classes, row by row
  /// @param bias one for each class
  static ScoringNetwork narrow(WeightRows rows, float[] head, float[] bias) {
    return new ScoringNetwork(rows, head, bias);
  }

  /// @param inputs how many inputs it must have
  /// @param classes how many classes
  /// @throws dev.totonoe.failure.EnvironmentFailure when the file is not such a network, whatever
  ///   else it may be; nothing that stands in it is executed
  public static ScoringNetwork load(Path zip, int inputs, int classes) {
    return NetworkFile.read(zip, inputs, classes);
  }

  /// Writes the network as DL4J does, the same bytes every time.
  ///
  /// @throws dev.totonoe.failure.EnvironmentFailure when it cannot be written, or memory is short
  public void save(Path zip) {
    Dl4j.requireMemory(shape().parameters() * Float.BYTES);
    NetworkFile.write(this, zip);
  }

  Shape shape() {
    int rank = head.length == 0 ? Shape.WIDE : rows.width();
    return new Shape(rows.rows(), rank, bias.length);
  }

  WeightRows rows() {
    return rows;
  }

  float[] head() {
    return head;
  }

  float[] bias() {
    return bias;
  }

  /// The probability of each class.
  public float[] score(int[] activeInputs, float[] weights) {
    return Softmax.applyTo(logits(activeInputs, weights));
  }

  /// What the softmax would make probabilities of.
  public float[] logits(int[] activeInputs, float[] weights) {
    boolean wide = head.length == 0;
    float[] sums = wide ? bias.clone() : new float[rows.width()];
    for (int i = 0; i < activeInputs.length; i++) {
      rows.addRow(weights[i], activeInputs[i], sums);
    }
    if (wide) {
      return sums;
    }
    float[] logits = bias.clone();
    for (int d = 0; d < sums.length; d++) {
      Vectors.add(sums[d], head, d * bias.length, logits, 0, logits.length);
    }
    return logits;
  }
}
