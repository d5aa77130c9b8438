package dev.totonoe.publish;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.RunFiles;
import dev.totonoe.layout.RunName;
import dev.totonoe.layout.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Checks a published run against its manifest.
///
/// @param run the run
/// @param manifest what it promises
/// @param damages one sentence for each file that is not as promised; empty: the run is intact
public record Verification(RunName run, RunManifest manifest, List<String> damages) {
  public Verification {
    damages = List.copyOf(damages);
  }

  /// @throws ConfigurationFailure when there is no such run
  /// @throws EnvironmentFailure when its manifest cannot be read
  public static Verification of(DatasetFiles dataset, RunName run) {
    return of(dataset, run, file -> true);
  }

  /// Checks only some of the run's files.
  static Verification of(DatasetFiles dataset, RunName run, Predicate<Path> checked) {
    RunFiles files = dataset.run(run);
    if (!files.isPublished()) {
      throw new ConfigurationFailure(
          "%s: no such run; the runs are the directories in datasets/%s/runs"
              .formatted(dataset.shownFromRoot(files.directory()), dataset.name()));
    }
    RunManifest manifest =
        RunManifest.read(files.manifest(), dataset.shownFromRoot(files.manifest()));
    List<String> damages = new ArrayList<>();
    for (FileProof promised : manifest.files()) {
      Path file = files.directory().resolve(promised.path());
      Optional<String> different = checked.test(file) ? compare(promised, file) : Optional.empty();
      different.ifPresent(damage -> damages.add(dataset.shownFromRoot(file) + ": " + damage));
    }
    return new Verification(run, manifest, damages);
  }

  /// @throws EnvironmentFailure when a file is not as promised; it names each
  public Verification requireIntact() {
    if (!damages.isEmpty()) {
      throw new EnvironmentFailure(
          "run %s of %s is damaged; run the dataset again with --force:%n  %s"
              .formatted(run, manifest.dataset(), String.join("\n  ", damages)));
    }
    return this;
  }

  private static Optional<String> compare(FileProof promised, Path file) {
    try {
      if (!Files.exists(file)) {
        return Optional.of("missing");
      }
      long bytes = Files.size(file);
      if (bytes != promised.bytes()) {
        return Optional.of("expected %d bytes but found %d".formatted(promised.bytes(), bytes));
      }
      String sha256 = Sha256.of(file);
      return sha256.equals(promised.sha256())
          ? Optional.empty()
          : Optional.of("expected SHA-256 %s but found %s".formatted(promised.sha256(), sha256));
    } catch (IOException e) {
      return Optional.of("cannot be read: " + IoReason.of(e));
    }
  }
}
