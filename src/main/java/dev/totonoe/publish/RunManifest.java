package dev.totonoe.publish;

import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/// `manifest.json`: the proof of a published run.
///
/// @param dataset the dataset's name
/// @param run the run's name
/// @param fingerprint SHA-256 over inputs, profile, bundles and worker
/// @param worker the worker's version and the checksum of its code
/// @param counts rows in and what came of them; rows = products + rejects
/// @param inputs the raw files, with paths from the dataset's directory
/// @param bundles every file of every bundle, with paths from the root
/// @param files the run's own files, with paths from the run's directory
public record RunManifest(
    String dataset,
    String run,
    String fingerprint,
    Worker worker,
    Counts counts,
    List<FileProof> inputs,
    List<FileProof> bundles,
    List<FileProof> files) {
  public RunManifest {
    Objects.requireNonNull(dataset);
    Objects.requireNonNull(run);
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(worker);
    Objects.requireNonNull(counts);
    inputs = List.copyOf(inputs);
    bundles = List.copyOf(bundles);
    files = List.copyOf(files);
  }

  /// Which worker did it.
  public record Worker(String version, String codeSha256) {}

  /// The figures that prove that no record was lost.
  public record Counts(long rows, long products, long rejects, long review, long changes) {
    public Counts {
      if (rows != products + rejects) {
        throw new IllegalArgumentException(
            "%d rows came in but %d products and %d rejects came out"
                .formatted(rows, products, rejects));
      }
    }
  }

  byte[] json() {
    return Json.MAPPER.writeValueAsBytes(this);
  }

  /// @param shown the file's name for messages
  public static RunManifest read(Path file, String shown) {
    try {
      return Json.MAPPER.readValue(Files.readAllBytes(file), RunManifest.class);
    } catch (JacksonException | IOException e) {
      throw new EnvironmentFailure(
          "%s: expected a run's manifest but it cannot be read: %s"
              .formatted(shown, e.getMessage()),
          e);
    }
  }
}
