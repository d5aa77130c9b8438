package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.csv.CellParser;
import dev.totonoe.csv.CsvTable;
import dev.totonoe.csv.Dialect;
import dev.totonoe.csv.DialectHints;
import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.LineEnd;
import dev.totonoe.csv.RawBytes;
import dev.totonoe.csv.RecordReader;
import dev.totonoe.csv.Sniffed;
import dev.totonoe.csv.Sniffer;
import dev.totonoe.layout.RunFiles;
import dev.totonoe.profile.Profile;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.Parsed;
import dev.totonoe.record.Record;
import dev.totonoe.record.Reject;
import dev.totonoe.record.RejectReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// products + changes + rejects give back every raw row, through the command.
final class RestoreIT {
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
  private static final Set<RejectReason> WITHOUT_CELLS =
      Set.of(RejectReason.UNDECODABLE, RejectReason.STRAY_QUOTE, RejectReason.TOO_LONG);

  @TempDir private Path directory;
  private WorkerRoot root;

  @BeforeEach
  void makeRoot() throws IOException {
    root = WorkerRoot.in(directory.resolve("root"));
  }

  private WorkerProcess.Ended succeed(String... arguments) throws Exception {
    WorkerProcess.Ended ended = WorkerProcess.run(root, arguments);
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended;
  }

  /// Runs and restores a dataset and compares every record of every input.
  ///
  /// @return how many records there were
  private long assertGivesBackEveryRecord(String dataset) throws Exception {
    succeed("run", dataset);
    succeed("restore", dataset);
    Profile profile = Profile.read(root.dataset(dataset).profile(), "dataset.yaml");
    long records = 0;
    for (Path input : root.dataset(dataset).inputs()) {
      Sniffed look = Sniffer.sniff(input, profile.input().hints());
      Path restored = restored(dataset).resolve("raw").resolve(input.getFileName());
      List<Parsed> before = read(input, look.dialect(), look.header());
      int headerLine = look.dialect().headerLine() > 0 ? 1 : 0;
      Dialect plain = new Dialect(Encoding.UTF_8, 0, ',', LineEnd.LF, headerLine);
      List<Parsed> after = read(restored, plain, look.header());
      assertThat(after).as(input.toString()).hasSameSizeAs(before);
      for (int i = 0; i < before.size(); i++) {
        assertSame(before.get(i), after.get(i));
      }
      records += before.size();
      if (headerLine > 0) {
        assertThat(firstRow(restored)).isEqualTo(look.header());
      }
    }
    return records;
  }

  private static void assertSame(Parsed before, Parsed after) {
    assertThat(after.place().ordinal()).isEqualTo(before.place().ordinal());
    switch (before) {
      case Record record ->
          assertThat(after)
              .as(before.place().toString())
              .isInstanceOfSatisfying(
                  Record.class, same -> assertThat(same.cells()).isEqualTo(record.cells()));
      case Reject reject ->
          assertThat(after)
              .as(before.place().toString())
              .isInstanceOfSatisfying(Reject.class, again -> assertSame(reject, again));
    }
  }

  private static void assertSame(Reject before, Reject after) {
    if (WITHOUT_CELLS.contains(before.reason())) {
      assertThat(after.reason()).isEqualTo(RejectReason.TOO_FEW_CELLS);
      assertThat(unquoted(after.raw())).isEqualTo(before.raw());
    } else {
      assertThat(after.reason()).isEqualTo(before.reason());
    }
  }

