package dev.totonoe.train;

import dev.totonoe.network.Examples;
import dev.totonoe.network.ScoringNetwork;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// Logits of rows from networks that had not seen them.
///
/// @param logits for each measured row the logits of all classes
/// @param classes for each measured row its class
record CrossValidation(float[][] logits, int[] classes) {
  /// Each row is measured by a network trained on the other folds.
  private static final int FOLDS = 4;

  /// With more rows than this one fold is enough to measure on.
  private static final int ROWS_MAX = 50_000;

  private static final int MEASURED_ROWS_PER_FOLD_MAX = 20_000;

  /// @param groups for each example what it must not be separated from
  /// @param training makes a network of examples; called by several threads
  static CrossValidation of(
      Examples examples,
      List<String> groups,
      Function<Examples, ScoringNetwork> training,
      Consumer<String> progress) {
    int measuredFolds = examples.size() > ROWS_MAX ? 1 : FOLDS;
    progress.accept(
        "measuring by cross-validation: %d of %d folds".formatted(measuredFolds, FOLDS));
    int[] foldOf = groups.stream().mapToInt(CrossValidation::fold).toArray();
    List<CrossValidation> parts =
        IntStream.range(0, measuredFolds)
            .parallel()
            .mapToObj(fold -> measure(examples, foldOf, fold, training))
            .toList();
    return new CrossValidation(
        parts.stream().flatMap(part -> Stream.of(part.logits())).toArray(float[][]::new),
        parts.stream().flatMapToInt(part -> IntStream.of(part.classes())).toArray());
  }

  boolean isEmpty() {
    return classes.length == 0;
  }

  /// @param sharpening what the logits are multiplied by
  Scores scores(double sharpening) {
    List<Scores.Judged> judged = new ArrayList<>();
    for (int i = 0; i < logits.length; i++) {
      int best = Calibrating.best(logits[i]);
      double score = Calibrating.score(logits[i], best, sharpening);
      judged.add(new Scores.Judged(Integer.toString(classes[i]), Integer.toString(best), score));
    }
    return Scores.of(judged);
  }

  private static CrossValidation measure(
      Examples examples, int[] foldOf, int fold, Function<Examples, ScoringNetwork> training) {
    int[] learnt = IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != fold).toArray();
    int[] measured =
        IntStream.range(0, foldOf.length)
            .filter(i -> foldOf[i] == fold)
            .limit(MEASURED_ROWS_PER_FOLD_MAX)
            .toArray();
    if (learnt.length == 0 || measured.length == 0) {
      return new CrossValidation(new float[0][], new int[0]);
    }
    ScoringNetwork network = training.apply(examples.select(learnt));
    Examples held = examples.select(measured);
    float[][] logits = new float[measured.length][];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = network.logits(held.inputs()[i], held.weights()[i]);
    }
    return new CrossValidation(logits, held.classes());
  }

  private static int fold(String group) {
    CRC32 crc = new CRC32();
    crc.update(group.getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() % FOLDS);
  }
}
