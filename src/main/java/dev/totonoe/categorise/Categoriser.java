package dev.totonoe.categorise;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.text.TextAnalysis;
import dev.totonoe.text.WordDictionaries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Decides the category of products: a rule where one holds; otherwise the model's likeliest one,
/// accepted from the bundle's threshold on and a suggestion below it. Immutable; safe for any
/// number of threads.
public final class Categoriser {
  public static final String TAXONOMY = "taxonomy.csv";
  public static final String RULES = "rules.csv";

  /// A suggestion that is wrong nine times of ten is not worth a person's look.
  private static final double SUGGESTION_SCORE_MIN = 0.1;

  private static final Category NOTHING =
      new Category("", "", 0, Category.Source.MODEL, Category.Status.NONE);

  private final Taxonomy taxonomy;
  private final Rules rules;
  private final Optional<CategoryModel> model;
  private final double threshold;

  private Categoriser(
      Taxonomy taxonomy, Rules rules, Optional<CategoryModel> model, double threshold) {
    this.taxonomy = taxonomy;
    this.rules = rules;
    this.model = model;
    this.threshold = threshold;
  }

  /// Reads both bundles; takes about a second.
  ///
  /// @param modelBundle empty: only the rules assign categories
  /// @param thresholdOverride the score from which to accept, in place of the model bundle's
  /// @throws ConfigurationFailure naming every error in the dictionary bundle's tables
  /// @throws EnvironmentFailure when a bundle is incomplete or corrupt
  public static Categoriser open(
      Optional<Path> modelBundle, Path dictionaryBundle, OptionalDouble thresholdOverride) {
    return open(modelBundle, dictionaryBundle, words(dictionaryBundle), thresholdOverride);
  }

  /// As [#open(Optional, Path, OptionalDouble)], with the dictionary bundle's words read already.
  public static Categoriser open(
      Optional<Path> modelBundle,
      Path dictionaryBundle,
      WordDictionaries words,
      OptionalDouble thresholdOverride) {
    thresholdOverride.ifPresent(Categoriser::checkThreshold);
    Optional<Path> taxonomyFile = file(dictionaryBundle, TAXONOMY);
    Optional<Path> rulesFile = file(dictionaryBundle, RULES);
    Taxonomy taxonomy = taxonomyFile.map(Taxonomy::read).orElseGet(Taxonomy::empty);
    Rules rules = rulesFile.map(path -> Rules.read(path, taxonomy)).orElseGet(Rules::none);
    Optional<CategoryModel> model =
        modelBundle.map(directory -> CategoryModel.open(directory, words.analysis()));
    double threshold =
        thresholdOverride.orElseGet(
            () -> model.map(found -> found.calibration().threshold()).orElse(Calibration.NEVER));
    return new Categoriser(taxonomy, rules, model, threshold);
  }

  /// The analysis with the dictionaries of a dictionary bundle.
  public static TextAnalysis analysis(Path dictionaryBundle) {
    return words(dictionaryBundle).analysis();
  }

  private static WordDictionaries words(Path dictionaryBundle) {
    if (!Files.isDirectory(dictionaryBundle)) {
      throw new EnvironmentFailure(dictionaryBundle + ": there is no such dictionary bundle");
    }
    return WordDictionaries.open(dictionaryBundle);
  }

  /// The category of each product, in their order. A product's result does not depend on the
  /// others.
  public List<Category> categorise(List<ProductText> batch) {
    return batch.stream().map(this::categorise).toList();
  }

  private Category categorise(ProductText product) {
    Optional<Category> byRule = rules.categoryId(product).map(this::byRule);
    return byRule.orElseGet(
        () ->
            model
                .flatMap(
                    scoring -> scoring.probabilities(product).map(found -> byModel(scoring, found)))
                .orElse(NOTHING));
  }

  private Category byRule(String id) {
    return new Category(id, taxonomy.path(id), 1, Category.Source.RULE, Category.Status.ACCEPTED);
  }

  private Category byModel(CategoryModel scoring, float[] probabilities) {
    int best = 0;
    for (int c = 1; c < probabilities.length; c++) {
      if (probabilities[c] > probabilities[best]) {
        best = c;
      }
    }
    double score = Calibration.rounded(probabilities[best]);
    if (score < SUGGESTION_SCORE_MIN && score < threshold) {
      return NOTHING;
    }
    CategoryModel.Label label = scoring.labels().get(best);
    Category.Status status = score >= threshold ? Category.Status.ACCEPTED : Category.Status.REVIEW;
    return new Category(label.id(), label.path(), score, Category.Source.MODEL, status);
  }

  private static Optional<Path> file(Path bundle, String name) {
    return Optional.of(bundle.resolve(name)).filter(Files::exists);
  }

  private static void checkThreshold(double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new ConfigurationFailure("expected a threshold of 0 to 1 but found " + threshold);
    }
  }
}