  private static String unquoted(String raw) {
    return raw.startsWith("\"") ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"") : raw;
  }

  private static List<Parsed> read(Path file, Dialect dialect, List<String> header)
      throws IOException {
    List<Parsed> records = new ArrayList<>();
    try (RecordReader reader =
        RecordReader.openWhole(RawBytes.open(file), dialect, file.toString(), header)) {
      reader.forEachRemaining(records::add);
    }
    return records;
  }

  /// The first row as the csv room reads it, whatever the rows below it are like.
  private static List<String> firstRow(Path restored) throws IOException {
    Dialect headless = new Dialect(Encoding.UTF_8, 0, ',', LineEnd.LF, 0);
    return switch (read(restored, headless, List.of("")).getFirst()) {
      case Record record -> record.cells();
      case Reject reject -> new CellParser(',').cells(reject.raw()).orElseThrow();
    };
  }

  private Path restored(String dataset) {
    Path directory = root.raw(dataset).resolveSibling("restored");
    return directory.resolve(root.latestRun(dataset).directory().getFileName());
  }

  @Test
  void givesBackTheSample() throws Exception {
    root.addSample("sample");
    assertThat(assertGivesBackEveryRecord("sample")).isGreaterThan(3_000);
  }

  /// Cells of the sample and random pieces of them glued together, in columns of every kind: no row
  /// is lost, each comes back, and cleansing the result again, with another number of threads,
  /// changes nothing. A long run: `-Dit.test=RestoreIT -Drandom.rows=100000`.
  @Test
  void keepsRandomRows() throws Exception {
    int rows = Integer.getInteger("random.rows", 1_000);
    long seed = Long.getLong("random.seed", 20_261_122);
    List<String> kinds =
        Arrays.stream(ColumnKind.values())
            .filter(kind -> kind != ColumnKind.LIST)
            .map(ColumnKind::word)
            .toList();
    String profile =
        kinds.stream()
            .map(kind -> "  - {name: 列 %s, kind: %s}\n".formatted(kind, kind))
            .collect(Collectors.joining("", "model: none\ncolumns:\n", ""));
    RandomRows random = new RandomRows(sampleCells(), new SplittableRandom(seed));
    StringBuilder list = new StringBuilder("列 " + String.join(",列 ", kinds) + "\n");
    for (int row = 0; row < rows; row++) {
      list.append(random.line(kinds.size()));
    }
    root.add("random", "list.csv", list.toString().getBytes(StandardCharsets.UTF_8));
    Files.writeString(root.raw("random").resolveSibling("dataset.yaml"), profile);
    assertThat(assertGivesBackEveryRecord("random")).as("seed %d", seed).isEqualTo(rows);

    RunFiles first = root.latestRun("random");
    root.add("again", "products.csv", Files.readAllBytes(first.products()));
    Files.writeString(root.raw("again").resolveSibling("dataset.yaml"), profile);
    succeed("run", "again", "--threads", "1");
    RunFiles second = root.latestRun("again");
    assertThat(second.products()).as("seed %d", seed).hasSameBinaryContentAs(first.products());
    assertThat(second.rejects()).content().hasLineCount(1);
  }

  private static List<String> sampleCells() throws IOException {
    List<String> cells = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("datasets/sample/raw"))) {
      for (Path file : files.sorted().toList()) {
        Sniffed look = Sniffer.sniff(file, DialectHints.none());
        for (Parsed parsed : read(file, look.dialect(), look.header())) {
          if (parsed instanceof Record record) {
            cells.addAll(record.cells());
          }
        }
      }
    }
    return cells;
  }

  /// Renamed and moved columns, two files with different headings, a user's column that is called
  /// like a derived one, line breaks and quotes in cells, rejects of every kind that a small file
  /// can have, compressed input, and an output that can hold neither the input's text nor commas.
  @Test
  void givesBackWhatIsHardToGiveBack() throws Exception {
    root.add("nasty", "a.csv", nastyList());
    root.add("nasty", "b.tsv.gz", gzip(tabbedList().getBytes(StandardCharsets.UTF_16LE)));
    root.add("nasty", "c.csv", "品名,備考\r\n".getBytes(WINDOWS_31J));
    Files.writeString(
        root.raw("nasty").resolveSibling("dataset.yaml"),
        """
        columns:
          - name: 商品の名前
            from: [品名, 商品名称]
            kind: name
          - name: JAN
            kind: gtin
          - name: 備考
            kind: text
        output:
          encoding: windows-31j
          delimiter: tab
          line_end: crlf
        """);
    assertThat(assertGivesBackEveryRecord("nasty")).isEqualTo(17);
    assertThat(reasons(root.latestRun("nasty")))
        .containsExactlyInAnyOrder(
            "empty_record",
            "gtin_lost",
            "repeated_header",
            "stray_quote",
            "too_few_cells",
            "too_many_cells",
            "undecodable",
            "unencodable");
    assertThat(Files.readString(restored("nasty").resolve("raw/a.csv")))
        .startsWith("品名,価格,JAN,備考,gtin\nｺｶｺｰﾗ 350ml,１２０円,４９０１２３４５６７８９４,\"上段\r\n下段\",自社\n");
    assertThat(Files.readString(root.latestRun("nasty").products(), WINDOWS_31J))
        .startsWith("商品の名前\tJAN\t備考\t価格\tgtin_2\t");
  }

  private static byte[] nastyList() throws IOException {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    list.write(
        """
        品名,価格,JAN,備考,gtin
        ｺｶｺｰﾗ 350ml,１２０円,４９０１２３４５６７８９４,"上段
        下段",自社
        "引用""符",100,4901234567894,"a,b",
        5" パイプ,100,,"   ｱｷ   ",x""y
        緑茶,100
        緑茶,100,,,,余り
        緑茶,100,,,,,,
        品名,価格,JAN,備考,gtin
        ,,　,,
        失われた,100,4.90178E+12,"改行
        と""引用""\",ｺｰﾄﾞ
        "開く"閉じない,100,,,
        """
            .replace("\n", "\r\n")
            .getBytes(WINDOWS_31J));
    list.write(new byte[] {(byte) 0x81, ' ', ',', '1', ',', ',', ',', '\r', '\n'});
    list.write("最後の茶,￥１，０００,,,".getBytes(WINDOWS_31J));
    return list.toByteArray();
  }

  private static String tabbedList() {
    return "\uFEFF備考\t商品名称\tサイズ\n"
        + "\"タブ\tと\n改行\"\tｳｰﾛﾝ茶　５００㎖\tＬ\n"
        + "🍵\t緑の絵文字\tM\n"
        + "足りない\n"
        + "\t麦茶, 1L\t\"\"\"S\"\"\"\n"
        + "余り\t麦茶\tS\t余り, と\"引用\n";
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(content);
    }
    return compressed.toByteArray();
  }

  private static Set<String> reasons(RunFiles run) {
    Set<String> reasons = new TreeSet<>();
    CsvTable.read(run.rejects()).rows().forEach(row -> reasons.add(row.cells().get(4)));
    return reasons;
  }

  /// The rows of this run's own input come back, with the worker's columns that it had.
  @Test
  void givesBackOutputThatCameInAgain() throws Exception {
    root.add(
        "first", "list.csv", "商品名,価格\nｺｶｺｰﾗ 350ml,１２０円\n緑茶,\n".getBytes(StandardCharsets.UTF_8));
    succeed("run", "first");
    String products = Files.readString(root.latestRun("first").products());
    String edited = products.replace("120,JPY", "999,USD").replace("緑茶", "ﾘｮｸ茶");
    assertThat(edited).isNotEqualTo(products);
    root.add("second", "products.csv", edited.getBytes(StandardCharsets.UTF_8));
    root.add("second", "list.csv", "価格,商品名\n１円,紅茶\n".getBytes(StandardCharsets.UTF_8));
    assertThat(assertGivesBackEveryRecord("second")).isEqualTo(3);
    assertThat(restored("second").resolve("raw/products.csv")).hasContent(edited);
    assertThat(restored("second").resolve("raw/list.csv")).hasContent("価格,商品名\n１円,紅茶\n");
  }

  @Test
  void reportsDamagedChangesAndWritesNothing() throws Exception {
    root.add("x", "list.csv", "商品名\nｱ茶\nｲ茶\n".getBytes(StandardCharsets.UTF_8));
    succeed("run", "x");
    Path changes = root.latestRun("x").changes();
    byte[] content = Files.readAllBytes(changes);
    content[content.length / 2] ^= 1;
    Files.write(changes, content);
    WorkerProcess.Ended ended = WorkerProcess.run(root, "restore", "x");
    assertThat(ended.exit()).isEqualTo(5);
    assertThat(ended.err())
        .contains("totonoe: run ", " of x is damaged", "changes.csv.gz: expected SHA-256")
        .doesNotContain("\tat ");
    assertThat(root.raw("x").resolveSibling("restored")).doesNotExist();
  }

  @Test
  void replacesNothingAndWritesNothingAmongRawFiles() throws Exception {
    root.add("x", "a.csv", "商品名\nｱ茶\n".getBytes(StandardCharsets.UTF_8));
    root.add("x", "b.csv", "商品名\nｲ茶\n".getBytes(StandardCharsets.UTF_8));
    succeed("run", "x");
    Path place = directory.resolve("place");
    for (int i = 0; i < 2; i++) {
      assertThat(succeed("restore", "x", "latest", "--to", place.toString()).out())
          .contains("raw/a.csv  1 rows (1 delivered, 0 rejected) in " + place + "/raw/a.csv");
    }
    assertThat(place.resolve("raw/a.csv")).hasContent("商品名\nｱ茶\n");

    Files.delete(place.resolve("raw/a.csv"));
    Files.writeString(place.resolve("raw/b.csv"), "mine");
    WorkerProcess.Ended occupied =
        WorkerProcess.run(root, "restore", "x", "--to", place.toString());
    assertThat(occupied.exit()).isEqualTo(2);
    assertThat(occupied.err()).contains("raw/b.csv: expected nothing there, or the same rows");
    try (Stream<Path> files = Files.list(place.resolve("raw"))) {
      assertThat(files).containsExactly(place.resolve("raw/b.csv"));
    }

    Path link = Files.createSymbolicLink(directory.resolve("link"), root.raw("x"));
    for (Path raw : List.of(root.raw("x").getParent(), root.raw("x"), link)) {
      WorkerProcess.Ended refused = WorkerProcess.run(root, "restore", "x", "--to", raw.toString());
      assertThat(refused.exit()).isEqualTo(2);
      assertThat(refused.err()).contains("--to ", "expected a place outside datasets/");
    }
    assertThat(root.raw("x")).isDirectoryNotContaining("glob:**raw/raw");
  }
}
