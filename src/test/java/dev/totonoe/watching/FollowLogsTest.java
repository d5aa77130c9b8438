package dev.totonoe.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FollowLogsTest {
  private static final Path SCRIPT = WatchingFiles.DIRECTORY.resolve("follow-logs");

  @TempDir private Path directory;

  private record Ended(int exit, String out, String err) {}

  private Ended run(String... arguments) throws IOException, InterruptedException {
    Path err = directory.resolve("err");
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(err));
  }

  private String newLines() throws IOException, InterruptedException {
    Ended ended = run("--once", root().toString(), directory.resolve("state").toString());
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    return ended.out();
  }

  private Path root() {
    return directory.resolve("a root");
  }

  private Path append(String dataset, String log, String text) throws IOException {
    Path file = root().resolve("datasets").resolve(dataset).resolve("logs").resolve(log);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void printsEachLineOnceBehindItsDataset() throws Exception {
    append("shop", "1.log", "one\ntwo\n");
    assertThat(newLines()).isEqualTo("shop one\nshop two\n");
    assertThat(newLines()).isEmpty();

    append("shop", "1.log", "three\n");
    append("shop", "2.log", "one\n");
    append("new.shop", "1.log", "値 & \\1\n\n");
    append("shop/spring/2026", "1.log", "in a directory\n");
    assertThat(newLines())
        .isEqualTo(
            "new.shop 値 & \\1\nnew.shop \nshop three\nshop one\nshop/spring/2026 in a directory\n");
  }

  @Test
  void waitsForTheEndOfALine() throws Exception {
    append("shop", "1.log", "one\ntw");
    assertThat(newLines()).isEqualTo("shop one\n");
    append("shop", "1.log", "o");
    assertThat(newLines()).isEmpty();
    append("shop", "1.log", "\nthree\n");
    assertThat(newLines()).isEqualTo("shop two\nshop three\n");
  }

  @Test
  void leavesSummariesAndOldLogsAlone() throws Exception {
    append("shop", "1.json", "{}\n");
    append("shop", "raw.csv", "x\n");
    Path old = append("shop", "old.log", "one\n");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    assertThat(newLines()).isEmpty();
  }

  @Test
  void refusesADirectoryThatIsNoRoot() throws Exception {
    Ended ended = run("--once", directory.toString(), directory.resolve("state").toString());
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("expected a directory with datasets/");
    assertThat(run(directory.toString()).err()).startsWith("usage: follow-logs");
  }

  @Test
  void isCleanForShellcheck() throws Exception {
    Process process =
        new ProcessBuilder(Tools.require("shellcheck").toString(), SCRIPT.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
