package dev.totonoe.network;

/// A full matrix, inputs × classes, and a bias: one-against-the-rest with the squared hinge loss,
/// plain gradient steps that touch only the rows of a batch's inputs, plus the classes' centroids.
final class LinearPart {
  /// The bias moves slower than the weights.
  private static final double BIAS_RATE = 0.1;

  private final TrainingSettings settings;
  private final int classes;
  private final float[] matrix;
  private final float[] bias;

  private LinearPart(int inputs, int classes, TrainingSettings settings) {
    this.settings = settings;
    this.classes = classes;
    this.matrix = new float[inputs * classes];
    this.bias = new float[classes];
  }

  static LinearPart train(
      Examples examples,
      int inputs,
      int classes,
      TrainingSettings settings,
      long seed,
      Steps progress) {
    LinearPart part = new LinearPart(inputs, classes, settings);
    Order order = new Order(examples.size(), settings.batch(), seed);
    int steps =
        Order.steps(
            examples.size(), settings.batch(), settings.hingeEpochs(), settings.hingeStepsMin());
    for (int step = 0; step < steps; step++) {
      double rate = settings.hingeRate() * (steps - step) / steps;
      part.step(examples, order.nextBatch(), rate);
      progress.done(step + 1, steps);
    }
    part.addCentroids(examples);
    return part;
  }

  float[] matrix() {
    return matrix;
  }

  float[] bias() {
    return bias;
  }

  private void step(Examples examples, int[] batch, double rate) {
    float[][] moves = new float[batch.length][];
    for (int i = 0; i < batch.length; i++) {
      moves[i] = moves(examples, batch[i], rate / batch.length);
    }
    for (int i = 0; i < batch.length; i++) {
      int[] active = examples.inputs()[batch[i]];
      float[] weights = examples.weights()[batch[i]];
      for (int k = 0; k < active.length; k++) {
        Vectors.add(weights[k], moves[i], 0, matrix, active[k] * classes, classes);
      }
      Vectors.add((float) BIAS_RATE, moves[i], 0, bias, 0, classes);
    }
  }

  /// The downhill direction of Σ max(0, 1 − sz)² over the classes, s = 1 for the right one, else
  /// −1.
  private float[] moves(Examples examples, int place, double rate) {
    float[] values = bias.clone();
    int[] active = examples.inputs()[place];
    float[] weights = examples.weights()[place];
    for (int k = 0; k < active.length; k++) {
      Vectors.add(weights[k], matrix, active[k] * classes, values, 0, classes);
    }
    int right = examples.classes()[place];
    for (int c = 0; c < classes; c++) {
      float sign = c == right ? 1 : -1;
      values[c] = (float) (2 * rate) * sign * Math.max(0, 1 - sign * values[c]);
    }
    return values;
  }

  /// The mean example of each class, at length 1.
  private void addCentroids(Examples examples) {
    float[] centroids = new float[matrix.length];
    for (int place = 0; place < examples.size(); place++) {
      int[] active = examples.inputs()[place];
      float[] weights = examples.weights()[place];
      for (int k = 0; k < active.length; k++) {
        centroids[active[k] * classes + examples.classes()[place]] += weights[k];
      }
    }
    double[] squares = new double[classes];
    for (int i = 0; i < centroids.length; i++) {
      squares[i % classes] += (double) centroids[i] * centroids[i];
    }
    for (int i = 0; i < centroids.length; i++) {
      if (centroids[i] != 0) {
        matrix[i] +=
            (float) (settings.centroidShare() * centroids[i] / Math.sqrt(squares[i % classes]));
      }
    }
  }
}
