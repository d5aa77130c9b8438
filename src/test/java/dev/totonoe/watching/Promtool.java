package dev.totonoe.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Prometheus' own checks.
final class Promtool {
  private Promtool() {}

  /// Fails with what promtool says unless it is content.
  static void assertContent(Path directory, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of(Tools.require("promtool").toString()), Stream.of(arguments))
            .toList();
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
