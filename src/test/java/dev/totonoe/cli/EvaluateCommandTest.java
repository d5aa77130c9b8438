package dev.totonoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class EvaluateCommandTest {
  private record Ended(int exit, String out, String err) {}

  @TempDir private static Path root;

  @BeforeAll
  static void train() throws Exception {
    Files.createDirectories(root.resolve("dictionaries/default"));
    Files.createDirectories(root.resolve("models"));
    StringBuilder lines = new StringBuilder("品名,分類\n");
    for (int i = 0; i < 12; i++) {
      lines.append("緑茶 ").append(500 + i).append("ml,食品 > 飲料\n");
      lines.append("衣料用洗剤 詰替 ").append(i).append(",日用品 > 洗剤\n");
    }
    Path labelled = Files.writeString(root.resolve("labelled.csv"), lines);
    Ended trained = run("train", labelled.toString(), "--model", "mine");
    assertThat(trained.exit()).as(trained.err()).isZero();
  }

  @Test
  void printsTheFiguresAndTellsOfLabelsThatTheModelLacks() throws Exception {
    Path held = Files.writeString(root.resolve("held.csv"), "品名,分類\n緑茶,食品 > 飲料\n木材,建材\n,建材\n");

    Ended ended = run("evaluate", "mine", held.toString());

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out())
        .startsWith("models/mine on 2 rows of 2 classes\n  accuracy     0.5000\n  weighted F1  ")
        .contains("\n  macro F1     ", "\n  accepted     ", "\n  ECE          ")
        .endsWith(
            """
              labels that the model lacks: 1; rows with them, which count as wrong: 1
              rows without a name or a category, left out: 1
            """);
  }

  @Test
  void writesAllFiguresForProgramsAndForPeople() throws Exception {
    Path held =
        Files.writeString(root.resolve("other.tsv"), "名\t正解\n緑茶\t食品 > 飲料\n洗剤\t食品 > 飲料\n木材\t建材\n");
    Path json = root.resolve("figures.json");
    Path card = root.resolve("figures.md");

    Ended ended =
        run(
            "evaluate",
            "mine",
            held.toString(),
            "--text",
            "名",
            "--label",
            "正解",
            "--json",
            json.toString(),
            "--card",
            card.toString());

    assertThat(ended.exit()).as(ended.err()).isZero();
    JsonNode figures = JsonMapper.shared().readTree(Files.readString(json));
    assertThat(figures.propertyNames())
        .contains(
            "rows",
            "skippedRows",
            "classes",
            "unknownLabelRows",
            "accuracy",
            "weightedF1",
            "macroF1",
            "threshold",
            "coverage",
            "precision",
            "ece");
    assertThat(figures.get("accuracy").asDouble()).isEqualTo(0.333333);
    assertThat(figures.get("mostFrequentUnknownLabels").get("建材").asInt()).isEqualTo(1);
    assertThat(card)
        .content()
        .startsWith("# Evaluation of models/mine\n\nOn 3 rows of 2 labels;")
        .contains(
            "| 食品 > 飲料 | 日用品 > 洗剤 | 1 | 50.0 % | 0 (0.0 %) |",
            "1 rows; they count as wrong above.\n- 建材: 1\n");
  }

  @Test
  void writesNothingAmongTheDatasets() throws Exception {
    Path held = Files.writeString(root.resolve("few.csv"), "name,label\n緑茶,食品 > 飲料\n");
    Path json = root.resolve("datasets/x.json");

    Ended ended = run("evaluate", "mine", held.toString(), "--json", json.toString());

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("--json " + json + ": expected a place outside datasets/");
  }

  private static Ended run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--root", root.toString()));
    int exit =
        Cli.execute(
            all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err), Map.of());
    return new Ended(exit, out.toString(), err.toString());
  }
}
