package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.csv.CsvTable;
import dev.totonoe.layout.RunFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The same GTIN in several rows of a file is found over all shards, threads and runs.
final class RepeatedGtinIT {
  /// Enough for several shards.
  private static final int ROWS = 6_000;

  private static final String HEADER = "JAN,商品名,備考\n";

  private static final Map<String, String> EXPECTED =
      Map.of(
          "raw/a.csv:2", "formula;gtin_repeated",
          "raw/a.csv:6001", "gtin_repeated",
          "raw/a.csv:3", "formula;gtin_conflict",
          "raw/a.csv:6000", "gtin_conflict",
          "raw/a.csv:4", "formula;gtin_conflict",
          "raw/a.csv:5999", "gtin_conflict",
          "raw/a.csv:5998", "gtin_conflict");

  @TempDir private static Path directory;
  private static WorkerRoot root;
  private static RunFiles first;

  @BeforeAll
  static void runTwoLists() throws Exception {
    root = WorkerRoot.in(directory.resolve("root"));
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add("%s,商品%d 100g,=A%d はじめから人が見る行と、見ない行".formatted(gtin(i), i, i % 2));
    }
    rows.set(ROWS - 1, gtin(0) + ",商品0 １００ｇ,同じ商品");
    rows.set(ROWS - 2, gtin(1) + ",商品1 200g,別の内容量");
    rows.set(ROWS - 3, gtin(2) + ",別の商品 100g,三行のうち二行は同じ");
    rows.set(ROWS - 4, gtin(2) + ",商品2 100g,三行のうち二行は同じ");
    rows.set(ROWS - 5, "2012345678903,計り売り 100g,店内コード");
    rows.set(ROWS - 6, "2012345678903,計り売り 200g,店内コード");
    rows.set(ROWS - 7, "4901234567895,誤り 100g,検査数字が合わない");
    rows.set(ROWS - 8, "4901234567895,誤り 200g,検査数字が合わない");
    rows.set(ROWS - 9, gtin(3) + ",商品3 100g,列が,多い");
    root.add("lists", "a.csv", (HEADER + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8));
    root.add(
        "lists",
        "b.csv",
        (HEADER + gtin(4) + ",ほかの取引先の商品 100g,\n").getBytes(StandardCharsets.UTF_8));
    profile("lists");
    first = run("lists", "--threads", "2");
  }

  private static String gtin(int number) {
    String digits = "49%010d".formatted(number);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return digits + (10 - sum % 10) % 10;
  }

  private static void profile(String dataset) throws IOException {
    Files.writeString(
        root.raw(dataset).resolveSibling("dataset.yaml"),
        "model: none\ncolumns:\n- {name: JAN, kind: gtin}\n- {name: 商品名, kind: name}\n- {name: 備考, kind: text}\n");
  }

  private static RunFiles run(String dataset, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("run", dataset, "--force"));
    arguments.addAll(List.of(options));
    WorkerProcess.Ended ended = WorkerProcess.run(root, arguments.toArray(String[]::new));
    assertThat(ended.exit()).as(ended.err()).isZero();
    return root.latestRun(dataset);
  }

  /// The reasons of the given words by the rows' place.
  private static Map<String, String> reasons(Path file) {
    CsvTable table = CsvTable.read(file);
    Map<String, String> reasons = new TreeMap<>();
    for (CsvTable.Row row : table.rows()) {
      String words = row.cells().get(table.header().indexOf("review_reasons"));
      if (words.contains("gtin_repeated") || words.contains("gtin_conflict")) {
        reasons.put(
            row.cells().get(table.header().indexOf("source_file"))
                + ":"
                + row.cells().get(table.header().indexOf("source_line")),
            words.replace("category_none;", ""));
      }
    }
    return reasons;
  }

  @Test
  void marksProductsOfOneFileWithTheSameGtin() throws Exception {
    assertThat(reasons(first.products())).containsExactlyInAnyOrderEntriesOf(EXPECTED);
    assertThat(reasons(first.review())).containsExactlyInAnyOrderEntriesOf(EXPECTED);
    assertThat(CsvTable.read(first.rejects()).rows()).hasSize(1);
    JsonNode tally =
        JsonMapper.shared().readTree(Files.readAllBytes(first.reportJson())).get("tally");
    assertThat(tally.get("reviewByReason").get("gtin_repeated").asLong()).isEqualTo(2);
    assertThat(tally.get("reviewByReason").get("gtin_conflict").asLong()).isEqualTo(5);
    assertThat(tally.get("review").asLong()).isEqualTo(CsvTable.read(first.review()).rows().size());
  }

  @Test
  void givesTheSameBytesWithOneThread() throws Exception {
    RunFiles again = run("lists", "--threads", "1");
    assertThat(again.products()).hasSameBinaryContentAs(first.products());
    assertThat(again.review()).hasSameBinaryContentAs(first.review());
    assertThat(again.changes()).hasSameBinaryContentAs(first.changes());
  }

  @Test
  void saysTheSameOfItsOwnOutput() throws Exception {
    root.add("again", "products.csv", Files.readAllBytes(first.products()));
    profile("again");
    RunFiles second = run("again");
    assertThat(CsvTable.read(second.changes()).rows()).isEmpty();
    assertThat(second.products()).hasSameBinaryContentAs(first.products());
    assertThat(second.review()).hasSameBinaryContentAs(first.review());
  }

  @Test
  void tellsAsAChangeWhatIsNoLongerSo() throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(first.products()));
    assertThat(lines.removeLast()).startsWith(gtin(4));
    assertThat(lines.removeLast()).startsWith(gtin(0));
    lines.set(1, lines.get(1).replace("商品0 100g", "商品0　100g"));
    lines.set(3, lines.get(3).replace("gtin_conflict", "gtin_repeated"));
    root.add("mended", "products.csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    profile("mended");
    RunFiles second = run("mended");
    CsvTable changes = CsvTable.read(second.changes());
    assertThat(changes.rows().stream().map(row -> row.cells().subList(1, 5)))
        .containsExactly(
            List.of("2", "1", "商品名", "spaces"),
            List.of("2", "1", "review_reasons", "derived"),
            List.of("4", "3", "review_reasons", "derived"));
    assertThat(changes.rows().get(1).cells().get(5)).endsWith("gtin_repeated");
    assertThat(changes.rows().get(1).cells().get(6)).startsWith("formula").doesNotContain("gtin");
    assertThat(changes.rows().get(2).cells().get(6)).endsWith("gtin_conflict");
    JsonNode tally =
        JsonMapper.shared().readTree(Files.readAllBytes(second.reportJson())).get("tally");
    assertThat(tally.get("changes").asLong()).isEqualTo(3);
    assertThat(tally.get("changesByColumn").get("review_reasons").asLong()).isEqualTo(2);
  }
}
