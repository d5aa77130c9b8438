package dev.totonoe.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PendingFilesTest {
  @TempDir private Path directory;

  @Test
  void showsFilesOnlyWhenAllAreFinished() throws IOException {
    Path one = directory.resolve("a/one");
    Path two = directory.resolve("b/two");
    try (PendingFiles files = new PendingFiles()) {
      Files.writeString(files.reserve(one), "1");
      Files.writeString(files.reserve(two), "2");
      assertThat(one).doesNotExist();
      assertThat(files.conflicts()).isEmpty();
      files.commit();
    }
    assertThat(one).hasContent("1");
    assertThat(two).hasContent("2");
    assertThat(one.getParent()).isDirectoryNotContaining("glob:**tmp");
  }

  @Test
  void leavesNothingOfWhatWasNotCommitted() throws IOException {
    Path one = directory.resolve("one");
    Files.writeString(one, "old");
    try (PendingFiles files = new PendingFiles()) {
      Files.writeString(files.reserve(one), "new");
    }
    assertThat(one).hasContent("old");
    assertThat(directory).isDirectoryNotContaining("glob:**tmp");
  }

  @Test
  void tellsWhatIsInTheWayUnlessItIsTheSame() throws IOException {
    Path same = Files.writeString(directory.resolve("same"), "1");
    Path longer = Files.writeString(directory.resolve("longer"), "12");
    Path folder = Files.createDirectory(directory.resolve("folder"));
    try (PendingFiles files = new PendingFiles()) {
      for (Path target : new Path[] {same, longer, folder}) {
        Files.writeString(files.reserve(target), "1");
      }
      assertThat(files.conflicts()).containsExactly(longer, folder);
    }
  }
}
