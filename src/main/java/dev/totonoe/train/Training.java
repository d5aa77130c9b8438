package dev.totonoe.train;

import dev.totonoe.categorise.Calibration;
import dev.totonoe.categorise.Categoriser;
import dev.totonoe.categorise.CategoryModel;
import dev.totonoe.categorise.CategoryModel.Label;
import dev.totonoe.categorise.Taxonomy;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.network.Examples;
import dev.totonoe.network.NetworkTraining;
import dev.totonoe.network.ScoringNetwork;
import dev.totonoe.network.TrainingSettings;
import dev.totonoe.text.FeatureExtractor;
import dev.totonoe.text.FeatureSettings;
import dev.totonoe.text.Features;
import dev.totonoe.text.TextAnalysis;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// Trains a model bundle: features, cross-validation for honest scores and the threshold, then one
/// network from all rows.
public final class Training {
  static final String SCORES = "scores.json";

  /// Each row is measured by a network trained on the other folds.
  private static final int FOLDS = 4;

  /// With more rows than this one fold is enough to measure on.
  private static final int CROSS_VALIDATED_ROWS_MAX = 50_000;

  private static final int CALIBRATION_ROWS_MAX = 20_000;
  private static final int ROWS_MIN = 10;
  private static final int LABEL_ERRORS_SHOWN_MAX = 20;

  private final TrainingRequest request;
  private final Consumer<String> progress;

  private Training(TrainingRequest request) {
    this.request = request;
    this.progress = request.progress();
  }

  /// Writes the bundle's files into the target directory.
  ///
  /// @throws InputFailure when the labelled file cannot be learnt from
  /// @throws dev.totonoe.failure.ConfigurationFailure when a column, the taxonomy or the user
  ///   dictionary is wrong
  /// @throws EnvironmentFailure when a file cannot be read or written
  public static TrainingReport train(TrainingRequest request) {
    return new Training(request).train();
  }

