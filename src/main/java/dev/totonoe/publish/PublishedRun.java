package dev.totonoe.publish;

import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.RunFiles;
import dev.totonoe.layout.RunName;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;

/// A published run whose records can be read: what was delivered, rejected and changed is what the
/// manifest says.
///
/// @param dataset the dataset it belongs to
/// @param name its name
/// @param manifest its manifest
public record PublishedRun(DatasetFiles dataset, RunName name, RunManifest manifest) {
  public PublishedRun {
    Objects.requireNonNull(dataset);
    Objects.requireNonNull(name);
    Objects.requireNonNull(manifest);
  }

  /// Checks the files first, so that nothing damaged is used. A review list or a report that
  /// someone has written in since is no hindrance: nothing is read from them.
  ///
  /// @throws dev.totonoe.failure.ConfigurationFailure when there is no such run
  /// @throws dev.totonoe.failure.EnvironmentFailure when a file is not as the manifest says
  public static PublishedRun open(DatasetFiles dataset, RunName name) {
    RunFiles files = dataset.run(name);
    Set<Path> read = Set.of(files.products(), files.rejects(), files.changes());
    return new PublishedRun(
        dataset, name, Verification.of(dataset, name, read::contains).requireIntact().manifest());
  }

  RunFiles files() {
    return dataset.run(name);
  }
}
