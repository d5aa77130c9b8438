package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.layout.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a review list that a person filled in to a run with the corrected categories.
final class LearnIT {
  private static final String TEA = "150102";
  private static final String WATER = "150101";
  private static final String SOFTENER = "200102";

  @TempDir private Path directory;
  private WorkerRoot root;

  @BeforeEach
  void makeRoot() throws Exception {
    root = WorkerRoot.in(directory.resolve("root"));
    root.add(
        "shop",
        "list.csv",
        "商品名,メーカー\n謎の品Ａ①,㈱どこか\n謎の品Ｂ,花王\n新しい緑茶 600ml,伊藤園\n謎の品Ｃ,どこか\n"
            .getBytes(StandardCharsets.UTF_8));
  }

  private void profile(String text) throws IOException {
    Files.writeString(root.raw("shop").resolveSibling("dataset.yaml"), text);
  }

  private WorkerProcess.Ended succeed(String... arguments) throws Exception {
    WorkerProcess.Ended ended = WorkerProcess.run(root, arguments);
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended;
  }

  private void train(String... more) throws Exception {
    StringBuilder rows = new StringBuilder("name,label\n");
    for (int i = 0; i < 12; i++) {
      rows.append("緑茶 ").append(500 + i).append("ml,").append(TEA).append('\n');
      rows.append("衣料用洗剤 詰替 ").append(i).append("回,200101\n");
    }
    Path labelled = Files.writeString(directory.resolve("labelled.csv"), rows);
    Stream<String> command =
        Stream.of(
            "train",
            labelled.toString(),
            "--model",
            "small",
            "--taxonomy",
            root.directory().resolve("dictionaries/default/taxonomy.csv").toString());
    succeed(Stream.concat(command, Stream.of(more)).toArray(String[]::new));
  }

  /// The review list of the last run with its last column filled in by the name at the start.
  private Path filled(String file, Charset charset, Map<String, String> verdicts)
      throws IOException {
    String text =
        Files.readAllLines(root.latestRun("shop").review()).stream()
            .map(line -> line + verdicts.getOrDefault(line.split(",")[0], ""))
            .collect(Collectors.joining("\r\n", "", "\r\n"));
    return Files.write(directory.resolve(file), text.getBytes(charset));
  }

  private Map<String, String> checksums(String... below) throws IOException {
    Map<String, String> checksums = new TreeMap<>();
    for (String start : below) {
      try (Stream<Path> files = Files.walk(root.directory().resolve(start))) {
        files
            .filter(Files::isRegularFile)
            .forEach(
                file -> {
                  try {
                    checksums.put(file.toString(), Sha256.of(file));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
      }
    }
    return checksums;
  }

  @Test
  void correctionsSavedAsWindows31jAreRightInTheNextRun() throws Exception {
    train();
    profile("model: small\n");
    succeed("run", "shop");
    Path corrections =
        filled(
            "corrections.csv",
            Charset.forName("windows-31j"),
            Map.of("謎の品A①", "水・炭酸水", "謎の品B", SOFTENER, "新しい緑茶 600ml", "ok"));
    Map<String, String> before = checksums("models", "dictionaries", "datasets/shop");
    String file = corrections.toString();

    WorkerProcess.Ended refused = WorkerProcess.run(root, "learn", "shop", file);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "would change dictionaries/default, which all datasets share",
            "totonoe learn shop " + file + " --dictionary shop",
            "\n  dictionary: shop");
    assertThat(
            succeed("learn", "shop", file, "--model", "shop", "--dictionary", "shop", "--dry-run")
                .out())
        .contains("2 corrections, 1 confirmations; 1 rows not looked at", "nothing was written");
    assertThat(checksums("models", "dictionaries", "datasets/shop")).isEqualTo(before);

    String learnt = succeed("learn", "shop", file, "--model", "shop", "--dictionary", "shop").out();
    assertThat(learnt)
        .contains(
            "rules          3 new, 0 with another category, 0 as they were",
            "training data  27 rows: 3 new, 0 with another category",
            "categories that the model has not had: " + WATER + ", " + SOFTENER,
            "models/shop, by cross-validation of its own training data, before → now\n  weighted F1    ",
            "the 4 products of the last run, ",
            "3 products have a name that the file has: ",
            ", 3 would have it\n",
            "learnt: dictionaries/shop, models/shop\n",
            "\n  model: shop\n  dictionary: shop\n",
            "totonoe run shop");
    assertThat(learnt).doesNotContain("not found");
    assertThat(checksums("models", "dictionaries", "datasets/shop")).containsAllEntriesOf(before);

    profile("model: shop\ndictionary: shop\n");
    assertThat(succeed("run", "shop").err())
        .doesNotContain("training/")
        .contains("bundle=models/shop");
    assertThat(Files.readAllLines(root.latestRun("shop").products()))
        .anySatisfy(row -> assertThat(row).startsWith("謎の品A①,").contains("," + WATER + ",飲料 > "))
        .anySatisfy(row -> assertThat(row).startsWith("謎の品B,").contains("," + SOFTENER + ","))
        .filteredOn(row -> row.contains(",rule,accepted,"))
        .hasSize(3);

    assertThat(succeed("learn", "shop", file, "--no-train").out())
        .contains(
            "rules          0 new, 0 with another category, 3 as they were",
            "models/shop has the rows but was not trained; in the root: totonoe train models/shop/training/labelled.csv.gz --text text --label label --model shop --dictionary shop --taxonomy dictionaries/shop/taxonomy.csv --seed 1");
  }

  @Test
  void nothingIsWrittenWhereARowIsWrongAndRulesAloneAreLearntWithoutData() throws Exception {
    train("--without-data");
    assertThat(root.directory().resolve("models/small/training")).doesNotExist();
    profile("model: small\n");
    succeed("run", "shop");
    Path wrong =
        filled("wrong.csv", StandardCharsets.UTF_8, Map.of("謎の品A①", "茶飲料", "謎の品B", "ないもの"));
    Path right = filled("right.csv", StandardCharsets.UTF_8, Map.of("謎の品A①", "茶飲料"));
    Map<String, String> before = checksums("models", "dictionaries", "datasets");

    WorkerProcess.Ended refused =
        WorkerProcess.run(root, "learn", "shop", right.toString(), "--dictionary", "shop");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "models/small carries none of the names that it was trained on",
            "learn rules only, with --no-train");
    WorkerProcess.Ended ended =
        WorkerProcess.run(
            root, "learn", "shop", wrong.toString(), "--dictionary", "shop", "--no-train");
    assertThat(ended.exit()).isEqualTo(3);
    assertThat(ended.err())
        .contains("wrong.csv:3:correct_category: expected the id, the path or the last name");
    assertThat(checksums("models", "dictionaries", "datasets")).isEqualTo(before);

    assertThat(
            succeed("learn", "shop", right.toString(), "--dictionary", "shop", "--no-train").out())
        .contains("rules          1 new", "learnt: dictionaries/shop\n")
        .doesNotContain("training data");
    assertThat(root.directory().resolve("dictionaries/shop/rules.csv"))
        .content()
        .endsWith("name,謎の品A①," + TEA + ",learnt\n");
    assertThat(checksums("models", "dictionaries/default", "datasets")).isEqualTo(before);
  }
}
