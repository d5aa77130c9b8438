package dev.totonoe.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFilesTest {
  @TempDir private Path directory;

  @Test
  void replacesAFileAndLeavesNoTemporaryOne() throws IOException {
    Path target = Files.writeString(directory.resolve("latest"), "old and longer");
    AtomicFiles.write(target, "new".getBytes(StandardCharsets.UTF_8));
    assertThat(target).hasContent("new");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void publishesADirectoryOnce() throws IOException {
    Path first = directoryWith("first");
    Path second = directoryWith("second");
    Path target = directory.resolve("run");
    assertThat(AtomicFiles.publishDirectory(first, target)).isTrue();
    assertThat(AtomicFiles.publishDirectory(second, target)).isFalse();
    assertThat(target.resolve("file")).hasContent("first");
    assertThat(second.resolve("file")).hasContent("second");
  }

  @Test
  void tellsAMissingSourceFromATakenTarget() throws IOException {
    Path target = directoryWith("run");
    assertThatThrownBy(() -> AtomicFiles.publishDirectory(directory.resolve("gone"), target))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void copiesMoreThanABuffer() throws IOException {
    byte[] content = new byte[AtomicFiles.BUFFER_BYTES + 17];
    new java.util.Random(1).nextBytes(content);
    Path source = Files.write(directory.resolve("source"), content);
    Path target = directory.resolve("target");
    AtomicFiles.copyDurably(source, target);
    assertThat(target).hasBinaryContent(content);
  }

  @Test
  void deletesATreeButNotWhatItLinksTo() throws IOException {
    Path kept = directoryWith("kept");
    Path tree = directoryWith("tree");
    Files.createSymbolicLink(tree.resolve("link"), kept);
    AtomicFiles.deleteTree(tree);
    AtomicFiles.deleteTree(tree);
    assertThat(tree).doesNotExist();
    assertThat(kept.resolve("file")).hasContent("kept");
  }

  private Path directoryWith(String name) throws IOException {
    Path made = Files.createDirectory(directory.resolve(name));
    Files.writeString(made.resolve("file"), name);
    return made;
  }
}
