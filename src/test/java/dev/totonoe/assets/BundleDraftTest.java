package dev.totonoe.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.layout.AssetName;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundleDraftTest {
  @TempDir private Path models;

  private BundleDraft draft() {
    return new BundleDraft(models.resolve("a/x"), "models/a/x", AssetName.of("model", "a/x"));
  }

  @Test
  void standsInItsPlaceOnlyWhenPublished() throws Exception {
    try (BundleDraft draft = draft()) {
      Files.writeString(draft.directory().resolve("labels.tsv"), "old");
      draft.pack();
      assertThat(models.resolve("a/x")).doesNotExist();
      draft.publish();
    }
    assertThat(models.resolve("a/x/labels.tsv")).hasContent("old");
    try (BundleDraft draft = draft()) {
      Files.writeString(draft.directory().resolve("labels.tsv"), "new");
      Files.writeString(draft.directory().resolve("more.tsv"), "more");
      draft.pack();
      assertThat(models.resolve("a/x/labels.tsv")).hasContent("old");
      draft.publish();
    }
    assertThat(models.resolve("a/x/labels.tsv")).hasContent("new");
    assertThat(Bundle.open(models.resolve("a/x"), "models/a/x").manifest().name()).isEqualTo("a/x");
    assertThat(models.resolve("a")).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void whatIsNotPublishedGoes() throws Exception {
    try (BundleDraft draft = draft()) {
      Files.writeString(draft.directory().resolve("labels.tsv"), "old");
    }
    assertThat(models.resolve("a")).isEmptyDirectory();
  }

  @Test
  void aCopyToBeChangedIsChecked() throws Exception {
    try (BundleDraft draft = draft()) {
      Files.writeString(draft.directory().resolve("labels.tsv"), "old");
      Files.createDirectory(draft.directory().resolve("training"));
      Files.writeString(draft.directory().resolve("training/rows.csv"), "rows");
      draft.pack();
      draft.publish();
    }
    Bundle bundle = Bundle.open(models.resolve("a/x"), "models/a/x");
    bundle.copyTo(models.resolve("copy"));
    assertThat(models.resolve("copy/training/rows.csv")).hasContent("rows");
    assertThat(models.resolve("copy/manifest.json")).doesNotExist();

    Files.writeString(models.resolve("a/x/training/rows.csv"), "rowz");
    assertThatThrownBy(() -> bundle.copyTo(models.resolve("second")))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith("models/a/x/training/rows.csv: expected SHA-256 ");
  }
}
