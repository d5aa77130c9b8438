package dev.totonoe.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IncomingTest {
  private static final Duration LONG_AGO = Incoming.ABANDONED_AFTER.plusHours(1);
  private static final Duration LATELY = Incoming.ABANDONED_AFTER.minusHours(1);

  @TempDir private Path models;

  @Test
  void goesWhenItIsClosed() throws IOException {
    try (Incoming incoming = Incoming.in(models)) {
      Files.writeString(incoming.directory().resolve("part"), "x");
      assertThat(incoming.directory()).hasParent(models);
      assertThat(incoming.directory().getFileName().toString()).startsWith(".");
    }
    assertThat(models).isEmptyDirectory();
  }

  @Test
  void removesWhatAKilledProcessLeftADayAgo() throws IOException {
    Path left = leftBehind(LONG_AGO, LONG_AGO);
    try (Incoming incoming = Incoming.in(models)) {
      assertThat(left).doesNotExist();
      assertThat(incoming.directory()).isDirectory();
    }
  }

  @Test
  void leavesWhatAnotherMayBeWriting() throws IOException {
    Path young = leftBehind(LATELY, LATELY);
    Path oldWithAYoungFile = leftBehind(LATELY, LONG_AGO);
    Incoming.in(models).close();
    assertThat(young).isDirectory();
    assertThat(oldWithAYoungFile).isDirectory();
  }

  @Test
  void leavesWhatIsNotItsOwn() throws IOException {
    Path bundle = Files.createDirectory(models.resolve("default"));
    Path other = Files.createDirectory(models.resolve(".default.tmp"));
    setAge(bundle, LONG_AGO);
    setAge(other, LONG_AGO);
    Incoming.in(models).close();
    assertThat(bundle).isDirectory();
    assertThat(other).isDirectory();
  }

  /// As a killed process leaves it: never closed.
  private Path leftBehind(Duration ageOfFile, Duration ageOfDirectories) throws IOException {
    Path directory = Incoming.in(models).directory();
    Path training = Files.createDirectory(directory.resolve("training"));
    setAge(Files.writeString(training.resolve("rows.csv"), "rows"), ageOfFile);
    setAge(training, ageOfDirectories);
    setAge(directory, ageOfDirectories);
    return directory;
  }

  private static void setAge(Path path, Duration age) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
  }
}
