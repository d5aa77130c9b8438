package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a change of the profile or the input changed, through the command.
final class DiffIT {
  @TempDir private Path directory;
  private WorkerRoot root;

  @BeforeEach
  void makeRoot() throws IOException {
    root = WorkerRoot.in(directory.resolve("root"));
    root.add(
        "x",
        "list.csv",
        "商品名,数量,備考\nりんごジュース　1L,１２,\"a\n,b\"\n緑茶,３,４.9E+12\n麦茶,4,\n"
            .getBytes(StandardCharsets.UTF_8));
  }

  private WorkerProcess.Ended succeed(String... arguments) throws Exception {
    WorkerProcess.Ended ended = WorkerProcess.run(root, arguments);
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended;
  }

  private void profile(String text) throws IOException {
    Files.writeString(root.raw("x").resolveSibling("dataset.yaml"), text);
  }

  @Test
  void tellsWhatAChangedProfileAndAChangedInputDid() throws Exception {
    profile("columns:\n  - name: 数量\n    kind: keep\n  - name: 備考\n    kind: keep\n");
    succeed("run", "x");
    String first = root.latestRun("x").directory().getFileName().toString();
    profile(
        """
        columns:
          - name: 数量
            kind: code
          - name: 備考
            kind: gtin
        output:
          encoding: windows-31j
          delimiter: tab
        """);
    succeed("run", "x");
    String second = root.latestRun("x").directory().getFileName().toString();

    Path csv = directory.resolve("differences.csv");
    WorkerProcess.Ended ended =
        succeed(
            "diff", "x", first.substring(0, 15), "latest", "--csv", csv.toString(), "--limit", "1");
    assertThat(ended.out())
        .startsWith("x: " + first + " → " + second + "\n  between them   the profile\n")
        .contains("columns        only in the second: gtin, gtin_kind, gtin_status")
        .contains("compared       2 records that both deliver")
        .contains("1    records delivered by the first and rejected by the second")
        .contains("\nraw/list.csv:2 数量: １２ → 12\n")
        .doesNotContain("raw/list.csv:4")
        .contains("differences are in " + csv);
    assertThat(Files.readString(csv))
        .startsWith(
            "source_file,source_line,difference,column,before,after\nraw/list.csv,2,cell,数量,１２,12\n")
        .contains("raw/list.csv,4,rejected,,delivered,rejected: gtin_lost\n");

    Files.delete(root.raw("x").resolve("list.csv"));
    root.add("x", "other.csv", "商品名,数量,備考\nなし,1,\n".getBytes(StandardCharsets.UTF_8));
    succeed("run", "x");
    assertThat(succeed("diff", "x", second, "latest").out())
        .contains(
            "inputs         not the same (only in the first: raw/list.csv; only in the second: raw/other.csv)")
        .contains(
            "compared       0 records",
            "3    records only in the first",
            "1    records only in the second");
  }
}
