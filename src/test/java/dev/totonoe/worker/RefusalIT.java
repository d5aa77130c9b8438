package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be run ends with its own exit code and one clear message, and publishes nothing.
final class RefusalIT {
  private static final byte[] LIST = "商品名,価格\nりんご,100\n".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;
  private WorkerRoot root;

  @BeforeEach
  void makeRoot() throws IOException {
    root = WorkerRoot.in(directory.resolve("root"));
    root.add("x", "list.csv", LIST);
  }

  private void assertRefused(String dataset, int exit, String... message) throws Exception {
    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", dataset);
    assertThat(ended.exit()).as(ended.err()).isEqualTo(exit);
    assertThat(ended.err()).contains(message).doesNotContain("\tat ");
    assertThat(ended.out()).isEmpty();
    assertThat(root.directory().resolve("datasets/x/runs")).doesNotExist();
    assertThat(root.directory().resolve("datasets/x/latest")).doesNotExist();
  }

  @Test
  void aNameThatLeavesTheRoot() throws Exception {
    assertRefused("../x", 2, "totonoe: dataset name \"../x\": expected lower-case letters");
  }

  @Test
  void aDatasetThatIsNotThere() throws Exception {
    assertRefused("nowhere", 2, "totonoe: dataset \"nowhere\": no directory datasets/nowhere");
  }

  @Test
  void aDirectoryInRaw() throws Exception {
    Files.createDirectory(root.raw("x").resolve("more"));
    assertRefused("x", 3, "totonoe: datasets/x/raw/more: expected CSV files only");
  }

  @Test
  void aSpreadsheetInsteadOfCsv() throws Exception {
    root.add("x", "list.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0});
    assertRefused("x", 3, "totonoe: ", "list.xlsx", "CSV");
  }

  @Test
  void aModelWithAChangedByte() throws Exception {
    Path model = root.directory().resolve("models/default/model.zip");
    byte[] content = Files.readAllBytes(model);
    content[content.length / 2] ^= 1;
    Files.write(model, content, StandardOpenOption.TRUNCATE_EXISTING);
    assertRefused("x", 5, "totonoe: models/default/model.zip: expected SHA-256");
  }

  @Test
  void aMissingModel() throws Exception {
    WorkerRoot.copyTree(root.raw("x"), root.directory().resolve("models/default"));
    assertRefused("x", 5, "totonoe: models/default: no bundle there");
  }

  @Test
  void aProfileWithThreeErrors() throws Exception {
    Files.writeString(
        root.raw("x").resolveSibling("dataset.yaml"),
        """
        modell: default
        columns:
          - name: 商品名
            kind: nmae
        quality:
          rejects_max: many
        """);
    assertRefused("x", 2, "dataset.yaml:1:", "dataset.yaml:4:", "dataset.yaml:6:", "did you mean");
  }

  @Test
  void moreRejectsThanTheProfileAllows() throws Exception {
    root.add("x", "list.csv", "商品名,価格\nりんご,100\nみかん\n".getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        root.raw("x").resolveSibling("dataset.yaml"), "quality:\n  rejects_max: 10%\n");
    assertRefused("x", 6, "1 of 2 records were rejected (50.0 %)", "nothing was published");
  }

  @Test
  void aHeadingThatTheOutputsEncodingLacks() throws Exception {
    root.add("x", "list.csv", "商品名,価格(¥)\nりんご,100\n".getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        root.raw("x").resolveSibling("dataset.yaml"), "output:\n  encoding: windows-31j\n");
    assertRefused("x", 2, "totonoe: heading \"価格(¥)\": expected characters that windows-31j has");
  }

  @Test
  void aFileNameThatTheOutputsEncodingLacks() throws Exception {
    root.add("x", "🍎.csv", LIST);
    Files.writeString(
        root.raw("x").resolveSibling("dataset.yaml"), "output:\n  encoding: windows-31j\n");
    assertRefused("x", 3, "raw/🍎.csv: expected a file name with characters that windows-31j has");
  }

  @Test
  void anUnknownOption() throws Exception {
    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", "x", "--thread", "2");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err())
        .contains("Unknown options: '--thread'", "Possible solutions: --threads");
  }

  @Test
  void aScratchThatCannotBeMade() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");
    WorkerProcess.Ended ended =
        WorkerProcess.run(root, "run", "x", "--scratch", file.resolve("scratch").toString());
    assertThat(ended.exit()).isEqualTo(5);
    assertThat(ended.err()).contains("totonoe: scratch ").contains("--scratch");
  }
}
