package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import dev.totonoe.csv.CsvTable;
import dev.totonoe.csv.RecordReader;
import dev.totonoe.csv.Sniffer;
import dev.totonoe.layout.RunFiles;
import dev.totonoe.layout.Sha256;
import dev.totonoe.profile.ColumnMapping;
import dev.totonoe.profile.FileLook;
import dev.totonoe.profile.Profile;
import dev.totonoe.record.Parsed;
import dev.totonoe.record.Record;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a newcomer does first: run the sample, run it again, run it otherwise.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SampleIT {
  @TempDir private static Path directory;
  private static WorkerRoot root;
  private static RunFiles first;

  @BeforeAll
  static void runSample() throws Exception {
    root = WorkerRoot.in(directory.resolve("root"));
    root.addSample("sample");
    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", "sample");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("sample: published").contains("rows in", "by model");
    first = root.latestRun("sample");
  }

  @Test
  @Order(1)
  void provesThatNoRecordWasLost() throws Exception {
    JsonNode counts = manifest(first).get("counts");
    long rows = counts.get("rows").asLong();
    assertThat(rows).isGreaterThanOrEqualTo(3_000);
    assertThat(rows(first.products())).isEqualTo(counts.get("products").asLong());
    assertThat(rows(first.rejects())).isEqualTo(counts.get("rejects").asLong());
    assertThat(rows(first.review())).isEqualTo(counts.get("review").asLong());
    assertThat(counts.get("products").asLong() + counts.get("rejects").asLong()).isEqualTo(rows);
  }

  @Test
  @Order(2)
  void namesEveryFileWithItsChecksum() throws Exception {
    JsonNode manifest = manifest(first);
    assertChecksums(manifest.get("inputs"), directory.resolve("root/datasets/sample"));
    assertChecksums(manifest.get("bundles"), directory.resolve("root"));
    assertChecksums(manifest.get("files"), first.directory());
    assertThat(manifest.get("inputs")).hasSize(2);
    assertThat(manifest.get("files").findValuesAsString("path"))
        .containsExactly(
            "products.csv",
            "review.csv",
            "rejects.csv",
            "changes.csv.gz",
            "report.html",
            "report.json");
    assertThat(root.directory().resolve("datasets/sample/work")).doesNotExist();
  }

  @Test
  @Order(3)
  void deliversNearlyAllAndCategorisesMostOfThem() throws Exception {
    JsonNode report = JsonMapper.shared().readTree(Files.readAllBytes(first.reportJson()));
    JsonNode tally = report.get("tally");
    double products = tally.get("products").asDouble();
    double rows = products + tally.get("rejects").asDouble();
    assertThat(products / rows).isGreaterThanOrEqualTo(0.95);
    JsonNode status = tally.get("categoriesByStatus");
    double categorised = status.path("accepted").asDouble(0) + status.path("review").asDouble(0);
    assertThat(categorised / products).isGreaterThanOrEqualTo(0.8);
    assertThat(tally.get("categoriesBySource").get("model").asLong()).isPositive();
    assertThat(tally.get("categoriesBySource").get("rule").asLong()).isPositive();
  }

  @Test
  @Order(4)
  void acceptsCategoriesThatAreRight() throws Exception {
    Map<List<String>, String> truth = new HashMap<>();
    CsvTable.stream(
        Path.of("src/test/resources/sample/truth.csv"),
        header -> assertThat(header).containsExactly("file", "line", "category_id"),
        row -> truth.put(row.cells().subList(0, 2), row.cells().get(2)));
    CsvTable products = CsvTable.read(first.products());
    List<String> header = products.header();
    int accepted = 0;
    int right = 0;
    for (CsvTable.Row row : products.rows()) {
      String known =
          truth.getOrDefault(
              List.of(
                  row.cells().get(header.indexOf("source_file")),
                  row.cells().get(header.indexOf("source_line"))),
              "");
      boolean isAccepted = row.cells().get(header.indexOf("category_status")).equals("accepted");
      boolean isParent = row.cells().get(header.indexOf("category_source")).equals("parent");
      if (isAccepted && !known.isEmpty()) {
        accepted++;
        String id = row.cells().get(header.indexOf("category_id"));
        right += id.equals(known) || (isParent && known.startsWith(id)) ? 1 : 0;
      }
    }
    assertThat(accepted).isGreaterThan(2_500);
    assertThat((double) right / accepted).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  @Order(4)
  void tellsWhatDecidedAndWhatTheModelHesitatedBetween() throws Exception {
    CsvTable products = CsvTable.read(first.products());
    for (CsvTable.Row row : products.rows()) {
      String source = cell(products, row, "category_source");
      String status = cell(products, row, "category_status");
      String candidates = cell(products, row, "category_candidates");
      assertThat(cell(products, row, "category_reason"))
          .matches("model(, veto .+)?|no word|(gtin|name|source|phrase|keyword|maker) .+");
      if (status.equals("accepted") && !source.equals("parent")) {
        assertThat(candidates).isEmpty();
      } else {
        assertThat(candidates).matches("|[0-9]+ [01]\\.[0-9]{2}(\\|[0-9]+ [01]\\.[0-9]{2}){0,2}");
      }
      if (status.equals("review")) {
        assertThat(candidates).startsWith(cell(products, row, "category_id") + " ");
      }
    }
    CsvTable review = CsvTable.read(first.review());
    List<String> withCorrection = new ArrayList<>(products.header());
    withCorrection.add("correct_category");
    assertThat(review.header()).isEqualTo(withCorrection);
    assertThat(review.rows()).allMatch(row -> row.cells().getLast().isEmpty());
  }

  private static String cell(CsvTable table, CsvTable.Row row, String heading) {
    return row.cells().get(table.header().indexOf(heading));
  }

  /// products + changes give back every raw cell; every record is in products or in rejects, once.
  @Test
  @Order(5)
  void givesBackEveryRawCell() throws Exception {
    CsvTable products = CsvTable.read(first.products());
    Map<String, Map<String, String>> delivered = new HashMap<>();
    for (CsvTable.Row row : products.rows()) {
      Map<String, String> cells = new HashMap<>();
      for (int i = 0; i < products.header().size(); i++) {
        cells.put(products.header().get(i), row.cells().get(i));
      }
      String place = cells.get("source_file") + ":" + cells.get("source_line");
      assertThat(delivered.put(place, cells)).as(place).isNull();
    }
    for (CsvTable.Row change : CsvTable.read(first.changes()).rows()) {
      List<String> cells = change.cells();
      Map<String, String> record = delivered.get(cells.get(0) + ":" + cells.get(1));
      assertThat(record.put(cells.get(3), cells.get(5))).isEqualTo(cells.get(6));
    }
    Set<String> rejected = new HashSet<>();
    for (CsvTable.Row reject : CsvTable.read(first.rejects()).rows()) {
      String place = reject.cells().get(0) + ":" + reject.cells().get(1);
      assertThat(rejected.add(place)).as(place).isTrue();
      assertThat(delivered).doesNotContainKey(place);
    }
    assertThat(rawRecords(root, delivered)).isEqualTo(delivered.size() + rejected.size());
  }

  /// Reads the raw files, compares each record with what was delivered of it, and counts them.
  private static int rawRecords(WorkerRoot root, Map<String, Map<String, String>> delivered)
      throws Exception {
    Profile profile = Profile.read(root.dataset("sample").profile(), "dataset.yaml");
    List<Path> inputs = root.dataset("sample").inputs();
    List<FileLook> looks = new ArrayList<>();
    for (Path input : inputs) {
      looks.add(
          FileLook.of("raw/" + input.getFileName(), Sniffer.sniff(input, profile.input().hints())));
    }
    ColumnMapping mapping = ColumnMapping.resolve(profile, looks);
    int records = 0;
    for (int i = 0; i < inputs.size(); i++) {
      FileLook look = looks.get(i);
      try (RecordReader reader =
          RecordReader.openWhole(
              Files.newInputStream(inputs.get(i)),
              Sniffer.sniff(inputs.get(i), profile.input().hints()).dialect(),
              look.file(),
              look.header())) {
        while (reader.hasNext()) {
          records++;
          Parsed parsed = reader.next();
          Map<String, String> restored = delivered.get(parsed.place().toString());
          if (parsed instanceof Record record && restored != null) {
            assertThat(mapping.columns().stream().map(column -> restored.get(column.name())))
                .containsExactlyElementsOf(mapping.files().get(i).arrange(record.cells()));
          }
        }
      }
    }
    return records;
  }

  @Test
  @Order(6)
  void saysAlreadyPublishedTheSecondTime() throws Exception {
    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", "sample");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("already published");
    assertThat(root.latestRun("sample")).isEqualTo(first);
  }

  @Test
  @Order(7)
  void givesTheSameBytesAgainWithOneThreadAndWithTwo() throws Exception {
    for (String threads : List.of("1", "2")) {
      WorkerProcess.Ended ended =
          WorkerProcess.run(root, "run", "sample", "--force", "--threads", threads);
      assertThat(ended.exit()).as(ended.err()).isZero();
      RunFiles again = root.latestRun("sample");
      assertThat(again).isNotEqualTo(first);
      assertThat(again.products()).hasSameBinaryContentAs(first.products());
      assertThat(again.review()).hasSameBinaryContentAs(first.review());
      assertThat(again.rejects()).hasSameBinaryContentAs(first.rejects());
      assertThat(again.changes()).hasSameBinaryContentAs(first.changes());
    }
  }

  @Test
  @Order(8)
  void verifiesAnIntactRunAndTellsADamagedOne() throws Exception {
    WorkerProcess.Ended intact = WorkerProcess.run(root, "verify", "sample");
    assertThat(intact.exit()).as(intact.err()).isZero();
    assertThat(intact.out()).contains("is intact");
    RunFiles latest = root.latestRun("sample");
    Files.writeString(latest.review(), Files.readString(latest.review()) + "x");
    WorkerProcess.Ended damaged = WorkerProcess.run(root, "verify", "sample");
    assertThat(damaged.exit()).isEqualTo(5);
    assertThat(damaged.err()).contains("review.csv: expected");
  }

  private static JsonNode manifest(RunFiles run) throws Exception {
    return JsonMapper.shared().readTree(Files.readAllBytes(run.manifest()));
  }

  private static void assertChecksums(JsonNode files, Path base) throws Exception {
    assertThat(files).isNotEmpty();
    for (JsonNode file : files) {
      Path path = base.resolve(file.get("path").asString());
      assertThat(Files.size(path)).isEqualTo(file.get("bytes").asLong());
      assertThat(Sha256.of(path)).isEqualTo(file.get("sha256").asString());
    }
  }

  /// Counted by another reader than the worker's own.
  private static long rows(Path csv) throws Exception {
    try (Reader text = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
        CSVReader reader =
            new CSVReaderBuilder(text)
                .withCSVParser(new RFC4180Parser())
                .withSkipLines(1)
                .build()) {
      long rows = 0;
      while (reader.readNext() != null) {
        rows++;
      }
      return rows;
    }
  }
}
