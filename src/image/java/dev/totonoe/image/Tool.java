package dev.totonoe.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Another program, run to its end.
final class Tool {
  private Tool() {}

  /// Runs a program and returns what it printed.
  ///
  /// @throws Refusal when it cannot be started or does not end with 0; the message holds its output
  static String run(List<String> command) throws IOException, InterruptedException {
    return run(command, Map.of());
  }

  /// The same, with an environment that holds nothing else.
  static String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (!environment.isEmpty()) {
      builder.environment().clear();
      builder.environment().putAll(environment);
    }
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new Refusal(
          "%s is missing (%s): src/tools installs what building needs"
              .formatted(command.getFirst(), e.getMessage()));
    }
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new Refusal(
          "%s ended with %d:%n%s".formatted(String.join(" ", command), exit, output.strip()));
    }
    return output.strip();
  }
}
