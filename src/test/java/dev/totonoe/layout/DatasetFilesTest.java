package dev.totonoe.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.InputFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatasetFilesTest {
  @TempDir private Path directory;
  private Path raw;
  private Root root;

  @BeforeEach
  void makeDataset() throws IOException {
    raw = Files.createDirectories(directory.resolve("root/datasets/x/raw"));
    root = Root.of(directory.resolve("root"));
  }

  private DatasetFiles dataset() {
    return root.dataset(AssetName.of("dataset", "x"));
  }

  @Test
  void listsInputsByName() throws IOException {
    Files.writeString(raw.resolve("b.csv"), "");
    Files.writeString(raw.resolve("a.csv"), "");
    Files.writeString(raw.resolve(".nfs0001"), "");
    assertThat(dataset().inputs()).containsExactly(raw.resolve("a.csv"), raw.resolve("b.csv"));
  }

  @Test
  void refusesADirectoryAmongTheInputs() throws IOException {
    Files.createDirectory(raw.resolve("more"));
    assertThatThrownBy(() -> dataset().inputs())
        .isInstanceOf(InputFailure.class)
        .hasMessage(
            "datasets/x/raw/more: expected CSV files only but found a directory; move its files up into raw/");
  }

  @Test
  void refusesAnEmptyRaw() {
    assertThatThrownBy(() -> dataset().inputs())
        .isInstanceOf(InputFailure.class)
        .hasMessage("datasets/x/raw: expected at least one CSV file but found none");
  }

  @Test
  void refusesAMissingRaw() throws IOException {
    Files.delete(raw);
    assertThatThrownBy(() -> dataset().inputs())
        .isInstanceOf(InputFailure.class)
        .hasMessage("datasets/x/raw: no such directory; put the product list there as CSV");
  }

  @Test
  void refusesAnInputThatIsALinkOutOfTheRoot() throws IOException {
    Path outside = Files.writeString(directory.resolve("secret.csv"), "a,b\n");
    Files.createSymbolicLink(raw.resolve("a.csv"), outside);
    assertThatThrownBy(() -> dataset().inputs())
        .isInstanceOf(InputFailure.class)
        .hasMessageContaining("a symbolic link leads out of the root");
  }

  @Test
  void refusesADatasetThatIsALinkOutOfTheRoot() throws IOException {
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Files.createSymbolicLink(directory.resolve("root/datasets/y"), outside);
    assertThatThrownBy(() -> root.dataset(AssetName.of("dataset", "y")))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("a symbolic link leads out of the root");
  }

  @ParameterizedTest
  @ValueSource(strings = {"runs", "restored", "work", "logs", "latest", "dataset.yaml"})
  void refusesItsOwnFilesAsLinksOutOfTheRoot(String own) throws IOException {
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Files.createSymbolicLink(raw.resolveSibling(own), outside);
    assertThatThrownBy(this::dataset)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageStartingWith(
            "dataset datasets/x/" + own + ": a symbolic link leads out of the root");
  }

  @Test
  void namesTheMissingDataset() {
    assertThatThrownBy(() -> root.dataset(AssetName.of("dataset", "nowhere")))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("dataset \"nowhere\": no directory datasets/nowhere under the root");
  }

  @Test
  void readsWhichRunIsLatest() throws IOException {
    assertThat(dataset().latestRun()).isEmpty();
    Files.writeString(dataset().latest(), "0123456789abcdef-2\n");
    assertThat(dataset().latestRun()).contains(new RunName("0123456789abcdef-2"));
  }

  private void publish(String... runs) throws IOException {
    for (String run : runs) {
      Path published = Files.createDirectories(raw.resolveSibling("runs").resolve(run));
      Files.writeString(published.resolve("manifest.json"), "{}");
    }
  }

  @Test
  void findsARunByItsNameOrItsStartOrAsTheLatest() throws IOException {
    publish("0123456789abcdef", "0123456789abcdef-2", "ffff456789abcdef");
    Files.createDirectories(raw.resolveSibling("runs/eeee456789abcdef"));
    assertThat(dataset().findRun("0123456789abcdef").value()).isEqualTo("0123456789abcdef");
    assertThat(dataset().findRun("0123456789abcdef-").value()).isEqualTo("0123456789abcdef-2");
    assertThat(dataset().findRun("f").value()).isEqualTo("ffff456789abcdef");
    Files.writeString(dataset().latest(), "ffff456789abcdef\n");
    assertThat(dataset().findRun("latest").value()).isEqualTo("ffff456789abcdef");
  }

  @Test
  void refusesTheStartOfNoRunOrOfMoreThanOne() throws IOException {
    assertThatThrownBy(() -> dataset().findRun("f"))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageEndingWith("but it has none; run it: totonoe run x");
    assertThatThrownBy(() -> dataset().findRun("latest"))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage("dataset \"x\" has no published run yet; run it: totonoe run x");
    publish("0123456789abcdef", "0123456789abcdef-2");
    assertThatThrownBy(() -> dataset().findRun("0"))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(
            "run \"0\": expected latest, or the name of one run of x or its start, but these begin so:"
                + " 0123456789abcdef, 0123456789abcdef-2");
    assertThatThrownBy(() -> dataset().findRun("../raw"))
        .hasMessageContaining("but it has 0123456789abcdef, 0123456789abcdef-2");
    assertThatThrownBy(() -> dataset().findRun("")).isInstanceOf(ConfigurationFailure.class);
  }

  @Test
  void restoresBelowADirectoryOfItsOwnOrOutsideDatasets() {
    RunName run = new RunName("0123456789abcdef");
    assertThat(dataset().restored(run).file("raw/a.csv"))
        .isEqualTo(raw.resolveSibling("restored/0123456789abcdef/raw/a.csv"));
    assertThat(dataset().restoredIn(directory.resolve("to")).file("raw/a.csv"))
        .isEqualTo(directory.resolve("to/raw/a.csv"));
  }

  @Test
  void restoresNothingAmongFilesOfDatasets() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), raw.getParent());
    Path sameName = Files.createDirectory(directory.resolve("same"));
    Files.createSymbolicLink(sameName.resolve("raw"), raw);
    Path dataset = raw.getParent();
    for (Path to :
        List.of(
            dataset, raw, dataset.resolve("runs/z"), dataset.resolveSibling("y"), link, sameName)) {
      RestoredFiles files = dataset().restoredIn(to);
      assertThatThrownBy(() -> files.file("raw/a.csv"))
          .as(to.toString())
          .isInstanceOf(ConfigurationFailure.class)
          .hasMessageContaining("expected a place outside datasets/");
    }
  }

  @Test
  void takesNoPathOutOfTheDirectoryFromAManifest() {
    RestoredFiles files = dataset().restored(new RunName("0123456789abcdef"));
    for (String path : List.of("../../raw/a.csv", "", "raw/..", "/etc/passwd")) {
      assertThatThrownBy(() -> files.file(path))
          .isInstanceOf(EnvironmentFailure.class)
          .hasMessageStartingWith("manifest.json: expected the path of an input");
    }
  }
}
