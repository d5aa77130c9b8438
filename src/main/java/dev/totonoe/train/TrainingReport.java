package dev.totonoe.train;

import dev.totonoe.categorise.Calibration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What a training did.
///
/// @param rows rows that were learnt from
/// @param skippedRows rows without a name or without a label
/// @param classes different labels
/// @param scores measured by cross-validation: each row by a network that had not seen it
/// @param calibration the threshold and what it keeps
/// @param contradictoryRows rows of names that have several labels
/// @param unlikelyRows measured rows whose label a network doubted that had not seen them
/// @param files the bundle's files, all but its manifest
/// @param elapsed how long it took
public record TrainingReport(
    int rows,
    int skippedRows,
    int classes,
    Scores scores,
    Calibration calibration,
    int contradictoryRows,
    int unlikelyRows,
    List<Path> files,
    Duration elapsed) {
  public TrainingReport {
    files = List.copyOf(files);
  }
}
