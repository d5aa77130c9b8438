package dev.totonoe.layout;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The directory that holds everything: `models/`, `dictionaries/`, `datasets/`.
///
/// @param directory its real path
public record Root(Path directory) {
  private static final String DATASETS = "datasets";

  /// @throws ConfigurationFailure when there is no such directory
  /// @throws EnvironmentFailure when the worker may not look into it
  public static Root of(Path directory) {
    requireVisible(directory, "root " + directory);
    if (!Files.isDirectory(directory)) {
      throw new ConfigurationFailure(
          "root %s: no such directory; give the directory that holds datasets/, models/ and dictionaries/ by --root"
              .formatted(directory));
    }
    try {
      return new Root(directory.toRealPath());
    } catch (IOException e) {
      throw new EnvironmentFailure("root " + directory + ": cannot be read: " + IoReason.of(e), e);
    }
  }

  public Path model(AssetName name) {
    return inside(Path.of("models", name.value()), "model");
  }

  public Path dictionary(AssetName name) {
    return inside(Path.of("dictionaries", name.value()), "dictionary");
  }

  /// @throws ConfigurationFailure when the dataset does not exist or lies outside the root
  /// @throws EnvironmentFailure when the worker may not look into it
  public DatasetFiles dataset(AssetName name) {
    Path directory = inside(Path.of(DATASETS, name.value()), "dataset");
    requireVisible(directory, shown(directory));
    if (!Files.isDirectory(directory)) {
      throw new ConfigurationFailure(
          "dataset \"%s\": no directory datasets/%s under the root %s; create it with the product list in its raw/"
              .formatted(name, name, this.directory));
    }
    return new DatasetFiles(this, name, directory);
  }

  /// A path's form for people: below the root where it is, in full elsewhere.
  public String shown(Path path) {
    return path.startsWith(directory) ? directory.relativize(path).toString() : path.toString();
  }

  /// A file that the user names for results. Everything in `datasets/` belongs to the worker.
  ///
  /// @param option the option that names it, for the message
  /// @throws ConfigurationFailure when it lies in `datasets/`, by a symbolic link or without
  /// @throws EnvironmentFailure when the worker may not write there
  public Path outsideDatasets(Path file, String option) {
    Path absolute = file.toAbsolutePath().normalize();
    if (real(absolute).startsWith(real(directory.resolve(DATASETS)))) {
      throw new ConfigurationFailure(
          "%s %s: expected a place outside datasets/, where nothing but the worker's own files may be"
              .formatted(option, file));
    }
    Path parent = absolute.getParent();
    if (parent != null) {
      WriteAccess.require(parent, option + " " + parent);
    }
    return absolute;
  }

  /// The path without symbolic links, whether or not all of it exists.
  Path real(Path path) {
    Path existing = path;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    try {
      return existing.toRealPath().resolve(existing.relativize(path)).normalize();
    } catch (IOException e) {
      throw new EnvironmentFailure(path + ": cannot be read: " + IoReason.of(e), e);
    }
  }

  /// Tells what is hidden from what is missing.
  private static void requireVisible(Path directory, String shown) {
    boolean hidden = !Files.exists(directory) && !Files.notExists(directory);
    if (hidden || Files.isDirectory(directory) && !Files.isExecutable(directory)) {
      throw new EnvironmentFailure(
          "%s: cannot be read: %s".formatted(shown, IoReason.denied(directory.toString())));
    }
  }

  /// Refuses what a symbolic link leads out of the root.
  Path inside(Path relative, String kind) {
    Path path = directory.resolve(relative);
    if (!Files.exists(path)) {
      return path;
    }
    try {
      if (!path.toRealPath().startsWith(directory)) {
        throw new ConfigurationFailure(
            "%s %s: a symbolic link leads out of the root; put the files themselves under the root"
                .formatted(kind, relative));
      }
    } catch (IOException e) {
      throw new EnvironmentFailure(relative + ": cannot be read: " + IoReason.of(e), e);
    }
    return path;
  }
}
