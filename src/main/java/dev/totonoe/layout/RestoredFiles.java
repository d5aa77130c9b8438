package dev.totonoe.layout;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import java.nio.file.Path;

/// Where the raw rows of a run are written back to: each file under its own path, such as
/// `raw/items.csv`, below one directory.
public final class RestoredFiles {
  private final Root root;
  private final Path own;
  private final Path directory;

  /// @param own the dataset's own directory for restored files; elsewhere in `datasets/` nothing is
  ///   restored to
  RestoredFiles(Root root, Path own, Path directory) {
    this.root = root;
    this.own = own;
    this.directory = directory.toAbsolutePath().normalize();
  }

  public Path directory() {
    return directory;
  }

  /// @param input the input's path as the run's manifest names it
  /// @throws ConfigurationFailure when the file would lie among raw files, runs or anything else of
  ///   a dataset, by a symbolic link or without
  public Path file(String input) {
    Path file = directory.resolve(input).normalize();
    if (!file.startsWith(directory) || file.equals(directory)) {
      throw new EnvironmentFailure(
          "manifest.json: expected the path of an input but found \"%s\"; the run is damaged"
              .formatted(input));
    }
    if (!root.real(file).startsWith(root.real(own))) {
      root.outsideDatasets(file, "--to");
    }
    return file;
  }
}
