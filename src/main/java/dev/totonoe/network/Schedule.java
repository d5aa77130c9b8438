package dev.totonoe.network;

/// How one part of a network is trained: batches of examples in an order shuffled anew each round,
/// at a learning rate that falls evenly to 0.
///
/// @param batch examples in one step
/// @param epochs rounds over the examples
/// @param stepsMin at least this many steps, which is more rounds where examples are few
/// @param visitsMax fewer rounds where examples are so many that more visits would follow, but at
///   least [#EPOCHS_MIN]
/// @param rate the learning rate of the first step
public record Schedule(int batch, int epochs, int stepsMin, long visitsMax, double rate) {
  static final int EPOCHS_MIN = 3;

  /// A training ends when the loss on the validation examples has not fallen for so many rounds.
  static final int PATIENCE = 3;

  /// Less than this share of the loss is no fall.
  private static final double FALL_MIN = 1e-3;

  int stepsOfARound(Examples examples) {
    return (examples.size() + batch - 1) / batch;
  }

  int plannedSteps(Examples examples) {
    long affordable = Math.max(EPOCHS_MIN, visitsMax / examples.size());
    int rounds = (int) Math.min(epochs, affordable);
    return Math.max(stepsMin, rounds * stepsOfARound(examples));
  }

  /// Trains the part on all examples.
  ///
  /// @param rounds to end after, sooner than planned
  void run(GradientPart part, Examples examples, int rounds, long seed, Steps progress) {
    Order order = new Order(examples.size(), batch, seed);
    int planned = plannedSteps(examples);
    long steps = Math.min(planned, (long) rounds * stepsOfARound(examples));
    for (int step = 0; step < steps; step++) {
      part.step(examples, order.nextBatch(), step + 1, rate(step, planned));
      progress.done(step + 1, (int) steps);
    }
  }

  /// Trains the part until it gets no better on the validation examples.
  ///
  /// @return the rounds after which it was best
  int runUntilBest(
      GradientPart part, Examples examples, Examples validation, long seed, Steps progress) {
    Order order = new Order(examples.size(), batch, seed);
    int planned = plannedSteps(examples);
    int stepsOfARound = stepsOfARound(examples);
    double best = Double.POSITIVE_INFINITY;
    int bestRound = 0;
    for (int step = 0; step < planned; step++) {
      part.step(examples, order.nextBatch(), step + 1, rate(step, planned));
      progress.done(step + 1, planned);
      boolean roundIsOver = (step + 1) % stepsOfARound == 0 || step + 1 == planned;
      if (roundIsOver) {
        int round = (step + stepsOfARound) / stepsOfARound;
        double loss = meanLoss(part, validation);
        if (loss < best * (1 - FALL_MIN)) {
          best = loss;
          bestRound = round;
        } else if (round - bestRound >= PATIENCE) {
          break;
        }
      }
    }
    return bestRound;
  }

  private double rate(int step, int planned) {
    return rate * (planned - step) / planned;
  }

  private static double meanLoss(GradientPart part, Examples validation) {
    double sum = 0;
    for (int place = 0; place < validation.size(); place++) {
      sum += part.loss(validation, place);
    }
    return sum / validation.size();
  }
}
