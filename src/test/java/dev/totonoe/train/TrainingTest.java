package dev.totonoe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.SharedData;
import dev.totonoe.csv.DialectHints;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.network.Schedule;
import dev.totonoe.network.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingTest {
  /// A tenth of the steps: enough for three labels that share no word.
  private static final TrainingSettings QUICK =
      new TrainingSettings(
          56,
          new Schedule(32, 4, 100, 1_000_000, 2.0),
          0.2,
          1.0,
          16,
          new Schedule(32, 4, 60, 1_000_000, 0.01),
          0.1,
          0.1);

  private static final long BYTES_FOR_TOO_FEW = 100;

  @TempDir Path directory;
  private Path dictionary;
  private final List<String> progress = new ArrayList<>();

  @BeforeEach
  void dictionary() throws Exception {
    dictionary = Files.createDirectory(directory.resolve("dictionary"));
  }

  @Test
  void sameDataAndSeedGiveTheSameBytes() throws Exception {
    Path labelled = labelled();
    TrainingReport first = train(labelled, "first", Optional.empty());
    TrainingReport second = train(labelled, "second", Optional.empty());

    assertThat(first.files()).hasSize(8);
    for (int i = 0; i < first.files().size(); i++) {
      assertThat(second.files().get(i)).hasSameBinaryContentAs(first.files().get(i));
    }
    assertThat(first.files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "model.zip",
            "labels.tsv",
            "features.json",
            "idf.bin",
            "calibration.json",
            "scores.json",
            "card.md",
            "labelled.csv.gz");
    assertThat(progress).contains("60 names, 3 labels", "training on all names");
  }

  @Test
  void evaluatesWhatItTrained() throws Exception {
    Path labelled = labelled();
    train(labelled, "bundle", Optional.empty());
    EvaluationReport report = evaluate("bundle", labelled);

    assertThat(report.measures().rows()).isEqualTo(60);
    assertThat(report.classes()).isEqualTo(3);
    assertThat(report.unknownLabelRows()).isZero();
    assertThat(report.measures().scores().accuracy()).isGreaterThan(0.95);
    assertThat(report.measures().scores().weightedF1()).isGreaterThan(0.95);
  }

  @Test
  void labelsThatTheModelLacksCountAsWrong() throws Exception {
    Path labelled = labelled();
    train(labelled, "bundle", Optional.empty());
    Path other = directory.resolve("other.tsv");
    Files.writeString(other, "品名\t分類\n緑茶\t飲料\n木材\t建材\n\t飲料\n");
    EvaluationReport report = evaluate("bundle", other);

    assertThat(report.measures().rows()).isEqualTo(2);
    assertThat(report.skippedRows()).isEqualTo(1);
    assertThat(report.unknownLabelRows()).isEqualTo(1);
    assertThat(report.measures().scores().accuracy()).isEqualTo(0.5);
  }

  @Test
  void taxonomyGivesIdsAndPaths() throws Exception {
    Path taxonomy = directory.resolve("taxonomy.csv");
    Files.writeString(taxonomy, "id,path,name\n10,飲料,飲料\n11,洗剤,洗剤\n12,文具,文具\n13,酒,酒\n");
    train(labelled(), "bundle", Optional.of(taxonomy));

    assertThat(directory.resolve("bundle/labels.tsv")).hasContent("10\t飲料\n11\t洗剤\n12\t文具\n");
  }

  @Test
  void namesLabelsThatTheTaxonomyLacks() throws Exception {
    Path taxonomy = directory.resolve("taxonomy.csv");
    Files.writeString(taxonomy, "id,path,name\n10,飲料,飲料\n11,洗剤,洗剤\n");
    Path labelled = labelled();

    assertThatThrownBy(() -> train(labelled, "bundle", Optional.of(taxonomy)))
        .isInstanceOf(InputFailure.class)
        .hasMessageContaining("20 labels are not in the taxonomy")
        .hasMessageContaining(labelled + ":4: '文具' is neither an id nor a path of the taxonomy");
    assertThat(directory.resolve("bundle")).doesNotExist();
  }

  @Test
  void groupsAreNotSplit() throws Exception {
    Path labelled = directory.resolve("grouped.csv");
    StringBuilder lines = new StringBuilder("name,supplier,label\n");
    for (int i = 0; i < 40; i++) {
      lines.append(i % 2 == 0 ? "緑茶" : "洗剤").append(i).append(",same,").append(i % 2).append('\n');
    }
    Files.writeString(labelled, lines);

    assertThatThrownBy(
            () ->
                Training.train(
                    new TrainingRequest(
                        labelled,
                        columns(Optional.empty(), Optional.empty(), Optional.of("supplier")),
                        Optional.empty(),
                        dictionary,
                        directory.resolve("bundle"),
                        Optional.empty(),
                        TrainingRequest.Data.KEEP,
                        1,
                        progress::add,
                        (_, _) -> {})))
        .isInstanceOf(InputFailure.class)
        .hasMessageContaining("all rows are of one group");
  }

  @Test
  void learnsFromTheColumnsThatAreNamed() throws Exception {
    Path labelled = directory.resolve("makers.csv");
    StringBuilder lines = new StringBuilder("name,maker,label\n");
    for (int i = 0; i < 30; i++) {
      lines.append("商品").append(i).append(i % 2 == 0 ? ",伊藤園,飲料\n" : ",花王,洗剤\n");
    }
    Files.writeString(labelled, lines);
    LabelledColumns columns = columns(Optional.of("maker"), Optional.empty(), Optional.empty());
    Training.train(request(labelled, columns, "bundle"), QUICK);

    assertThat(directory.resolve("bundle/features.json")).content().contains("\"maker\"");
    assertThat(directory.resolve("bundle/card.md"))
        .content()
        .contains("| column for maker | maker |", "--maker 'maker'");
    assertThat(
            Evaluation.evaluate(directory.resolve("bundle"), dictionary, labelled, columns)
                .measures()
                .scores()
                .accuracy())
        .isEqualTo(1);
  }

  @Test
  void learnsFromDescriptions() throws Exception {
    Path labelled = directory.resolve("described.csv");
    StringBuilder lines = new StringBuilder("name,text,label\n");
    for (int i = 0; i < 30; i++) {
      lines.append("商品").append(i).append(i % 2 == 0 ? ",温かい緑茶,飲料\n" : ",白い石鹸,洗剤\n");
    }
    Files.writeString(labelled, lines);
    LabelledColumns columns = columns(Optional.empty(), Optional.of("text"), Optional.empty());
    Training.train(request(labelled, columns, "bundle"), QUICK);

    assertThat(
            Evaluation.evaluate(directory.resolve("bundle"), dictionary, labelled, columns)
                .measures()
                .scores()
                .accuracy())
        .isEqualTo(1);
  }

  @Test
  void noNameIsInTheBundleWithoutData() throws Exception {
    Path labelled = labelled();
    Files.writeString(labelled, "秘密の緑茶\t飲料\n秘密の緑茶\t洗剤\n", StandardOpenOption.APPEND);
    Path doubts = directory.resolve("label-doubts.csv");
    TrainingRequest plain = request(labelled, "bundle", Optional.empty());
    TrainingReport report =
        Training.train(
            new TrainingRequest(
                labelled,
                plain.columns(),
                plain.taxonomy(),
                dictionary,
                plain.targetDirectory(),
                Optional.of(doubts),
                TrainingRequest.Data.LEAVE_OUT,
                1,
                progress::add,
                plain.steps()),
            QUICK);

    assertThat(report.contradictoryRows()).isEqualTo(2);
    assertThat(doubts)
        .content()
        .contains("same_name,62,秘密の緑茶,飲料,飲料,,,,,63\n", "same_name,63,秘密の緑茶,洗剤,洗剤,,,,,62\n");
    assertThat(report.files()).hasSize(7);
    assertThat(directory.resolve("bundle/training")).doesNotExist();
    for (String file : List.of("card.md", "scores.json", "labels.tsv", "features.json")) {
      assertThat(directory.resolve("bundle").resolve(file)).content().doesNotContain("緑茶");
    }
    assertThat(directory.resolve("bundle/card.md")).content().contains("`--without-data`");
  }

  @Test
  void whatTheBundleCarriesGivesTheSameNetworkAgain() throws Exception {
    Path taxonomy = directory.resolve("taxonomy.csv");
    Files.writeString(taxonomy, "id,path,name\n10,飲料,飲料\n11,洗剤,洗剤\n12,文具,文具\n");
    Path labelled = labelled();
    Files.writeString(labelled, "\t飲料\n\"麦茶,\"\"濃い\"\"\t2本\"\t飲料\n", StandardOpenOption.APPEND);
    train(labelled, "first", Optional.of(taxonomy));
    Path carried = directory.resolve("first").resolve(TrainingData.FILE);
    Training.train(
        request(carried, TrainingData.columns(carried), "second", Optional.of(taxonomy)), QUICK);

    assertThat(TrainingData.read(carried).rows())
        .hasSize(61)
        .last()
        .returns("麦茶,\"濃い\"\t2本", LabelledRows.Row::text)
        .returns("10", LabelledRows.Row::label);
    for (String file : List.of("model.zip", "idf.bin", "calibration.json", TrainingData.FILE)) {
      assertThat(directory.resolve("second").resolve(file))
          .hasSameBinaryContentAs(directory.resolve("first").resolve(file));
    }
  }

  @Test
  void rowsThatAreTooLargeForABundleAreNotCarried() throws Exception {
    LabelledRows rows = LabelledRows.read(labelled(), LabelledColumns.byHeading());
    Labels labels = Labels.of(labelled(), rows.rows(), Optional.empty());
    Path bundle = Files.createDirectory(directory.resolve("bundle"));

    assertThat(
            TrainingData.keep(
                bundle, List.of("text", "label"), rows.rows(), labels, BYTES_FOR_TOO_FEW))
        .isEqualTo(TrainingData.Kept.TOO_LARGE);
    assertThat(bundle).isEmptyDirectory();
  }

  @Test
  void refusesTooLittleToLearnFrom() throws Exception {
    Path labelled = directory.resolve("few.csv");
    Files.writeString(labelled, "name,label\n緑茶,飲料\n洗剤,洗剤\n");

    assertThatThrownBy(() -> train(labelled, "bundle", Optional.empty()))
        .isInstanceOf(InputFailure.class)
        .hasMessageContaining("expected at least 10 labelled names and 2 labels but found 2 and 2");
  }

  @Test
  void learnsFoodGroups() throws Exception {
    List<String> lines = Files.readAllLines(SharedData.find("categories/mext_food_2023.tsv"));
    List<String> learnt = new ArrayList<>(lines.subList(0, 1));
    List<String> held = new ArrayList<>(lines.subList(0, 1));
    for (String line : lines.subList(1, lines.size())) {
      (Math.floorMod(line.split("\t")[0].hashCode(), 5) == 0 ? held : learnt).add(line);
    }
    Path labelled = Files.write(directory.resolve("learnt.tsv"), learnt);
    TrainingReport trained =
        Training.train(request(labelled, "bundle", Optional.empty()), TrainingSettings.DEFAULT);
    EvaluationReport report = evaluate("bundle", Files.write(directory.resolve("held.tsv"), held));

    assertThat(report.measures().scores().weightedF1()).isGreaterThan(0.80);
    assertThat(report.accepted().precision()).isGreaterThan(0.92);
    assertThat(report.accepted().coverage()).isGreaterThan(0.6);
    assertThat(trained.scores().weightedF1()).isGreaterThan(0.75);
    assertThat(Files.size(directory.resolve("bundle/model.zip"))).isLessThan(8_000_000);
  }

  private TrainingReport train(Path labelled, String bundle, Optional<Path> taxonomy) {
    return Training.train(request(labelled, bundle, taxonomy), QUICK);
  }

  private TrainingRequest request(Path labelled, String bundle, Optional<Path> taxonomy) {
    return request(labelled, LabelledColumns.byHeading(), bundle, taxonomy);
  }

  private TrainingRequest request(Path labelled, LabelledColumns columns, String bundle) {
    return request(labelled, columns, bundle, Optional.empty());
  }

  private TrainingRequest request(
      Path labelled, LabelledColumns columns, String bundle, Optional<Path> taxonomy) {
    return new TrainingRequest(
        labelled,
        columns,
        taxonomy,
        dictionary,
        directory.resolve(bundle),
        Optional.empty(),
        TrainingRequest.Data.KEEP,
        1,
        progress::add,
        (_, _) -> {});
  }

  private static LabelledColumns columns(
      Optional<String> maker, Optional<String> description, Optional<String> group) {
    return new LabelledColumns(
        Optional.empty(),
        Optional.empty(),
        maker,
        Optional.empty(),
        description,
        group,
        DialectHints.none());
  }

  private EvaluationReport evaluate(String bundle, Path labelled) {
    return Evaluation.evaluate(
        directory.resolve(bundle), dictionary, labelled, LabelledColumns.byHeading());
  }

  private Path labelled() throws Exception {
    StringBuilder lines = new StringBuilder("品名\t分類\n");
    for (int i = 0; i < 20; i++) {
      lines.append("緑茶 ").append(500 + i).append("ml\t飲料\n");
      lines.append("衣料用洗剤 詰替 ").append(i).append("\t洗剤\n");
      lines.append("油性ボールペン ").append(i).append("本\t文具\n");
    }
    return Files.writeString(directory.resolve("labelled.tsv"), lines);
  }
}
