package dev.totonoe.job;

import dev.totonoe.layout.RunName;
import dev.totonoe.plan.RunPart;
import dev.totonoe.report.Tally;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How a run ended.
///
/// @param run the run's name
/// @param directory where its results are
/// @param ending how it ended
/// @param part which of its shards were this worker's
/// @param tally what came of the records; empty unless this worker published the run
/// @param shards how many shards the run has
/// @param cleansed how many of them this worker cleansed
/// @param reused how many of its own an earlier attempt had finished
/// @param elapsed from the first step to the last
public record RunSummary(
    RunName run,
    Path directory,
    Ending ending,
    RunPart part,
    Optional<Tally> tally,
    int shards,
    int cleansed,
    int reused,
    Duration elapsed) {
  /// What a run that did not fail has come to.
  public enum Ending {
    /// This worker published it.
    PUBLISHED,
    /// It was published before, or another worker did so meanwhile.
    ALREADY_PUBLISHED,
    /// This worker's part is done; whoever finishes last publishes.
    PART_DONE
  }
}
