package dev.totonoe.train;

import dev.totonoe.categorise.Calibration;
import dev.totonoe.categorise.Categoriser;
import dev.totonoe.categorise.CategoryModel;
import dev.totonoe.categorise.Taxonomy;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.layout.Sha256;
import dev.totonoe.network.ClassTree;
import dev.totonoe.network.Examples;
import dev.totonoe.network.NetworkTraining;
import dev.totonoe.network.ScoringNetwork;
import dev.totonoe.network.TrainingSettings;
import dev.totonoe.text.FeatureExtractor;
import dev.totonoe.text.FeatureSettings;
import dev.totonoe.text.Features;
import dev.totonoe.text.TextAnalysis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Trains a model bundle: features, cross-validation for honest scores and the threshold, then one
/// network from all rows.
public final class Training {
  private static final String SCORES = "scores.json";
  private static final FeatureSettings FEATURES = FeatureSettings.DEFAULT;
  private static final int ROWS_MIN = 10;
  private static final int LABELS_MIN = 2;

  private Training() {}

  /// Writes the bundle's files into the target directory.
  ///
  /// @throws InputFailure when the labelled file cannot be learnt from
  /// @throws dev.totonoe.failure.ConfigurationFailure when a column, the taxonomy or the user
  ///   dictionary is wrong
  /// @throws EnvironmentFailure when a file cannot be read or written
  public static TrainingReport train(TrainingRequest request) {
    return train(request, TrainingSettings.DEFAULT);
  }

  static TrainingReport train(TrainingRequest request, TrainingSettings settings) {
    long start = System.nanoTime();
    TextAnalysis analysis = Categoriser.analysis(request.dictionary());
    LabelledRows labelled = LabelledRows.read(request.labelled(), request.columns());
    List<LabelledRows.Row> rows = labelled.rows();
    Labels labels = Labels.of(request.labelled(), rows, request.taxonomy().map(Taxonomy::read));
    int classes = labels.all().size();
    checkEnough(request, rows.size(), classes);
    request.progress().accept("%,d names, %,d labels".formatted(rows.size(), classes));

    List<String> texts = rows.stream().map(LabelledRows.Row::text).toList();
    float[] idf =
        FeatureExtractor.inverseDocumentFrequencies(
            analysis, FEATURES, () -> texts.stream().map(List::of).iterator());
    Examples examples =
        examples(new FeatureExtractor(analysis, FEATURES, idf), texts, labels.classes());
    NetworkTraining training =
        new NetworkTraining(FEATURES.buckets(), ClassTree.flat(classes), settings, request.seed());
    CrossValidation measured =
        CrossValidation.of(
            examples,
            rows.stream().map(LabelledRows.Row::group).toList(),
            classes,
            training,
            request.progress());
    if (measured.isEmpty()) {
      throw new InputFailure(
          request.labelled() + ": all rows are of one group, so that nothing can be measured");
    }
    Calibration calibration = Calibrating.calibrate(measured.logits(), measured.classes());
    Scores scores = scores(measured, calibration);
    request.progress().accept("training on all names");
    ScoringNetwork network =
        training.train(examples, measured.rounds(), (_, _) -> {}).toScore(calibration.sharpening());

    Path target = request.targetDirectory();
    try {
      Files.createDirectories(target);
      CategoryModel.save(target, FEATURES, idf, network, labels.all(), calibration);
      Files.writeString(
          target.resolve(SCORES),
          CategoryModel.toJson(summary(request, rows.size(), classes, scores, calibration)),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EnvironmentFailure(target + ": the model bundle cannot be written: " + e, e);
    }
    return new TrainingReport(
        rows.size(),
        labelled.skipped(),
        classes,
        scores,
        calibration,
        files(target),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static void checkEnough(TrainingRequest request, int rows, int classes) {
    if (rows < ROWS_MIN || classes < LABELS_MIN) {
      throw new InputFailure(
          "%s: expected at least %d labelled names and %d labels but found %d and %d"
              .formatted(request.labelled(), ROWS_MIN, LABELS_MIN, rows, classes));
    }
  }

  private static Examples examples(FeatureExtractor extractor, List<String> texts, int[] classes) {
    int[][] inputs = new int[texts.size()][];
    float[][] weights = new float[texts.size()][];
    for (int i = 0; i < inputs.length; i++) {
      Features features = extractor.extract(List.of(texts.get(i)));
      inputs[i] = features.buckets();
      weights[i] = features.weights();
    }
    return new Examples(inputs, weights, classes);
  }

  private static Scores scores(CrossValidation measured, Calibration calibration) {
    List<Scores.Judged> judged = new ArrayList<>();
    for (int i = 0; i < measured.classes().length; i++) {
      float[] logits = measured.logits()[i];
      int best = Calibrating.best(logits);
      double score = Calibrating.score(logits, best, calibration.sharpening());
      judged.add(
          new Scores.Judged(
              Integer.toString(measured.classes()[i]), Integer.toString(best), score));
    }
    return Scores.of(judged);
  }

  private static Map<String, Object> summary(
      TrainingRequest request, int rows, int classes, Scores scores, Calibration calibration) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("rows", rows);
    summary.put("classes", classes);
    summary.put("measuredRows", calibration.rows());
    summary.put("accuracy", Calibration.rounded(scores.accuracy()));
    summary.put("weightedF1", Calibration.rounded(scores.weightedF1()));
    summary.put("macroF1", Calibration.rounded(scores.macroF1()));
    summary.put("ece", Calibration.rounded(scores.ece()));
    summary.put("threshold", calibration.threshold());
    summary.put("coverage", Calibration.rounded(calibration.coverage()));
    summary.put("precision", Calibration.rounded(calibration.precision()));
    summary.put("seed", request.seed());
    summary.put("labelledSha256", sha256(request.labelled()));
    return summary;
  }

  private static List<Path> files(Path target) {
    return Stream.of(
            CategoryModel.NETWORK,
            CategoryModel.LABELS,
            CategoryModel.FEATURES,
            CategoryModel.IDF,
            CategoryModel.CALIBRATION,
            SCORES)
        .map(target::resolve)
        .toList();
  }

  private static String sha256(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": the labelled names cannot be read: " + e, e);
    }
  }
}
