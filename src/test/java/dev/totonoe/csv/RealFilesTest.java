package dev.totonoe.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.SharedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Files that were not written for this project.
final class RealFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path temporary;

  @TestFactory
  List<DynamicTest> readsCsvSpectrumAsItsJsonSays() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(SharedData.find("csv/csv-spectrum"))) {
      files
          .sorted()
          .forEach(
              file ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          file.getFileName().toString(),
                          () -> assertThat(read(file)).isEqualTo(expected(file)))));
    }
    assertThat(tests).hasSize(12);
    return tests;
  }

  /// The collection's `location_coordinates` states another phone number than its CSV has, and not
  /// the last two columns: only the coordinates can be compared. The CR of its two CR LF files were
  /// lost where the copy was made; they are put back.
  private List<Map<String, String>> read(Path file) throws Exception {
    String name = file.getFileName().toString();
    byte[] bytes = Files.readAllBytes(file);
    if (name.endsWith("_crlf.csv")) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      bytes = text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
    Path copy = Files.write(temporary.resolve(name), bytes);
    Sniffed sniffed = Sniffer.sniff(copy, DialectHints.none());
    WholeFile read = WholeFile.read(copy, DialectHints.none(), 1);
    assertThat(read.rejects()).isEmpty();
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : read.records()) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        String column = sniffed.header().get(i);
        if (!name.startsWith("location") || column.equals("Location Coordinates")) {
          row.put(column, cells.get(i));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<Map<String, String>> expected(Path file) throws Exception {
    String name = file.getFileName().toString().replace(".csv", ".json");
    JsonNode json = JSON.readTree(SharedData.find("csv/csv-spectrum-json/" + name).toFile());
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode object : json.isArray() ? json : List.of(json)) {
      Map<String, String> row = new LinkedHashMap<>();
      object
          .properties()
          .forEach(
              property -> {
                if (!name.startsWith("location")
                    || property.getKey().equals("Location Coordinates")) {
                  row.put(property.getKey(), property.getValue().asString());
                }
              });
      rows.add(row);
    }
    return rows;
  }

  @Test
  void readsSupermarketProductsBehindTwoByteOrderMarks() throws Exception {
    Path file = SharedData.find("csv/real/ds100knocks_product.csv");
    Sniffed sniffed = Sniffer.sniff(file, DialectHints.none());
    assertThat(sniffed.dialect()).isEqualTo(new Dialect(Encoding.UTF_8, 6, ',', LineEnd.CRLF, 1));
    assertThat(sniffed.header()).first().isEqualTo("product_cd");
    WholeFile read = WholeFile.read(file, DialectHints.none(), 4096);
    assertThat(read.records()).hasSize(10_030);
    assertThat(read.rejects()).isEmpty();
    assertThat(read.records().getLast())
        .containsExactly("P091503005", "09", "0915", "091503", "1280", "960");
    assertThat(read.totals()).isEqualTo(new Totals(10_030, 10_031, 0, 349_459));
  }

  @Test
  void readsSupermarketCategories() throws Exception {
    WholeFile read =
        WholeFile.read(
            SharedData.find("csv/real/ds100knocks_category_double_bom.csv"),
            DialectHints.none(),
            1000);
    assertThat(read.records()).hasSize(228);
    assertThat(read.records().getFirst())
        .containsExactly("04", "惣菜", "0401", "御飯類", "040101", "弁当類");
  }

  @Test
  void readsWasteListWithoutLosingARow() throws Exception {
    Path file = SharedData.find("csv/real/tsu_gomi_original_bom.csv");
    Sniffed sniffed = Sniffer.sniff(file, DialectHints.none());
    assertThat(sniffed.dialect().bomBytes()).isEqualTo(3);
    assertThat(sniffed.header())
        .containsExactly("ID", "並び順", "50音", "品目", "分別区分", "分別区分（略称）", "出し方のポイント");
    WholeFile read = WholeFile.read(file, DialectHints.none(), 10_000);
    assertThat(read.rejects()).isEmpty();
    assertThat(read.records()).hasSize(3984);
    assertThat(read.records().getLast()).startsWith("3984", "3984", "わ");
  }

  @TestFactory
  List<DynamicTest> detectsTheEncodingOfTheWasteListInEveryEncoding() throws Exception {
    Path file = SharedData.find("csv/real/tsu_gomi_original_bom.csv");
    String text = Files.readString(file).substring(1);
    List<DynamicTest> tests = new ArrayList<>();
    for (Encoding encoding : Encoding.values()) {
      for (int lines : new int[] {3, 20, 3985}) {
        tests.add(
            DynamicTest.dynamicTest(
                encoding.word() + ", " + lines + " lines",
                () -> {
                  String part =
                      String.join("\r\n", text.lines().limit(lines).toList()).concat("\r\n");
                  Path copy =
                      Files.write(temporary.resolve("x.csv"), part.getBytes(encoding.charset()));
                  assertThat(Sniffer.sniff(copy, DialectHints.none()).dialect())
                      .isEqualTo(new Dialect(encoding, 0, ',', LineEnd.CRLF, 1));
                }));
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> readsLabelledTables() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(SharedData.find("categories"))) {
      files
          .sorted()
          .forEach(
              file ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          file.getFileName().toString(),
                          () -> {
                            CsvTable table = CsvTable.read(file);
                            long lines;
                            try (Stream<String> text = Files.lines(file)) {
                              lines = text.filter(line -> !line.isBlank()).count();
                            }
                            assertThat(table.header()).containsExactly("name", "category_path");
                            assertThat(table.rows()).hasSize((int) lines - 1);
                          })));
    }
    return tests;
  }
}
