package dev.totonoe.train;

import static dev.totonoe.train.CardText.count;
import static dev.totonoe.train.CardText.escaped;
import static dev.totonoe.train.CardText.percent;

import dev.totonoe.categorise.CategoryModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a bundle says of itself: `card.md` for people, `scores.json` for programs. The same
/// training gives the same bytes. Both travel with the bundle, so they hold labels and numbers and
/// no row of the training data: those stand in [TrainingData], or nowhere.
///
/// @param skippedRows rows without a name or a label
/// @param labelledSha256 the checksum of the labelled file
/// @param taxonomySha256 the checksum of the taxonomy whose ids or paths the labels are; empty
///   where they are any texts
/// @param columns what was read from which column: `text`, `label`, …
/// @param settings all that the training was set to, by name
/// @param seed the seed of its random numbers
/// @param measuring how the measured rows were kept from the model that was measured, as the end of
///   the sentence "It was measured …"
/// @param promise what accepted categories are to be right at least
/// @param accepted what the threshold accepts of the measured rows
/// @param parents what is accepted of the categories above the labels, of the rows that are left
/// @param rowsOfLabels how many rows each label was learnt from, by its path
/// @param data whether the bundle carries the rows
/// @param measures of the measured rows
record TrainingCard(
    int skippedRows,
    String labelledSha256,
    Optional<String> taxonomySha256,
    Map<String, String> columns,
    Map<String, Object> settings,
    long seed,
    String measuring,
    double promise,
    Acceptance accepted,
    Acceptance parents,
    Map<String, Integer> rowsOfLabels,
    TrainingData.Kept data,
    Measures measures) {
  /// So many of the labels with the fewest rows are told.
  private static final int FEWEST_TOLD_MAX = 10;

  TrainingCard {
    Objects.requireNonNull(labelledSha256);
    Objects.requireNonNull(taxonomySha256);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    Objects.requireNonNull(measuring);
    Objects.requireNonNull(accepted);
    Objects.requireNonNull(parents);
    rowsOfLabels = Collections.unmodifiableMap(new TreeMap<>(rowsOfLabels));
    Objects.requireNonNull(data);
    Objects.requireNonNull(measures);
  }

  int rows() {
    return rowsOfLabels.values().stream().mapToInt(Integer::intValue).sum();
  }

  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", rows());
    json.put("skippedRows", skippedRows);
    json.put("classes", rowsOfLabels.size());
    json.put("measuredRows", measures.rows());
    json.put("promise", promise);
    json.put("confidence", Shares.CONFIDENCE);
    json.putAll(MeasuresJson.of(measures, accepted, parents));
    json.put("columns", columns);
    json.put("settings", settings);
    json.put("seed", seed);
    json.put("trainingData", data.name().toLowerCase(Locale.ROOT));
    json.put("labelledSha256", labelledSha256);
    taxonomySha256.ifPresent(checksum -> json.put("taxonomySha256", checksum));
    return CategoryModel.toJson(json);
  }

  String markdown() {
    CardText card = new CardText().title("Model card");
    card.section("What it promises").line("%s", promiseInWords()).parents(parents);
    card.section("What it was trained on");
    trainedOn(card);
    card.section("How good it is")
        .line("It was measured %s: %s rows.\n", measuring, count(measures.rows()))
        .scores(measures);
    card.section("What can be accepted").acceptance(measures);
    card.section("Whether the scores are honest").reliability(measures);
    card.section("Labels that are taken for each other").confusions(measures);
    card.section("Labels to be careful with");
    careful(card);
    card.section("What it carries").line("%s", carried());
    card.section("Limits");
    limits(card);
    card.section("How to train it again").line("%s", retraining());
    return card.toString();
  }

  /// What the threshold keeps, or why nothing can be kept.
  private String promiseInWords() {
    String confidence = String.format(Locale.ROOT, "%.0f %%", 100 * Shares.CONFIDENCE);
    String wanted = String.format(Locale.ROOT, "%.0f %%", 100 * promise);
    if (accepted.accepted() > 0) {
      return """
      Of the categories accepted, at least %s are right, with %s confidence, measured on %s rows.
      From a score of %s on a category is accepted: %s of the measured rows were, and %s of those were right."""
          .formatted(
              wanted,
              confidence,
              count(measures.rows()),
              CardText.decimal(accepted.score()),
              percent(accepted.coverage()),
              percent(accepted.precision()));
    }
    int needed = Shares.rowsToProve(promise);
    String why =
        measures.rows() < needed
            ? "only %s rows could be measured, and even if all were right it takes %s to show that %s are, with %s confidence"
                .formatted(count(measures.rows()), count(needed), wanted, confidence)
            : "among the %s measured rows there is no score from which on %s are right with %s confidence"
                .formatted(count(measures.rows()), wanted, confidence);
    return "Nothing: "
        + why
        + ".\nSo no category of this model is accepted without a person's look; all are suggestions.";
  }

  private void trainedOn(CardText card) {
    card.head("", "");
    card.row("rows", count(rows()));
    card.row("rows left out, for want of a name or a label", count(skippedRows));
    card.row("labels", count(rowsOfLabels.size()));
    card.row("SHA-256 of the labelled file", labelledSha256);
    taxonomySha256.ifPresent(checksum -> card.row("SHA-256 of the taxonomy", checksum));
    columns.forEach((use, column) -> card.row("column for " + use, escaped(column)));
    card.row("seed", seed);
    settings.forEach((name, value) -> card.row(escaped(name), escaped(String.valueOf(value))));
  }

  private void careful(CardText card) {
    List<String> fewest =
        rowsOfLabels.entrySet().stream()
            .sorted(Comparator.comparing(Map.Entry::getValue))
            .limit(FEWEST_TOLD_MAX)
            .map(label -> "%s: %s".formatted(escaped(label.getKey()), count(label.getValue())))
            .toList();
    Map<String, LabelScore> measured =
        measures.labels().stream().collect(Collectors.toMap(LabelScore::label, score -> score));
    List<String> never = new ArrayList<>();
    for (String label : rowsOfLabels.keySet()) {
      LabelScore score = measured.getOrDefault(label, new LabelScore(label, 0, 0, 0));
      if (score.guessed() == 0) {
        never.add("%s: %s measured".formatted(escaped(label), count(score.rows())));
      }
    }
    card.line("Learnt from the fewest rows:").labels(fewest).line("");
    card.line(
            "Never guessed in the measurement: %s of %s labels",
            count(never.size()), count(rowsOfLabels.size()))
        .labels(never);
  }

  private void limits(CardText card) {
    card.line("- It knows the labels in `labels.tsv` and no others, whatever it is asked.")
        .line(
            "- The figures hold for rows like those it was trained on; measure it on rows of your")
        .line("  own before relying on them: `./totonoe evaluate NAME LABELLED.csv`.")
        .line("- Labels that stand wrong in the labelled file count as truth here.")
        .line("- The categories of rules and what stands in a dictionary are not measured here.");
  }

  private String carried() {
    return switch (data) {
      case KEPT ->
          """
          The names that it was trained on, with their labels and what else was learnt from, stand in
          `%s`: whoever has the bundle can read them. `./totonoe learn` adds a person's
          corrections to them. Who must not pass them on trains with `--without-data`."""
              .formatted(TrainingData.FILE);
      case LEFT_OUT ->
          "None of the names that it was trained on: it was trained with `--without-data`.\n"
              + "So `./totonoe learn` cannot train it further.";
      case TOO_LARGE ->
          "None of the names that it was trained on: they take more than %s MiB.\n"
                  .formatted(count((int) (TrainingData.BYTES_MAX >> 20)))
              + "So `./totonoe learn` cannot train it further.";
    };
  }

  private String retraining() {
    StringBuilder command = new StringBuilder("    ./totonoe train LABELLED.csv --model NAME");
    columns.forEach(
        (use, column) ->
            command
                .append(" --")
                .append(use)
                .append(" '")
                .append(column.replace("'", "'\\''"))
                .append('\''));
    taxonomySha256.ifPresent(_ -> command.append(" --taxonomy taxonomy.csv"));
    return command.append(" --seed ").append(seed).toString();
  }
}