  private TrainingReport train() {
    long start = System.nanoTime();
    TextAnalysis analysis = Categoriser.analysis(request.dictionary());
    LabelledRows labelled =
        LabelledRows.read(
            request.labelled(), request.textColumn(), request.labelColumn(), request.groupColumn());
    List<LabelledRows.Row> rows = labelled.rows();
    List<String> ids = ids(rows);
    List<Label> labels = labels(rows, ids);
    checkEnough(rows, labels);
    progress.accept("%,d names, %,d labels".formatted(rows.size(), labels.size()));

    FeatureSettings settings = FeatureSettings.DEFAULT;
    List<String> texts = rows.stream().map(LabelledRows.Row::text).toList();
    float[] idf = FeatureExtractor.inverseDocumentFrequencies(analysis, settings, texts);
    Examples examples =
        examples(new FeatureExtractor(analysis, settings, idf), texts, places(ids, labels));
    CrossValidation measured = crossValidate(examples, rows, labels.size(), settings);
    Calibration calibration = Calibrating.calibrate(measured.logits(), measured.classes());
    Scores scores = measured.scores(calibration.sharpening());
    progress.accept("training on all names");
    ScoringNetwork network =
        network(examples, labels.size(), settings).sharpened(calibration.sharpening());

    write(settings, idf, network, labels, calibration, scores, rows.size());
    return new TrainingReport(
        rows.size(),
        labelled.skipped(),
        labels.size(),
        scores,
        calibration,
        files(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /// The label of each row as an id.
  private List<String> ids(List<LabelledRows.Row> rows) {
    if (request.taxonomy().isEmpty()) {
      return rows.stream().map(LabelledRows.Row::label).toList();
    }
    Taxonomy taxonomy = Taxonomy.read(request.taxonomy().get());
    List<String> errors = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (LabelledRows.Row row : rows) {
      taxonomy
          .idOf(row.label())
          .ifPresentOrElse(
              ids::add,
              () ->
                  errors.add(
                      "%s:%d: '%s' is neither an id nor a path of the taxonomy"
                          .formatted(request.labelled(), row.line(), row.label())));
    }
    if (!errors.isEmpty()) {
      List<String> shown = errors.subList(0, Math.min(errors.size(), LABEL_ERRORS_SHOWN_MAX));
      throw new InputFailure(
          "%,d labels are not in %s:%n%s"
              .formatted(errors.size(), request.taxonomy().get(), String.join("\n", shown)));
    }
    return ids;
  }

  /// The labels that occur, ordered by id; a class's number is its place here.
  private List<Label> labels(List<LabelledRows.Row> rows, List<String> ids) {
    SortedMap<String, Label> labels = new TreeMap<>();
    if (request.taxonomy().isPresent()) {
      Taxonomy taxonomy = Taxonomy.read(request.taxonomy().get());
      ids.forEach(id -> labels.put(id, new Label(id, taxonomy.path(id))));
    } else {
      rows.forEach(row -> labels.put(row.label(), new Label(row.label(), row.label())));
    }
    return List.copyOf(labels.values());
  }

  private void checkEnough(List<LabelledRows.Row> rows, List<Label> labels) {
    if (rows.size() < ROWS_MIN || labels.size() < 2) {
      throw new InputFailure(
          "%s: expected at least %d labelled names and 2 labels but found %d and %d"
              .formatted(request.labelled(), ROWS_MIN, rows.size(), labels.size()));
    }
  }

  private static int[] places(List<String> ids, List<Label> labels) {
    Map<String, Integer> places = new LinkedHashMap<>();
    labels.forEach(label -> places.put(label.id(), places.size()));
    return ids.stream().mapToInt(places::get).toArray();
  }

  private static Examples examples(FeatureExtractor extractor, List<String> texts, int[] classes) {
    int[][] inputs = new int[texts.size()][];
    float[][] weights = new float[texts.size()][];
    for (int i = 0; i < inputs.length; i++) {
      Features features = extractor.extract(texts.get(i));
      inputs[i] = features.buckets();
      weights[i] = features.weights();
    }
    return new Examples(inputs, weights, classes);
  }

  private ScoringNetwork network(Examples examples, int classes, FeatureSettings settings) {
    return NetworkTraining.train(
        examples,
        settings.buckets(),
        classes,
        TrainingSettings.DEFAULT,
        request.seed(),
        (_, _) -> {});
  }

  /// Logits of rows from networks that had not seen them.
  private record CrossValidation(float[][] logits, int[] classes) {
    Scores scores(double sharpening) {
      List<Scores.Judged> judged = new ArrayList<>();
      for (int i = 0; i < logits.length; i++) {
        int best = Calibrating.best(logits[i]);
        double score = Calibrating.score(logits[i], best, sharpening);
        judged.add(new Scores.Judged(Integer.toString(classes[i]), Integer.toString(best), score));
      }
      return Scores.of(judged);
    }
  }

  private CrossValidation crossValidate(
      Examples examples, List<LabelledRows.Row> rows, int classes, FeatureSettings settings) {
    int measuredFolds = examples.size() > CROSS_VALIDATED_ROWS_MAX ? 1 : FOLDS;
    progress.accept(
        "measuring by cross-validation: %d of %d folds".formatted(measuredFolds, FOLDS));
    int[] foldOf = rows.stream().mapToInt(row -> fold(row.group())).toArray();
    List<CrossValidation> parts =
        IntStream.range(0, measuredFolds)
            .parallel()
            .mapToObj(fold -> measure(examples, foldOf, fold, classes, settings))
            .toList();
    float[][] logits =
        parts.stream().flatMap(part -> Stream.of(part.logits())).toArray(float[][]::new);
    int[] truth = parts.stream().flatMapToInt(part -> IntStream.of(part.classes())).toArray();
    if (logits.length == 0) {
      throw new InputFailure(
          request.labelled() + ": all rows are of one group, so that nothing can be measured");
    }
    return new CrossValidation(logits, truth);
  }

  private CrossValidation measure(
      Examples examples, int[] foldOf, int fold, int classes, FeatureSettings settings) {
    int[] learnt = IntStream.range(0, foldOf.length).filter(i -> foldOf[i] != fold).toArray();
    int[] measured =
        IntStream.range(0, foldOf.length)
            .filter(i -> foldOf[i] == fold)
            .limit(CALIBRATION_ROWS_MAX)
            .toArray();
    if (learnt.length == 0 || measured.length == 0) {
      return new CrossValidation(new float[0][], new int[0]);
    }
    ScoringNetwork network = network(examples.select(learnt), classes, settings);
    Examples held = examples.select(measured);
    float[][] logits = new float[measured.length][];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = network.logits(held.inputs()[i], held.weights()[i]);
    }
    progress.accept("fold %d: %,d names measured".formatted(fold + 1, measured.length));
    return new CrossValidation(logits, held.classes());
  }

  private static int fold(String group) {
    CRC32 crc = new CRC32();
    crc.update(group.getBytes(StandardCharsets.UTF_8));
    return (int) (crc.getValue() % FOLDS);
  }

  private void write(
      FeatureSettings settings,
      float[] idf,
      ScoringNetwork network,
      List<Label> labels,
      Calibration calibration,
      Scores scores,
      int rows) {
    Map<String, Object> measured = new LinkedHashMap<>();
    measured.put("rows", rows);
    measured.put("classes", labels.size());
    measured.put("measuredRows", calibration.rows());
    measured.put("accuracy", Calibration.rounded(scores.accuracy()));
    measured.put("weightedF1", Calibration.rounded(scores.weightedF1()));
    measured.put("macroF1", Calibration.rounded(scores.macroF1()));
    measured.put("ece", Calibration.rounded(scores.ece()));
    measured.put("threshold", calibration.threshold());
    measured.put("coverage", Calibration.rounded(calibration.coverage()));
    measured.put("precision", Calibration.rounded(calibration.precision()));
    measured.put("seed", request.seed());
    measured.put("labelledSha256", sha256(request.labelled()));
    Path target = request.targetDirectory();
    try {
      Files.createDirectories(target);
      CategoryModel.save(target, settings, idf, network, labels, calibration);
      Files.writeString(
          target.resolve(SCORES), CategoryModel.toJson(measured), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EnvironmentFailure(target + ": the model bundle cannot be written: " + e, e);
    }
  }

  private List<Path> files() {
    return Stream.of(
            CategoryModel.NETWORK,
            CategoryModel.LABELS,
            CategoryModel.FEATURES,
            CategoryModel.IDF,
            CategoryModel.CALIBRATION,
            SCORES)
        .map(request.targetDirectory()::resolve)
        .toList();
  }

  private static String sha256(Path file) {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": the labelled names cannot be read: " + e, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
