package dev.totonoe.cli;

import dev.totonoe.layout.Root;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The option that most commands share.
final class RootOption {
  @Option(
      names = "--root",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The directory that holds datasets/, models/ and dictionaries/; default: here.")
  private Path directory = Path.of(".");

  Root root() {
    return Root.of(directory);
  }
}
