package dev.totonoe.categorise;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.network.ScoringNetwork;
import dev.totonoe.text.FeatureExtractor;
import dev.totonoe.text.FeatureExtractor.Words;
import dev.totonoe.text.FeatureSettings;
import dev.totonoe.text.Features;
import dev.totonoe.text.TextAnalysis;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// A model bundle in memory: what makes a name's features, the network, its labels, its
/// calibration. Immutable; safe for any number of threads.
public final class CategoryModel implements Scoring {
  public static final String NETWORK = "model.zip";
  public static final String LABELS = "labels.tsv";
  public static final String FEATURES = "features.json";
  public static final String IDF = "idf.bin";
  public static final String CALIBRATION = "calibration.json";

  private static final long FILE_BYTES_MAX = 64L << 20;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final ObjectWriter JSON_LINES =
      JSON.writer()
          .with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  /// One class of the network.
  public record Label(String id, String path) {}

  private final FeatureExtractor features;
  private final List<FurtherText> furtherTexts;
  private final ScoringNetwork network;
  private final List<Label> labels;
  private final Calibration calibration;

  private CategoryModel(
      FeatureExtractor features,
      List<FurtherText> furtherTexts,
      ScoringNetwork network,
      List<Label> labels,
      Calibration calibration) {
    this.features = features;
    this.furtherTexts = List.copyOf(furtherTexts);
    this.network = network;
    this.labels = List.copyOf(labels);
    this.calibration = calibration;
  }

  /// @throws EnvironmentFailure when the bundle is incomplete or corrupt
  public static CategoryModel open(Path bundle, TextAnalysis analysis) {
    FeatureSettings settings = json(bundle.resolve(FEATURES), FeatureSettings.class);
    Calibration calibration = json(bundle.resolve(CALIBRATION), Calibration.class);
    List<Label> labels = labels(bundle.resolve(LABELS));
    float[] idf = floats(bundle.resolve(IDF), settings.buckets());
    ScoringNetwork network =
        ScoringNetwork.load(bundle.resolve(NETWORK), settings.buckets(), labels.size());
    return new CategoryModel(
        new FeatureExtractor(analysis, settings, idf),
        furtherTexts(bundle.resolve(FEATURES), settings),
        network,
        labels,
        calibration);
  }

  /// Writes a bundle's files, all but its manifest: the same bytes for the same values.
  public static void save(
      Path bundle,
      FeatureSettings settings,
      float[] idf,
      ScoringNetwork network,
      List<Label> labels,
      Calibration calibration) {
    network.save(bundle.resolve(NETWORK));
    ByteBuffer numbers = ByteBuffer.allocate(idf.length * Float.BYTES);
    numbers.asFloatBuffer().put(idf);
    StringBuilder lines = new StringBuilder();
    labels.forEach(
        label -> lines.append(label.id()).append('\t').append(label.path()).append('\n'));
    try {
      Files.write(bundle.resolve(IDF), numbers.array());
      Files.writeString(bundle.resolve(LABELS), lines, StandardCharsets.UTF_8);
      Files.writeString(bundle.resolve(FEATURES), toJson(settings), StandardCharsets.UTF_8);
      Files.writeString(bundle.resolve(CALIBRATION), toJson(calibration), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EnvironmentFailure(bundle + ": the model bundle cannot be written: " + e, e);
    }
  }

  /// As the files of a bundle hold it: two spaces, `\n`, a line end at the end.
  public static String toJson(Object value) {
    return JSON_LINES.writeValueAsString(value) + "\n";
  }

  /// The labels of a bundle, without the rest of it.
  ///
  /// @throws EnvironmentFailure when the file is missing or corrupt
  public static List<Label> labelsOf(Path bundle) {
    return labels(bundle.resolve(LABELS));
  }

  @Override
  public List<Label> labels() {
    return labels;
  }

  public Calibration calibration() {
    return calibration;
  }

  /// The place of the likeliest label; of equally likely ones the first.
  ///
  /// @param scores of all labels: probabilities, or what they are made of
  public static int likeliest(float[] scores) {
    int likeliest = 0;
    for (int label = 1; label < scores.length; label++) {
      if (scores[label] > scores[likeliest]) {
        likeliest = label;
      }
    }
    return likeliest;
  }

  @Override
  public Optional<float[]> probabilities(ProductText product) {
    return probabilities(words(product));
  }

  /// What Kuromoji makes of a product, for [#probabilities(List)].
  List<Words> words(ProductText product) {
    return FurtherText.withName(product, furtherTexts).stream().map(features::split).toList();
  }

  Optional<float[]> probabilities(List<Words> words) {
    Features found = features.features(words);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(calibration.curve().applyTo(network.score(found.buckets(), found.weights())));
  }

  private static List<FurtherText> furtherTexts(Path file, FeatureSettings settings) {
    List<FurtherText> texts = new ArrayList<>();
    for (String word : settings.furtherTexts()) {
      texts.add(
          FurtherText.of(word)
              .orElseThrow(
                  () ->
                      new EnvironmentFailure(
                          "%s: expected texts among %s but found '%s'"
                              .formatted(file, FurtherText.words(), word))));
    }
    return texts;
  }

  private static <T> T json(Path file, Class<T> type) {
    try {
      return JSON.readValue(bytes(file), type);
    } catch (JacksonException e) {
      throw new EnvironmentFailure(
          file + ": this file of the model bundle is corrupt: " + e.getOriginalMessage(), e);
    }
  }

  private static List<Label> labels(Path file) {
    List<Label> labels = new ArrayList<>();
    for (String line : new String(bytes(file), StandardCharsets.UTF_8).split("\n")) {
      int tab = line.indexOf('\t');
      if (tab < 1 || tab != line.lastIndexOf('\t') || tab == line.length() - 1) {
        throw new EnvironmentFailure(
            "%s:%d: expected an id, a tab and a path but found '%s'"
                .formatted(file, labels.size() + 1, line));
      }
      labels.add(new Label(line.substring(0, tab), line.substring(tab + 1)));
    }
    return labels;
  }

  private static float[] floats(Path file, int expected) {
    byte[] bytes = bytes(file);
    if (bytes.length != expected * Float.BYTES) {
      throw new EnvironmentFailure(
          "%s: expected %,d bytes but found %,d"
              .formatted(file, expected * Float.BYTES, bytes.length));
    }
    float[] values = new float[expected];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new EnvironmentFailure(file + ": expected finite numbers but found " + value);
      }
    }
    return values;
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > FILE_BYTES_MAX) {
        throw new EnvironmentFailure(
            "%s: expected at most %,d bytes".formatted(file, FILE_BYTES_MAX));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new EnvironmentFailure(
          file + ": this file of the model bundle cannot be read: " + e, e);
    }
  }
}
