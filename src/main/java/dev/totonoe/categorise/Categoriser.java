package dev.totonoe.categorise;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.text.TextAnalysis;
import dev.totonoe.text.WordDictionaries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Decides the category of products: a rule where one holds ([Rules]); otherwise what the model
/// says ([ModelDecision]). Immutable; safe for any number of threads.
public final class Categoriser {
  public static final String TAXONOMY = "taxonomy.csv";
  public static final String RULES = "rules.csv";

  private static final String NO_WORD = "no word";
  private static final String NO_RULE = "no rule";

  private final Taxonomy taxonomy;
  private final Rules rules;
  private final Optional<Model> model;

  /// A model and what is made of its scores.
  private record Model(Scoring scoring, ModelDecision decision) {}

  /// @param model empty: only the rules assign categories
  /// @param thresholds when to accept what the model says
  Categoriser(
      List<Rule> rules,
      Taxonomy taxonomy,
      TextAnalysis analysis,
      Optional<? extends Scoring> model,
      Thresholds thresholds) {
    this.taxonomy = taxonomy;
    this.rules = new Rules(rules, taxonomy, analysis);
    List<String> vetoed =
        rules.stream()
            .filter(rule -> rule.action() == Rule.Action.VETO)
            .map(Rule::categoryId)
            .toList();
    this.model =
        model.map(
            scoring ->
                new Model(
                    scoring, new ModelDecision(scoring.labels(), taxonomy, thresholds, vetoed)));
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
    Taxonomy taxonomy = taxonomy(dictionaryBundle);
    List<Rule> rules = rules(dictionaryBundle, taxonomy);
    Optional<CategoryModel> model =
        modelBundle.map(directory -> CategoryModel.open(directory, words.analysis()));
    Thresholds thresholds =
        model
            .map(found -> Thresholds.of(found.calibration(), thresholdOverride))
            .orElse(Thresholds.NEVER);
    return new Categoriser(rules, taxonomy, words.analysis(), model, thresholds);
  }

  /// What in the dictionary bundle's taxonomy and rules is in order but hardly meant: sentences
  /// that begin with `file:line: `.
  ///
  /// @throws ConfigurationFailure naming every error in the tables
  public static List<String> warnings(Path dictionaryBundle) {
    Taxonomy taxonomy = taxonomy(dictionaryBundle);
    List<String> warnings = new ArrayList<>(taxonomy.warnings(dictionaryBundle.resolve(TAXONOMY)));
    warnings.addAll(
        RuleLint.warnings(
            dictionaryBundle.resolve(RULES), rules(dictionaryBundle, taxonomy), taxonomy));
    return warnings;
  }

  /// The dictionary bundle's taxonomy; without categories where it has none.
  ///
  /// @throws ConfigurationFailure naming every bad line
  public static Taxonomy taxonomy(Path dictionaryBundle) {
    return file(dictionaryBundle, TAXONOMY).map(Taxonomy::read).orElseGet(Taxonomy::empty);
  }

  private static List<Rule> rules(Path dictionaryBundle, Taxonomy taxonomy) {
    return file(dictionaryBundle, RULES)
        .map(path -> RuleFile.read(path, taxonomy))
        .orElse(List.of());
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
    Ruling ruling = rules.ruling(product);
    return ruling
        .assigned()
        .map(rule -> byRule(rule, ruling))
        .or(() -> model.map(found -> byModel(found, product, ruling)))
        .orElseGet(() -> nothing(NO_RULE, ruling));
  }

  private Category byRule(Rule rule, Ruling ruling) {
    return new Category(
        rule.categoryId(),
        taxonomy.path(rule.categoryId()),
        1,
        Category.Source.RULE,
        Category.Status.ACCEPTED,
        List.of(),
        Ruling.reason(rule.reason(), ruling.decisive()));
  }

  private static Category byModel(Model model, ProductText product, Ruling ruling) {
    return model
        .scoring()
        .probabilities(product)
        .map(probabilities -> model.decision().decide(probabilities, ruling))
        .orElseGet(() -> nothing(NO_WORD, ruling));
  }

  private static Category nothing(String why, Ruling ruling) {
    return Category.none(List.of(), Ruling.reason(why, ruling.decisive()));
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
