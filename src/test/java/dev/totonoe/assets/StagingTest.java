package dev.totonoe.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StagingTest {
  private static final String SHOWN = "models/x";

  @TempDir private Path directory;
  private Path source;
  private Staging staging;

  @BeforeEach
  void makeBundle() throws IOException {
    source = Files.createDirectory(directory.resolve("source"));
    Files.writeString(source.resolve("model.zip"), "weights");
    Files.writeString(source.resolve("labels.tsv"), "labels");
    staging = new Staging(directory.resolve("scratch"));
  }

  private Bundle packed() {
    return Bundle.pack(source, SHOWN, "x");
  }

  @Test
  void copiesABundleOnceAndReusesTheCopy() {
    Bundle bundle = packed();
    Staging.Staged first = staging.stage(bundle);
    Staging.Staged second = staging.stage(bundle);
    assertThat(first.reused()).isFalse();
    assertThat(second.reused()).isTrue();
    assertThat(second.directory().resolve("model.zip")).hasContent("weights");
  }

  @Test
  void refusesAChangedByteAlsoWhenAGoodCopyExists() throws IOException {
    Bundle bundle = packed();
    staging.stage(bundle);
    Files.writeString(source.resolve("model.zip"), "weightS");
    assertThatThrownBy(() -> staging.stage(bundle))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith("models/x/model.zip: expected SHA-256 ")
        .hasMessageEndingWith(
            "copy the bundle again, or if the change was meant: totonoe pack models/x");
  }

  @Test
  void refusesAFileOfAnotherSize() throws IOException {
    Bundle bundle = packed();
    Files.writeString(source.resolve("model.zip"), "longer weights");
    assertThatThrownBy(() -> staging.stage(bundle))
        .hasMessageStartingWith(
            "models/x/model.zip: expected 7 bytes as in its manifest but found 14");
  }

  @Test
  void leavesWhatTheBundleWasMadeFromWhereItIs() throws IOException {
    Files.createDirectory(source.resolve("training"));
    Path rows = Files.writeString(source.resolve("training/labelled.csv.gz"), "rows");
    Bundle bundle = packed();
    Path copy = staging.stage(bundle).directory();
    Files.delete(rows);

    assertThat(bundle.manifest().files())
        .extracting(BundleFile::path)
        .contains("training/labelled.csv.gz");
    assertThat(copy.resolve("training")).doesNotExist();
    assertThat(copy.resolve("labels.tsv")).hasContent("labels");
    assertThat(staging.stage(bundle).reused()).isTrue();
  }

  @Test
  void otherRowsToLearnFromAreAnotherBundle() throws IOException {
    Files.createDirectory(source.resolve("training"));
    Path rows = Files.writeString(source.resolve("training/labelled.csv.gz"), "rows");
    String first = packed().manifestSha256();
    Files.writeString(rows, "rowz");

    assertThat(packed().manifestSha256()).isNotEqualTo(first);
  }

  @Test
  void givesAFileOnlyAsTheManifestNamesIt() throws IOException {
    Bundle bundle = packed();
    assertThat(bundle.verified("labels.tsv")).hasValue(source.resolve("labels.tsv"));
    assertThat(bundle.verified("training/labelled.csv.gz")).isEmpty();
    Files.writeString(source.resolve("labels.tsv"), "labelz");
    assertThatThrownBy(() -> bundle.verified("labels.tsv"))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith("models/x/labels.tsv: expected SHA-256 ");
  }

  @Test
  void refusesAMissingFile() throws IOException {
    Bundle bundle = packed();
    Files.delete(source.resolve("labels.tsv"));
    assertThatThrownBy(() -> staging.stage(bundle))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith("models/x/labels.tsv: missing, though its manifest names it");
  }

  @Test
  void replacesADamagedCopy() throws IOException {
    Bundle bundle = packed();
    Path copy = staging.stage(bundle).directory();
    Files.writeString(copy.resolve("model.zip"), "damaged");
    assertThat(staging.stage(bundle).reused()).isFalse();
    assertThat(copy.resolve("model.zip")).hasContent("weights");
  }

  @Test
  void givesEqualBundlesEqualVersions() throws IOException {
    Bundle first = packed();
    Bundle again = packed();
    assertThat(again).isEqualTo(first);
    Files.writeString(source.resolve("labels.tsv"), "other labels");
    assertThat(packed().manifest().version()).isNotEqualTo(first.manifest().version());
  }

  @Test
  void copiesFilesInADirectory() throws IOException {
    Files.createDirectory(source.resolve("system"));
    Files.writeString(source.resolve("system/words$fst.dat"), "words");
    Files.createDirectory(source.resolve(".unfinished"));
    Files.createDirectory(source.resolve("empty"));

    Bundle bundle = packed();

    assertThat(bundle.manifest().files())
        .extracting(BundleFile::path)
        .containsExactly("labels.tsv", "model.zip", "system/words$fst.dat");
    Path copy = staging.stage(bundle).directory();
    assertThat(copy.resolve("system/words$fst.dat")).hasContent("words");
    assertThat(staging.stage(bundle).reused()).isTrue();
    Files.writeString(source.resolve("system/words$fst.dat"), "other");
    assertThatThrownBy(() -> staging.stage(bundle))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith("models/x/system/words$fst.dat: expected SHA-256 ");
  }

  @Test
  void packsPlainFilesOnly() throws IOException {
    Files.createDirectories(source.resolve("more/of/it"));
    assertThatThrownBy(this::packed)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(
            "models/x/more/of: expected a plain file; a bundle holds no links, and its directories hold none");

    Files.delete(source.resolve("more/of/it"));
    Files.delete(source.resolve("more/of"));
    Files.writeString(source.resolve("more/manifest.json"), "{}");
    assertThatThrownBy(this::packed)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage("models/x/more: this is a bundle of its own; no bundle holds another");

    Files.delete(source.resolve("more/manifest.json"));
    Files.delete(source.resolve("more"));
    Files.createSymbolicLink(source.resolve("more"), directory);
    assertThatThrownBy(this::packed)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageStartingWith("models/x/more: expected a plain file");
  }

  @Test
  void tellsAMissingBundle() {
    assertThatThrownBy(() -> Bundle.open(directory.resolve("nothing"), "models/nothing"))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith("models/nothing: no bundle there (no manifest.json)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../model.zip",
        "more/../../model.zip",
        "/model.zip",
        "./model.zip",
        "a/b/model.zip",
        "more//model.zip",
        "more/",
        ".more/model.zip",
        "more/.model.zip",
        "more\\\\model.zip"
      })
  void refusesAManifestThatReachesOutOfTheBundle(String path) throws IOException {
    packed();
    Path manifest = source.resolve(Bundle.MANIFEST);
    Files.writeString(manifest, Files.readString(manifest).replace("model.zip", path));
    assertThatThrownBy(() -> Bundle.open(source, SHOWN))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith("models/x/manifest.json: cannot be used: ")
        .hasMessageContaining("plain file name");
  }
}
