package dev.totonoe.train;

import dev.totonoe.assets.Bundle;
import dev.totonoe.categorise.Categoriser;
import dev.totonoe.categorise.CategoryModel;
import dev.totonoe.categorise.LearntRules;
import dev.totonoe.categorise.Taxonomy;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.network.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/// A person's corrections, and what they make of a model bundle and a dictionary bundle. Everything
/// is read and checked first; then the changed bundles are written into directories that nobody
/// reads yet.
public final class Learning {
  private static final int LABELS_SHOWN_MAX = 3;

  private final Bundle dictionary;
  private final Optional<Bundle> model;
  private final Optional<Taxonomy> labelTaxonomy;
  private final Corrections corrections;
  private final Optional<LearntRules.Edited> rules;
  private final Optional<TaughtRows> rows;

  /// What may learn.
  public enum Part {
    /// The dictionary's rules.
    RULES,
    /// The model's training rows.
    ROWS
  }

  /// @param dictionary the dictionary bundle to start from
  /// @param model the model bundle to start from; empty: there is none
  /// @param parts what is to learn
  public record Sources(Bundle dictionary, Optional<Bundle> model, Set<Part> parts) {
    public Sources {
      Objects.requireNonNull(dictionary);
      Objects.requireNonNull(model);
      parts = Set.copyOf(parts);
    }
  }

  private Learning(Path file, CorrectionColumns columns, Sources sources) {
    dictionary = sources.dictionary();
    model = sources.model();
    Taxonomy taxonomy = Categoriser.taxonomy(dictionary.directory());
    List<CategoryModel.Label> labels =
        model.map(bundle -> CategoryModel.labelsOf(bundle.directory())).orElse(List.of());
    boolean labelsAreIds = labels.stream().allMatch(label -> taxonomy.has(label.id()));
    if (!labelsAreIds) {
      checkOwnLabels(labels, taxonomy);
    }
    labelTaxonomy = labelsAreIds ? Optional.of(taxonomy) : Optional.empty();
    corrections =
        Corrections.read(
            file,
            columns,
            labelsAreIds ? CategoryNames.of(taxonomy) : CategoryNames.ofLabels(labels));
    rules = sources.parts().contains(Part.RULES) ? Optional.of(rules(taxonomy)) : Optional.empty();
    rows =
        sources.parts().contains(Part.ROWS)
            ? model.flatMap(bundle -> bundle.verified(TrainingData.FILE)).map(this::taught)
            : Optional.empty();
  }

  /// Reads the corrections and finds out what they change; writes nothing.
  ///
  /// @throws dev.totonoe.failure.InputFailure when a correction is wrong
  /// @throws ConfigurationFailure when the corrections or the bundles do not fit together
  public static Learning of(Path file, CorrectionColumns columns, Sources sources) {
    return new Learning(file, columns, sources);
  }

  /// Whether a model bundle carries what it learnt from.
  public static boolean carriesRows(Bundle model) {
    return model.manifest().files().stream()
        .anyMatch(file -> file.path().equals(TrainingData.FILE));
  }

  private void checkOwnLabels(List<CategoryModel.Label> labels, Taxonomy taxonomy) {
    Bundle bundle = model.orElseThrow();
    if (ModelScores.read(bundle.directory()).hasTaxonomy()) {
      List<String> strange =
          labels.stream().map(CategoryModel.Label::id).filter(id -> !taxonomy.has(id)).toList();
      throw new ConfigurationFailure(
          "%s: expected its categories in the taxonomy of %s but %,d are not there: %s; use the dictionary that it was trained with, or train it again"
              .formatted(
                  bundle.shown(),
                  dictionary.shown(),
                  strange.size(),
                  String.join(
                      ", ", strange.subList(0, Math.min(strange.size(), LABELS_SHOWN_MAX)))));
    }
  }

  private LearntRules.Edited rules(Taxonomy taxonomy) {
    LearntRules edit =
        LearntRules.read(
            dictionary.directory().resolve(Categoriser.RULES),
            dictionary.shown() + "/" + Categoriser.RULES,
            taxonomy);
    Set<String> names = new LinkedHashSet<>();
    for (Correction correction : corrections.rows()) {
      if (names.add(correction.key())) {
        edit.learn(correction.product().name(), correction.category().id());
      }
    }
    return edit.edited();
  }

  private TaughtRows taught(Path data) {
    return TaughtRows.of(data, corrections.rows(), labelTaxonomy);
  }

  public Corrections corrections() {
    return corrections;
  }

  /// The dictionary's rules; empty where they are not to learn.
  public Optional<LearntRules.Edited> rules() {
    return rules;
  }

  /// The model's training rows; empty where they are not to learn or the bundle carries none.
  public Optional<TaughtRows> rows() {
    return rows;
  }

  /// Whether the labels of the model are ids of the dictionary's taxonomy.
  public boolean hasTaxonomy() {
    return labelTaxonomy.isPresent();
  }

  /// Writes the dictionary bundle with the changed rules, all but its manifest, and reads it back.
  ///
  /// @throws EnvironmentFailure when the bundle to start from is not as its manifest says
  public void writeDictionary(Path target) {
    dictionary.copyTo(target);
    try {
      Files.write(target.resolve(Categoriser.RULES), rules.orElseThrow().table());
    } catch (IOException e) {
      throw new EnvironmentFailure(target + ": cannot be written: " + IoReason.of(e), e);
    }
    Categoriser.open(Optional.empty(), target, OptionalDouble.empty());
  }

  /// Writes the model bundle as it was, but with the changed training rows: to be trained later.
  public void writeRows(Path target) {
    model.orElseThrow().copyTo(target);
    rows.orElseThrow().write(target.resolve(TrainingData.FILE));
  }

  /// Trains a model bundle from the changed rows, as the bundle to start from was trained.
  public TrainingReport train(Path target, Consumer<String> progress, Steps steps) {
    Path data = target.resolveSibling(target.getFileName() + "-rows.csv.gz");
    try {
      rows.orElseThrow().write(data);
      TrainingReport report =
          Training.train(
              new TrainingRequest(
                  data,
                  TrainingData.columns(data),
                  labelTaxonomy.map(_ -> dictionary.directory().resolve(Categoriser.TAXONOMY)),
                  dictionary.directory(),
                  target,
                  Optional.empty(),
                  TrainingRequest.Data.KEEP,
                  ModelScores.read(model.orElseThrow().directory()).seed(),
                  progress,
                  steps));
      CategoryModel.open(target, Categoriser.analysis(dictionary.directory()));
      return report;
    } finally {
      remove(data);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It starts with a dot, and the next attempt has a name of its own.
    }
  }
}
