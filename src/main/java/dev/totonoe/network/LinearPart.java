package dev.totonoe.network;

/// A full matrix, inputs × classes, and a bias: one-against-the-rest with the squared hinge loss,
/// plain gradient steps that touch only the rows of a batch's inputs, plus the classes' centroids.
/// Groups of classes are learnt beside the classes, and each class gets a share of its groups'
/// weights: so what tells a group tells its rarest class, too.
final class LinearPart implements GradientPart {
  /// The bias moves slower than the weights.
  private static final double BIAS_RATE = 0.1;

  private final TrainingSettings settings;
  private final ClassTree tree;

  /// Classes, then groups.
  private final int outputs;

  private final float[] matrix;
  private final float[] bias;

  LinearPart(int inputs, ClassTree tree, TrainingSettings settings) {
    this.settings = settings;
    this.tree = tree;
    this.outputs = tree.classes() + tree.groups();
    this.matrix = new float[Math.multiplyExact(inputs, outputs)];
    this.bias = new float[outputs];
  }

  @Override
  public void step(Examples examples, int[] batch, int number, double rate) {
    float[][] moves = new float[batch.length][];
    for (int i = 0; i < batch.length; i++) {
      moves[i] = moves(examples, batch[i], rate / batch.length);
    }
    for (int i = 0; i < batch.length; i++) {
      int[] active = examples.inputs()[batch[i]];
      float[] weights = examples.weights()[batch[i]];
      for (int k = 0; k < active.length; k++) {
        Vectors.add(weights[k], moves[i], 0, matrix, active[k] * outputs, outputs);
      }
      Vectors.add((float) BIAS_RATE, moves[i], 0, bias, 0, outputs);
    }
  }

  @Override
  public int guess(Examples examples, int place) {
    return Vectors.largest(values(examples, place), tree.classes());
  }

  private float[] values(Examples examples, int place) {
    float[] values = bias.clone();
    int[] active = examples.inputs()[place];
    float[] weights = examples.weights()[place];
    for (int k = 0; k < active.length; k++) {
      Vectors.add(weights[k], matrix, active[k] * outputs, values, 0, outputs);
    }
    return values;
  }

  /// The downhill direction of Σ max(0, 1 − sz)² over the outputs, s = 1 for the right class and
  /// its groups, else −1.
  private float[] moves(Examples examples, int place, double rate) {
    float[] values = values(examples, place);
    int right = examples.classes()[place];
    float rightMove = towardsOne(values[right], rate);
    int[] groups = tree.groupsOf(right);
    float[] groupMoves = new float[groups.length];
    for (int g = 0; g < groups.length; g++) {
      groupMoves[g] = towardsOne(values[tree.classes() + groups[g]], rate);
    }
    for (int c = 0; c < outputs; c++) {
      values[c] = (float) (-2 * rate) * Math.max(0, 1 + values[c]);
    }
    values[right] = rightMove;
    for (int g = 0; g < groups.length; g++) {
      values[tree.classes() + groups[g]] = groupMoves[g];
    }
    return values;
  }

  private static float towardsOne(float value, double rate) {
    return (float) (2 * rate) * Math.max(0, 1 - value);
  }

  /// Inputs × classes.
  float[] matrix(Examples examples) {
    int classes = tree.classes();
    int inputs = matrix.length / outputs;
    float[] result = new float[inputs * classes];
    for (int input = 0; input < inputs; input++) {
      fold(matrix, input * outputs, result, input * classes);
    }
    addCentroids(examples, result);
    return result;
  }

  float[] bias() {
    float[] result = new float[tree.classes()];
    fold(bias, 0, result, 0);
    return result;
  }

  /// A class's own value and its share of its groups'.
  private void fold(float[] from, int fromStart, float[] to, int toStart) {
    int classes = tree.classes();
    float share = (float) settings.groupShare();
    for (int c = 0; c < classes; c++) {
      float value = from[fromStart + c];
      for (int group : tree.groupsOf(c)) {
        value += share * from[fromStart + classes + group];
      }
      to[toStart + c] = value;
    }
  }

  /// The mean example of each class, at length 1.
  private void addCentroids(Examples examples, float[] to) {
    int classes = tree.classes();
    float[] centroids = new float[to.length];
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
        to[i] +=
            (float) (settings.centroidShare() * centroids[i] / Math.sqrt(squares[i % classes]));
      }
    }
  }
}
