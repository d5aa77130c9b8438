package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.csv.CsvTable;
import dev.totonoe.job.DryRun;
import dev.totonoe.layout.Root;
import dev.totonoe.layout.RunFiles;
import dev.totonoe.observe.Progress;
import dev.totonoe.record.Change;
import dev.totonoe.record.Product;
import dev.totonoe.record.Reject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A dry run shows what a run does, and does nothing.
final class DryRunIT {
  @TempDir private Path directory;
  private WorkerRoot root;

  @BeforeEach
  void makeRoot() throws IOException {
    root = WorkerRoot.in(directory.resolve("root"));
  }

  @Test
  void makesOfEveryRecordWhatARunMakes() throws Exception {
    root.addSample("sample");
    List<List<String>> products = new ArrayList<>();
    List<List<String>> changes = new ArrayList<>();
    List<List<String>> rejects = new ArrayList<>();
    try (Progress progress = Progress.on(new PrintStream(OutputStream.nullOutputStream()), false);
        DryRun dryRun =
            DryRun.open(
                Root.of(root.directory()), root.dataset("sample"), root.scratch(), progress)) {
      dryRun.preview(
          DryRun.RECORDS_MAX,
          preview -> {
            switch (preview.cleansed()) {
              case Product product -> {
                products.add(product.row());
                product.changes().forEach(change -> changes.add(row(change)));
              }
              case Reject reject -> rejects.add(row(reject));
            }
          });
    }
    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", "sample");
    assertThat(ended.exit()).as(ended.err()).isZero();
    RunFiles run = root.latestRun("sample");
    assertThat(products)
        .hasSizeGreaterThan(3_000)
        .isEqualTo(withoutGtinReasons(cells(run.products())));
    assertThat(changes).isEqualTo(cells(run.changes()));
    assertThat(rejects).isNotEmpty().isEqualTo(cells(run.rejects()));
  }

  /// What other rows of a file say is found when a run is published.
  private static List<List<String>> withoutGtinReasons(List<List<String>> rows) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> cell.replaceAll(";?\\bgtin_(?:repeated|conflict)\\b", ""))
                    .toList())
        .toList();
  }

  private static List<List<String>> cells(Path csv) {
    return CsvTable.read(csv).rows().stream().map(CsvTable.Row::cells).toList();
  }

  private static List<String> row(Change change) {
    return List.of(
        change.place().file(),
        Long.toString(change.place().line()),
        Long.toString(change.place().ordinal()),
        change.column(),
        change.rule(),
        change.before(),
        change.after());
  }

  private static List<String> row(Reject reject) {
    return List.of(
        reject.place().file(),
        Long.toString(reject.place().line()),
        Long.toString(reject.place().ordinal()),
        reject.column() == 0 ? "" : Integer.toString(reject.column()),
        reject.reason().word(),
        reject.message(),
        reject.raw());
  }

  @Test
  void showsTheFirstRecordsAndWritesNothingInTheDataset() throws Exception {
    root.add(
        "x",
        "list.csv",
        "商品名,価格,備考\nｱｯﾌﾟﾙｼﾞｭｰｽ　1L ,１２０円,\"上\u0000\t下\"\nりんご\nみかん,50,\nなし,60,\n"
            .getBytes(StandardCharsets.UTF_8));
    List<Path> before = files();
    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", "x", "--dry-run", "--limit", "3");
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out().lines().toList())
        .startsWith("raw/list.csv:2", "  商品名: ｱｯﾌﾟﾙｼﾞｭｰｽ　1L␠ → アップルジュース 1L   (kana+spaces)")
        .contains("  価格: １２０円 → 120円   (width)")
        .contains("  備考: 上\\0\\t下 → 上 下   (controls+spaces)")
        .contains("  + price_amount 120, price_currency JPY, price_tax unknown")
        .containsSequence(
            "raw/list.csv:3",
            "  rejected (too_few_cells): raw/list.csv:3: expected 3 cells as in the header but found 1; the record went to"
                + " rejects.csv; add the missing cells, or quote a line break that stands inside a cell",
            "  its text: りんご",
            "raw/list.csv:4")
        .noneMatch(line -> line.contains("なし"))
        .anyMatch(line -> line.startsWith("  category: "))
        .last()
        .asString()
        .startsWith("x: of the first 3 records a run would deliver 2 (")
        .endsWith("and reject 1; nothing was written");
    assertThat(files()).isEqualTo(before);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(root.directory())) {
      return files.sorted().toList();
    }
  }
}
