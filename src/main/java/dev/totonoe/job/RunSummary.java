package dev.totonoe.job;

import dev.totonoe.layout.RunName;
import dev.totonoe.report.Tally;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How a run ended.
///
/// @param run the run's name
/// @param directory where its results are
/// @param tally what came of the records; empty when the same run was published before
/// @param shards how many shards the run has
/// @param reused how many of them an earlier attempt had finished
/// @param elapsed from the first step to the last
public record RunSummary(
    RunName run, Path directory, Optional<Tally> tally, int shards, int reused, Duration elapsed) {}
