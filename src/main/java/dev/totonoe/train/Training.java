package dev.totonoe.train;

import dev.totonoe.categorise.Calibration;
import dev.totonoe.categorise.Categoriser;
import dev.totonoe.categorise.CategoryModel;
import dev.totonoe.categorise.FurtherText;
import dev.totonoe.categorise.Hierarchy;
import dev.totonoe.categorise.Taxonomy;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.layout.Sha256;
import dev.totonoe.network.ClassTree;
import dev.totonoe.network.Dl4j;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Trains a model bundle: features, cross-validation for honest scores and the threshold, then one
/// network from all rows.
public final class Training {
  static final String SCORES = "scores.json";
  private static final String CARD = "card.md";
  private static final String MEASURED_BY_GROUP =
      "by cross-validation, each row by a network that had seen no row of its group";
  private static final String MEASURED_BY_NAME =
      "by cross-validation, each row by a network that had not seen its name";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<LinkedHashMap<String, Object>> BY_NAME =
      new TypeReference<>() {};
  private static final FeatureSettings FEATURES = FeatureSettings.DEFAULT;
  private static final int ROWS_MIN = 10;
  private static final int LABELS_MIN = 2;

  private Training() {}

  /// Writes the bundle's files into the target directory.
  ///
  /// @throws InputFailure when the labelled file cannot be learnt from
  /// @throws dev.totonoe.failure.ConfigurationFailure when a column, the taxonomy or the user
  ///   dictionary is wrong, or DL4J is not here
  /// @throws EnvironmentFailure when a file cannot be read or written
  public static TrainingReport train(TrainingRequest request) {
    return train(request, TrainingSettings.DEFAULT);
  }

