package dev.totonoe.network;

import java.util.Arrays;
import java.util.SplittableRandom;

/// An embedding, inputs × rank, and a head, rank × classes, with a bias: softmax, cross-entropy
/// with smoothed labels, Adam. Rows of the embedding are moved only in the steps that have their
/// inputs (lazy Adam); rows of inputs that no example has stay zero, so that they add no noise
/// later.
final class LowRankPart implements GradientPart {
  private static final float DECAY_MEAN = 0.9f;
  private static final float DECAY_SQUARE = 0.99f;
  private static final float EPSILON = 1e-8f;
  private static final double START_DEVIATION = 0.1;

  private final TrainingSettings settings;
  private final int rank;
  private final int classes;
  private final Parameters embedding;
  private final Parameters head;
  private final Parameters bias;

  /// Of the inputs of the current batch: where their gradients stand, and which they are.
  private final int[] slotOf;

  private int[] batchInputs = new int[4096];
  private int slots;
  private float[] embeddingGradient;
  private final float[] headGradient;
  private final float[] biasGradient;

  LowRankPart(Examples examples, int inputs, int classes, TrainingSettings settings, long seed) {
    this.settings = settings;
    this.rank = settings.rank();
    this.classes = classes;
    this.embedding = new Parameters(inputs * rank);
    this.head = new Parameters(rank * classes);
    this.bias = new Parameters(classes);
    this.slotOf = new int[inputs];
    Arrays.fill(slotOf, -1);
    this.embeddingGradient = new float[batchInputs.length * rank];
    this.headGradient = new float[rank * classes];
    this.biasGradient = new float[classes];
    start(examples, seed);
  }

  float[] embedding() {
    return embedding.values;
  }

  float[] head() {
    return head.values;
  }

  float[] bias() {
    return bias.values;
  }

  private void start(Examples examples, long seed) {
    boolean[] seen = new boolean[slotOf.length];
    for (int[] active : examples.inputs()) {
      for (int input : active) {
        seen[input] = true;
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int input = 0; input < seen.length; input++) {
      for (int d = 0; seen[input] && d < rank; d++) {
        embedding.values[input * rank + d] = (float) (START_DEVIATION * random.nextGaussian());
      }
    }
  }

  @Override
  public void step(Examples examples, int[] batch, int number, double rate) {
    for (int place : batch) {
      addGradient(examples, place, 1f / batch.length);
    }
    Adam adam = new Adam(number, rate);
    for (int slot = 0; slot < slots; slot++) {
      adam.move(embedding, batchInputs[slot] * rank, embeddingGradient, slot * rank, rank);
      slotOf[batchInputs[slot]] = -1;
    }
    adam.move(head, 0, headGradient, 0, headGradient.length);
    adam.move(bias, 0, biasGradient, 0, biasGradient.length);
    Arrays.fill(embeddingGradient, 0, slots * rank, 0);
    Arrays.fill(headGradient, 0);
    Arrays.fill(biasGradient, 0);
    slots = 0;
  }

  private void addGradient(Examples examples, int place, float share) {
    int[] active = examples.inputs()[place];
    float[] weights = examples.weights()[place];
    float[] pooled = pooled(examples, place);
    float[] error = error(pooled, examples.classes()[place], share);
    float[] pooledGradient = new float[rank];
    for (int d = 0; d < rank; d++) {
      pooledGradient[d] = Vectors.dot(head.values, d * classes, error, 0, classes);
      Vectors.add(pooled[d], error, 0, headGradient, d * classes, classes);
    }
    Vectors.add(1, error, 0, biasGradient, 0, classes);
    for (int k = 0; k < active.length; k++) {
      int start = slot(active[k]) * rank;
      Vectors.add(weights[k], pooledGradient, 0, embeddingGradient, start, rank);
    }
  }

  @Override
  public int guess(Examples examples, int place) {
    return Vectors.largest(logits(pooled(examples, place)), classes);
  }

  private float[] pooled(Examples examples, int place) {
    int[] active = examples.inputs()[place];
    float[] weights = examples.weights()[place];
    float[] pooled = new float[rank];
    for (int k = 0; k < active.length; k++) {
      Vectors.add(weights[k], embedding.values, active[k] * rank, pooled, 0, rank);
    }
    return pooled;
  }

  private float[] logits(float[] pooled) {
    float[] values = bias.values.clone();
    for (int d = 0; d < rank; d++) {
      Vectors.add(pooled[d], head.values, d * classes, values, 0, classes);
    }
    return values;
  }

  /// Probabilities minus smoothed labels.
  private float[] error(float[] pooled, int right, float share) {
    float[] values = logits(pooled);
    float highest = values[Vectors.largest(values, classes)];
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      values[c] = (float) Math.exp(values[c] - highest);
      sum += values[c];
    }
    float everywhere = (float) (settings.smoothing() / classes);
    for (int c = 0; c < classes; c++) {
      float label = everywhere + (c == right ? (float) (1 - settings.smoothing()) : 0);
      values[c] = share * ((float) (values[c] / sum) - label);
    }
    return values;
  }

  private int slot(int input) {
    if (slotOf[input] < 0) {
      if (slots == batchInputs.length) {
        batchInputs = Arrays.copyOf(batchInputs, 2 * slots);
        embeddingGradient = Arrays.copyOf(embeddingGradient, 2 * slots * rank);
      }
      batchInputs[slots] = input;
      slotOf[input] = slots++;
    }
    return slotOf[input];
  }

  /// Numbers being learnt, with Adam's running means of gradients and of their squares.
  private static final class Parameters {
    private final float[] values;
    private final float[] means;
    private final float[] squares;

    Parameters(int size) {
      values = new float[size];
      means = new float[size];
      squares = new float[size];
    }
  }

  /// One step of Adam (Kingma and Ba 2015), with its corrections folded into the rate.
  private static final class Adam {
    private final float rate;
    private final float squareCorrection;

    Adam(int step, double rate) {
      this.rate = (float) (rate / (1 - Math.pow(DECAY_MEAN, step)));
      this.squareCorrection = (float) (1 / (1 - Math.pow(DECAY_SQUARE, step)));
    }

    void move(Parameters parameters, int start, float[] gradient, int gradientStart, int length) {
      float[] means = parameters.means;
      float[] squares = parameters.squares;
      float[] values = parameters.values;
      for (int i = 0; i < length; i++) {
        float slope = gradient[gradientStart + i];
        int at = start + i;
        means[at] += (1 - DECAY_MEAN) * (slope - means[at]);
        squares[at] += (1 - DECAY_SQUARE) * (slope * slope - squares[at]);
        values[at] -=
            rate * means[at] / ((float) Math.sqrt(squares[at] * squareCorrection) + EPSILON);
      }
    }
  }
}
