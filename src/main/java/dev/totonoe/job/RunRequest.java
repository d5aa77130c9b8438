package dev.totonoe.job;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.plan.RunPart;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// How to run a dataset.
///
/// @param threads shards cleansed at a time, 1 to [#THREADS_MAX]
/// @param scratch a directory on local disk; it is made when it is missing
/// @param repositoryUrl a JDBC URL for the job repository; empty: one in memory
/// @param part which of the run's shards this worker cleanses
/// @param repeat whether to run when the same run is published already
public record RunRequest(
    int threads, Path scratch, Optional<String> repositoryUrl, RunPart part, Repeat repeat) {
  public static final int THREADS_MAX = 256;

  /// What to do when the same input, profile, bundles and worker gave a published run before.
  public enum Repeat {
    WHEN_CHANGED,
    ALWAYS
  }

  public RunRequest {
    Objects.requireNonNull(scratch);
    Objects.requireNonNull(repositoryUrl);
    Objects.requireNonNull(part);
    Objects.requireNonNull(repeat);
    if (threads < 1 || threads > THREADS_MAX) {
      throw new ConfigurationFailure(
          "--threads: expected 1 to %d but found %d".formatted(THREADS_MAX, threads));
    }
    if (repeat == Repeat.ALWAYS && !part.isWhole()) {
      throw new ConfigurationFailure(
          "--force: expected without --shard-count; a worker that starts after the others have published would begin to repeat their run alone; force it with one worker, or remove the published run");
    }
  }
}