  static TrainingReport train(TrainingRequest request, TrainingSettings settings) {
    long start = System.nanoTime();
    Dl4j.start();
    TextAnalysis analysis = Categoriser.analysis(request.dictionary());
    LabelledRows labelled = LabelledRows.read(request.labelled(), request.columns());
    List<LabelledRows.Row> rows = labelled.rows();
    Labels labels = Labels.of(request.labelled(), rows, request.taxonomy().map(Taxonomy::read));
    int classes = labels.all().size();
    checkEnough(request, rows.size(), classes);
    request.progress().accept("%,d names, %,d labels".formatted(rows.size(), classes));

    List<FurtherText> further = furtherTexts(labelled.columns());
    FeatureSettings features = FEATURES.with(further.stream().map(FurtherText::word).toList());
    float[] idf =
        FeatureExtractor.inverseDocumentFrequencies(
            analysis, features, () -> rows.stream().map(row -> texts(row, further)).iterator());
    FeatureExtractor extractor = new FeatureExtractor(analysis, features, idf);
    Examples examples =
        examples(rows, row -> extractor.extract(texts(row, further)), labels.classes());
    Hierarchy hierarchy = Hierarchy.of(labels.all());
    NetworkTraining training =
        new NetworkTraining(features.buckets(), tree(hierarchy), settings, request.seed());
    CrossValidation measured =
        CrossValidation.of(
            examples,
            rows.stream().map(LabelledRows.Row::group).toList(),
            classes,
            training,
            request.progress(),
            request.steps());
    if (measured.isEmpty()) {
      throw new InputFailure(
          request.labelled() + ": all rows are of one group, so that nothing can be measured");
    }
    Calibration calibration =
        Calibrating.calibrate(measured.logits(), measured.classes(), hierarchy);
    MeasuredRows judged = judged(measured, labels, calibration);
    LabelDoubts doubts = LabelDoubts.find(rows, labels, judged.heldOut());
    request.progress().accept("training on all names");
    ScoringNetwork network =
        training
            .train(examples, measured.rounds(), request.steps())
            .toScore(calibration.sharpening());

    Path target = request.targetDirectory();
    TrainingCard card;
    try {
      Files.createDirectories(target);
      card =
          card(
              request,
              labelled,
              labels,
              settings(features, settings),
              judged,
              calibration,
              keepData(request, labelled, labels));
      CategoryModel.save(target, features, idf, network, labels.all(), calibration);
      Files.writeString(target.resolve(SCORES), card.json(), StandardCharsets.UTF_8);
      Files.writeString(target.resolve(CARD), card.markdown(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EnvironmentFailure(target + ": the model bundle cannot be written: " + e, e);
    }
    request.doubts().ifPresent(doubts::write);
    return new TrainingReport(
        rows.size(),
        labelled.skipped(),
        classes,
        card.measures().scores(),
        calibration,
        doubts.contradictory(),
        doubts.unlikely(),
        files(target, card.data()),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static TrainingData.Kept keepData(
      TrainingRequest request, LabelledRows labelled, Labels labels) throws IOException {
    return switch (request.data()) {
      case LEAVE_OUT -> TrainingData.Kept.LEFT_OUT;
      case KEEP ->
          TrainingData.keep(
              request.targetDirectory(), labelled.columns().keySet(), labelled.rows(), labels);
    };
  }

  private static void checkEnough(TrainingRequest request, int rows, int classes) {
    if (rows < ROWS_MIN || classes < LABELS_MIN) {
      throw new InputFailure(
          "%s: expected at least %d labelled names and %d labels but found %d and %d"
              .formatted(request.labelled(), ROWS_MIN, LABELS_MIN, rows, classes));
    }
  }

  /// The texts beside the name that the labelled file has columns for.
  private static List<FurtherText> furtherTexts(Map<String, String> columns) {
    return Stream.of(FurtherText.values())
        .filter(text -> columns.containsKey(text.word()))
        .toList();
  }

  private static List<String> texts(LabelledRows.Row row, List<FurtherText> further) {
    return FurtherText.withName(row.product(), further);
  }

  /// What a class shares with others: the categories above it, and itself where it stands above
  /// others.
  private static ClassTree tree(Hierarchy hierarchy) {
    int nodes = hierarchy.nodes().size();
    int[] groupOfNode = new int[nodes];
    int groups = 0;
    for (int node = 0; node < nodes; node++) {
      groupOfNode[node] = hierarchy.tells(node) ? groups++ : ClassTree.NO_GROUP;
    }
    int[][] groupsOfClasses = new int[hierarchy.labels()][];
    for (int label = 0; label < groupsOfClasses.length; label++) {
      groupsOfClasses[label] =
          IntStream.concat(
                  IntStream.of(hierarchy.leaf(label)), IntStream.of(hierarchy.ancestors(label)))
              .map(node -> groupOfNode[node])
              .filter(group -> group != ClassTree.NO_GROUP)
              .toArray();
    }
    return new ClassTree(groups, groupsOfClasses);
  }

  private static Examples examples(
      List<LabelledRows.Row> rows, Function<LabelledRows.Row, Features> extract, int[] classes) {
    int[][] inputs = new int[rows.size()][];
    float[][] weights = new float[rows.size()][];
    for (int i = 0; i < inputs.length; i++) {
      Features features = extract.apply(rows.get(i));
      inputs[i] = features.buckets();
      weights[i] = features.weights();
    }
    return new Examples(inputs, weights, classes);
  }

  private static MeasuredRows judged(
      CrossValidation measured, Labels labels, Calibration calibration) {
    MeasuredRows judged = new MeasuredRows(labels);
    for (int i = 0; i < measured.places().length; i++) {
      judged.add(
          measured.places()[i], Calibrating.probabilities(measured.logits()[i], calibration));
    }
    return judged;
  }

  private static TrainingCard card(
      TrainingRequest request,
      LabelledRows labelled,
      Labels labels,
      Map<String, Object> settings,
      MeasuredRows measured,
      Calibration calibration,
      TrainingData.Kept data) {
    Map<String, Integer> rowsOfLabels = new TreeMap<>();
    for (int label : labels.classes()) {
      rowsOfLabels.merge(labels.all().get(label).path(), 1, Integer::sum);
    }
    return new TrainingCard(
        labelled.skipped(),
        sha256(request.labelled()),
        request.taxonomy().map(Training::sha256),
        labelled.columns(),
        settings,
        request.seed(),
        request.columns().group().isPresent() ? MEASURED_BY_GROUP : MEASURED_BY_NAME,
        calibration.promise(),
        new AcceptanceCurve(measured.judged()).atScore(calibration.leaf().score()),
        Acceptance.of(calibration.parent(), calibration.rows()),
        rowsOfLabels,
        data,
        Measures.of(measured.judged()));
  }

  private static Map<String, Object> settings(FeatureSettings features, TrainingSettings training) {
    Map<String, Object> all = new LinkedHashMap<>(JSON.convertValue(features, BY_NAME));
    all.putAll(JSON.convertValue(training, BY_NAME));
    return all;
  }

  private static List<Path> files(Path target, TrainingData.Kept data) {
    Stream<String> always =
        Stream.of(
            CategoryModel.NETWORK,
            CategoryModel.LABELS,
            CategoryModel.FEATURES,
            CategoryModel.IDF,
            CategoryModel.CALIBRATION,
            SCORES,
            CARD);
    return Stream.concat(
            always,
            data == TrainingData.Kept.KEPT ? Stream.of(TrainingData.FILE) : Stream.<String>empty())
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
