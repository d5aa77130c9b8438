package dev.totonoe.network;

/// Trains a network. Where the classes are few it is wide: a linear part, the classes' centroids
/// and a little of a low-rank part, added up into one matrix. Where they are many that matrix would
/// outgrow memory, and the network is narrow: the low-rank part alone. Gradient steps touch only
/// the inputs that a batch has: DL4J's own `fit` takes dense batches and moves every parameter in
/// every step. The same examples and seed give the same network, bit by bit.
public final class NetworkTraining {
  private final int inputs;
  private final ClassTree tree;
  private final TrainingSettings settings;
  private final long seed;

  /// @param inputs the examples' inputs are below this
  /// @param tree the examples' classes, and what groups them
  public NetworkTraining(int inputs, ClassTree tree, TrainingSettings settings, long seed) {
    this.inputs = inputs;
    this.tree = tree;
    this.settings = settings;
    this.seed = seed;
  }

  /// @param rounds to end after, sooner than planned
  public TrainedNetwork train(Examples examples, Rounds rounds, Steps progress) {
    return train(
        examples,
        progress,
        (schedule, part, planned, steps) -> {
          schedule.run(part, examples, planned, seed, steps);
          return planned;
        },
        rounds);
  }

  /// Trains until the network gets no better on examples that it does not learn from; its
  /// [TrainedNetwork#rounds()] are how long that took, to train another one as long on all
  /// examples.
  public TrainedNetwork trainUntilBest(Examples examples, Examples validation, Steps progress) {
    return train(
        examples,
        progress,
        (schedule, part, planned, steps) ->
            schedule.runUntilBest(part, examples, validation, seed, steps),
        Rounds.PLANNED);
  }

  /// Runs a schedule and returns the rounds that it took.
  private interface Runner {
    int run(Schedule schedule, GradientPart part, int rounds, Steps progress);
  }

  private TrainedNetwork train(Examples examples, Steps progress, Runner runner, Rounds rounds) {
    if (examples.size() == 0) {
      throw new IllegalArgumentException("there is no example to train on");
    }
    boolean wide = tree.classes() <= settings.wideClassesMax();
    Schedule linearPlan = settings.linear();
    Schedule lowRankPlan = settings.lowRank();
    int linearSteps = wide ? linearPlan.plannedSteps(examples) : 0;
    int allSteps = linearSteps + lowRankPlan.plannedSteps(examples);

    float[] matrix = new float[0];
    float[] bias = new float[0];
    int linearRounds = 0;
    if (wide) {
      LinearPart linear = new LinearPart(inputs, tree, settings);
      linearRounds =
          runner.run(
              linearPlan, linear, rounds.linear(), (done, _) -> progress.done(done, allSteps));
      matrix = linear.matrix(examples);
      bias = linear.bias();
    }
    LowRankPart lowRank = new LowRankPart(examples, inputs, tree.classes(), settings, seed);
    int lowRankRounds =
        runner.run(
            lowRankPlan,
            lowRank,
            rounds.lowRank(),
            (done, _) -> progress.done(linearSteps + done, allSteps));
    progress.done(allSteps, allSteps);
    Rounds taken = new Rounds(linearRounds, lowRankRounds);
    if (!wide) {
      return new TrainedNetwork(lowRank.embedding(), lowRank.head(), lowRank.bias(), taken);
    }
    addShare(lowRank, matrix, bias);
    return new TrainedNetwork(matrix, new float[0], bias, taken);
  }

  private void addShare(LowRankPart lowRank, float[] matrix, float[] bias) {
    int rank = settings.rank();
    int classes = bias.length;
    float share = (float) settings.lowRankShare();
    for (int input = 0; input < inputs; input++) {
      for (int d = 0; d < rank; d++) {
        float weight = share * lowRank.embedding()[input * rank + d];
        if (weight != 0) {
          Vectors.add(weight, lowRank.head(), d * classes, matrix, input * classes, classes);
        }
      }
    }
    Vectors.add(share, lowRank.bias(), 0, bias, 0, classes);
  }
}
