package dev.totonoe.train;

import static dev.totonoe.train.CardText.count;
import static dev.totonoe.train.CardText.escaped;
import static dev.totonoe.train.CardText.percent;

import dev.totonoe.categorise.CategoryModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How a model does on labelled rows.
///
/// @param skippedRows rows without a name or a label
/// @param classes different labels among the rows
/// @param unknownLabels labels that the model does not have, and how many rows have them; each of
///   these rows counts as wrong
/// @param accepted what the bundle's threshold accepts
/// @param parents what the bundle accepts of the categories above the labels, of the rows that are
///   left
/// @param measures over all rows with a name and a label
public record EvaluationReport(
    int skippedRows,
    int classes,
    Map<String, Integer> unknownLabels,
    Acceptance accepted,
    Acceptance parents,
    Measures measures) {
  /// Labels that the model lacks and programs are told of.
  private static final int UNKNOWN_TOLD_MAX = 100;

  public EvaluationReport {
    unknownLabels = Collections.unmodifiableMap(new TreeMap<>(unknownLabels));
    Objects.requireNonNull(accepted);
    Objects.requireNonNull(parents);
    Objects.requireNonNull(measures);
  }

  public int unknownLabelRows() {
    return unknownLabels.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// For programs.
  public String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", measures.rows());
    json.put("skippedRows", skippedRows);
    json.put("classes", classes);
    json.put("unknownLabelRows", unknownLabelRows());
    json.put("unknownLabels", unknownLabels.size());
    Map<String, Integer> told = new LinkedHashMap<>();
    mostFrequentUnknown()
        .limit(UNKNOWN_TOLD_MAX)
        .forEach(label -> told.put(label.getKey(), label.getValue()));
    json.put("mostFrequentUnknownLabels", told);
    json.putAll(MeasuresJson.of(measures, accepted, parents));
    return CategoryModel.toJson(json);
  }

  private Stream<Map.Entry<String, Integer>> mostFrequentUnknown() {
    return unknownLabels.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()));
  }

  /// For people, as Markdown.
  ///
  /// @param model how to call the model, such as `models/default`
  public String card(String model) {
    CardText card = new CardText().title("Evaluation of " + escaped(model)).line("");
    card.line(
        "On %s rows of %s labels; %s more had no name or no label.",
        count(measures.rows()), count(classes), count(skippedRows));
    card.section("How good it is").scores(measures);
    card.section("What its threshold accepts")
        .line(
            "From a score of %s on: %s of the rows, %s of them right (above %s, with 99 %% confidence).",
            CardText.decimal(accepted.score()),
            percent(accepted.coverage()),
            percent(accepted.precision()),
            percent(accepted.precisionLowerBound()))
        .parents(parents);
    card.section("What could be accepted").acceptance(measures);
    card.section("Whether the scores are honest").reliability(measures);
    card.section("Labels that are taken for each other").confusions(measures);
    card.section("Labels that the model lacks");
    List<String> unknown =
        mostFrequentUnknown()
            .map(label -> "%s: %s".formatted(escaped(label.getKey()), count(label.getValue())))
            .toList();
    card.line("%s rows; they count as wrong above.", count(unknownLabelRows())).labels(unknown);
    return card.toString();
  }
}
