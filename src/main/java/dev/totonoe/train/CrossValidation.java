package dev.totonoe.train;

import dev.totonoe.network.Examples;
import dev.totonoe.network.NetworkTraining;
import dev.totonoe.network.Rounds;
import dev.totonoe.network.ScoringNetwork;
import dev.totonoe.network.Steps;
import dev.totonoe.network.TrainedNetwork;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// Logits of rows from networks that had not seen them, and how long to train.
///
/// @param places the measured examples
/// @param logits for each of them the logits of all classes
/// @param classes for each of them its class
/// @param rounds after which a network was best on examples that it did not learn from; as planned
///   where the examples are too few to tell
record CrossValidation(int[] places, float[][] logits, int[] classes, Rounds rounds) {
  /// Each row is measured by a network trained on the other folds.
  static final int FOLDS = 4;

  /// With more examples than this one fold is enough to measure on.
  private static final int ROWS_MAX = 50_000;

  /// Logits of all folds together: 160 MB.
  private static final int LOGITS_MAX = 40_000_000;

  /// With fewer examples than this, the tenth of a fold tells chance from progress no better than
  /// the plan does.
  private static final int EARLY_STOP_EXAMPLES_MIN = 5_000;

  private static final int VALIDATION_SHARE = 10;

  /// @param groups for each example what it must not be separated from
  static CrossValidation of(
      Examples examples,
      List<String> groups,
      int classes,
      NetworkTraining training,
      Consumer<String> progress,
      Steps steps) {
    boolean allFolds = examples.size() <= ROWS_MAX;
    progress.accept(
        "measuring by cross-validation: %d of %d folds".formatted(allFolds ? FOLDS : 1, FOLDS));
    int[] hashes = groups.stream().mapToInt(CrossValidation::hash).toArray();
    int rowsMax = LOGITS_MAX / classes / (allFolds ? FOLDS : 1);
    Fold first = new Fold(examples, hashes, 0, rowsMax);
    SharedSteps shared = new SharedSteps(allFolds ? FOLDS : 1, steps);
    CrossValidation measured = first.measureAndFindRounds(training, shared.of(0));
    if (!allFolds) {
      return measured;
    }
    List<CrossValidation> parts =
        IntStream.range(0, FOLDS)
            .parallel()
            .mapToObj(
                fold ->
                    fold == 0
                        ? measured
                        : new Fold(examples, hashes, fold, rowsMax)
                            .measure(training, measured.rounds(), shared.of(fold)))
            .toList();
    return new CrossValidation(
        parts.stream().flatMapToInt(part -> IntStream.of(part.places())).toArray(),
        parts.stream().flatMap(part -> Stream.of(part.logits())).toArray(float[][]::new),
        parts.stream().flatMapToInt(part -> IntStream.of(part.classes())).toArray(),
        measured.rounds());
  }

  boolean isEmpty() {
    return classes.length == 0;
  }

  /// How far all folds are together.
  private static final class SharedSteps {
    private final int[] done;
    private final Steps told;

    SharedSteps(int folds, Steps told) {
      this.done = new int[folds];
      this.told = told;
    }

    Steps of(int fold) {
      return (steps, of) -> tell(fold, steps, of);
    }

    private synchronized void tell(int fold, int steps, int of) {
      done[fold] = steps;
      told.done(IntStream.of(done).sum(), Math.multiplyExact(done.length, of));
    }
  }

  private static int hash(String group) {
    CRC32 crc = new CRC32();
    crc.update(group.getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() >>> 1);
  }

  /// One part of the examples that is measured, and the rest that is learnt from.
  private static final class Fold {
    private final Examples examples;
    private final int[] hashes;
    private final int fold;
    private final int[] measured;

    Fold(Examples examples, int[] hashes, int fold, int rowsMax) {
      this.examples = examples;
      this.hashes = hashes;
      this.fold = fold;
      this.measured = spread(places(hash -> hash % FOLDS == fold), rowsMax);
    }

    CrossValidation measureAndFindRounds(NetworkTraining training, Steps steps) {
      if (examples.size() < EARLY_STOP_EXAMPLES_MIN) {
        return measure(training, Rounds.PLANNED, steps);
      }
      int[] learnt = places(hash -> hash % FOLDS != fold && !isForValidation(hash));
      int[] validation = places(hash -> hash % FOLDS != fold && isForValidation(hash));
      if (learnt.length == 0 || validation.length == 0) {
        return measure(training, Rounds.PLANNED, steps);
      }
      return measure(
          training.trainUntilBest(examples.select(learnt), examples.select(validation), steps));
    }

    CrossValidation measure(NetworkTraining training, Rounds rounds, Steps steps) {
      int[] learnt = places(hash -> hash % FOLDS != fold);
      if (learnt.length == 0 || measured.length == 0) {
        return new CrossValidation(new int[0], new float[0][], new int[0], rounds);
      }
      return measure(training.train(examples.select(learnt), rounds, steps));
    }

    private CrossValidation measure(TrainedNetwork trained) {
      ScoringNetwork network = trained.toScore(1);
      float[][] logits = new float[measured.length][];
      for (int i = 0; i < logits.length; i++) {
        logits[i] = network.logits(examples.inputs()[measured[i]], examples.weights()[measured[i]]);
      }
      return new CrossValidation(
          measured, logits, examples.select(measured).classes(), trained.rounds());
    }

    private static boolean isForValidation(int hash) {
      return hash / FOLDS % VALIDATION_SHARE == 0;
    }

    private int[] places(IntPredicate isWanted) {
      return IntStream.range(0, hashes.length).filter(i -> isWanted.test(hashes[i])).toArray();
    }

    /// At most so many of the places, evenly from first to last: a file is often sorted.
    private static int[] spread(int[] places, int max) {
      if (places.length <= max) {
        return places;
      }
      return IntStream.range(0, max)
          .map(i -> places[(int) ((long) i * places.length / max)])
          .toArray();
    }
  }
}
