package dev.totonoe.layout;

import java.nio.file.Path;

/// What one worker leaves in a dataset's logs about one run. The three names differ in their ends
/// only, so that they stand together in a listing.
///
/// @param stem the path without its end
public record LogFiles(Path stem) {
  /// Its log lines.
  public Path log() {
    return withEnd(".log");
  }

  /// How it ended: one line of JSON.
  public Path summary() {
    return withEnd(".json");
  }

  /// The metrics that could not be pushed, in Prometheus' text format.
  public Path metrics() {
    return withEnd(".prom");
  }

  private Path withEnd(String end) {
    return stem.resolveSibling(stem.getFileName() + end);
  }
}
