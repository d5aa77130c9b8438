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

  /// A training ends when the validation examples have been worse than at best for so many rounds.
  static final int PATIENCE = 5;

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

  /// Trains the part until more rounds make it worse on the validation examples: beyond chance, by
  /// more than one standard error of the smallest share of errors (Breiman et al. 1984). A round
  /// that is as good as the best is better when it comes later, at a lower learning rate.
  ///
  /// @return the rounds after which it was best
  int runUntilBest(
      GradientPart part, Examples examples, Examples validation, long seed, Steps progress) {
    Order order = new Order(examples.size(), batch, seed);
    int planned = plannedSteps(examples);
    int stepsOfARound = stepsOfARound(examples);
    double smallest = 1;
    int bestRound = 0;
    for (int step = 0; step < planned; step++) {
      part.step(examples, order.nextBatch(), step + 1, rate(step, planned));
      progress.done(step + 1, planned);
      boolean roundIsOver = (step + 1) % stepsOfARound == 0 || step + 1 == planned;
      if (roundIsOver) {
        int round = (step + stepsOfARound) / stepsOfARound;
        double errors = errors(part, validation);
        smallest = Math.min(smallest, errors);
        if (errors <= smallest + standardError(smallest, validation.size())) {
          bestRound = round;
        } else if (round - bestRound >= PATIENCE) {
          break;
        }
      }
    }
    return bestRound;
  }

  private static double standardError(double share, int of) {
    return Math.sqrt(share * (1 - share) / of);
  }

  private double rate(int step, int planned) {
    return rate * (planned - step) / planned;
  }

  private static double errors(GradientPart part, Examples validation) {
    int wrong = 0;
    for (int place = 0; place < validation.size(); place++) {
      wrong += part.guess(validation, place) == validation.classes()[place] ? 0 : 1;
    }
    return (double) wrong / validation.size();
  }
}
