package dev.totonoe.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.categorise.Calibration;
import dev.totonoe.train.Scores.Judged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class TrainingCardTest {
  @Test
  void saysWhatIsPromisedInWords() {
    assertThat(card(rows(950, 50), 0.8).markdown())
        .contains(
            """
            ## What it promises

            Of the categories accepted, at least 90 % are right, with 99 % confidence, measured on 1,000 rows.
            From a score of 0.8000 on a category is accepted: 97.5 % of the measured rows were, and 97.4 % of those were right.
            Where a category is not accepted, one above it is from a score of 0.8000 on: 20.0 % more of the rows, 95.0 % of those right.
            """);
  }

  @Test
  void saysWhyTooFewRowsPromiseNothing() {
    assertThat(card(rows(10, 0), Calibration.NEVER).markdown())
        .contains(
            """
            Nothing: only 10 rows could be measured, and even if all were right it takes 49 to show that 90 % are, with 99 % confidence.
            So no category of this model is accepted without a person's look; all are suggestions.
            """);
  }

  @Test
  void saysWhereNoScoreKeepsThePromise() {
    assertThat(card(rows(500, 500), Calibration.NEVER).markdown())
        .contains(
            "Nothing: among the 1,000 measured rows there is no score from which on 90 % are right with 99 % confidence.");
  }

  @Test
  void tellsWhatItWasTrainedOnAndHowToDoItAgain() {
    assertThat(card(rows(950, 50), 0.8).markdown())
        .startsWith("# Model card\n")
        .contains(
            "| rows | 1,004 |\n| rows left out, for want of a name or a label | 2 |\n| labels | 3 |",
            "| SHA-256 of the labelled file | 12ab |",
            "| column for text | 商品\\_名 |",
            "| rank | 64 |",
            "It was measured by cross-validation in 4 folds: 1,000 rows.",
            "Learnt from the fewest rows:\n- 雑貨: 4\n- 菓子 \\| 飴: 400\n- 飲料 > 茶: 600\n",
            "    ./totonoe train LABELLED.csv --model NAME --text '商品_名' --label '分類' --taxonomy taxonomy.csv --seed 7\n");
  }

  @Test
  void tellsLabelsThatAreNeverGuessedAndThoseTakenForEachOther() {
    assertThat(card(rows(0, 3), Calibration.NEVER).markdown())
        .contains(
            "| 飲料 > 茶 | 菓子 \\| 飴 | 3 | 100.0 % | 0 (0.0 %) |",
            "Never guessed in the measurement: 2 of 3 labels\n- 雑貨: 0 measured\n- 飲料 > 茶: 3 measured\n");
  }

  @Test
  void jsonHasTheKeysThatProgramsRead() {
    JsonNode json = JsonMapper.shared().readTree(card(rows(950, 50), 0.8).json());

    assertThat(json.propertyNames())
        .containsExactly(
            "rows",
            "skippedRows",
            "classes",
            "measuredRows",
            "promise",
            "confidence",
            "accuracy",
            "weightedF1",
            "macroF1",
            "ece",
            "threshold",
            "coverage",
            "precision",
            "precisionLowerBound",
            "acceptedRows",
            "parentThreshold",
            "parentCoverage",
            "parentPrecision",
            "parentRows",
            "hierarchicalPrecision",
            "hierarchicalRecall",
            "hierarchicalF1",
            "unguessedRows",
            "atPrecision",
            "atCoverage",
            "reliability",
            "confusions",
            "labels",
            "columns",
            "settings",
            "seed",
            "trainingData",
            "labelledSha256",
            "taxonomySha256");
    assertThat(json.get("accuracy").asDouble()).isEqualTo(0.95);
    assertThat(json.get("precision").asDouble()).isEqualTo(0.974359);
    assertThat(json.get("settings").get("rank").asInt()).isEqualTo(64);
  }

  @Test
  void sameTrainingGivesTheSameBytes() {
    List<Judged> rows = rows(40, 7);
    List<Judged> reversed = rows.reversed();

    assertThat(card(rows, 0.8).markdown()).isEqualTo(card(reversed, 0.8).markdown());
    assertThat(card(rows, 0.8).json()).isEqualTo(card(reversed, 0.8).json());
  }

  /// Right rows have the score 0.9; of the wrong ones every other has.
  private static List<Judged> rows(int right, int wrong) {
    List<Judged> rows = new ArrayList<>();
    for (int i = 0; i < right; i++) {
      rows.add(new Judged("飲料 > 茶", "飲料 > 茶", 0.9));
    }
    for (int i = 0; i < wrong; i++) {
      rows.add(new Judged("飲料 > 茶", "菓子 | 飴", i % 2 == 0 ? 0.9 : 0.3));
    }
    return rows;
  }

  private static TrainingCard card(List<Judged> rows, double threshold) {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("text", "商品_名");
    columns.put("label", "分類");
    return new TrainingCard(
        2,
        "12ab",
        Optional.of("34cd"),
        columns,
        Map.of("rank", 64),
        7,
        "by cross-validation in 4 folds",
        0.90,
        new AcceptanceCurve(rows).atScore(threshold),
        new Acceptance(0.8, 0.8, 1_000, 200, 190),
        Map.of("飲料 > 茶", 600, "菓子 | 飴", 400, "雑貨", 4),
        TrainingData.Kept.KEPT,
        Measures.of(rows));
  }
}
