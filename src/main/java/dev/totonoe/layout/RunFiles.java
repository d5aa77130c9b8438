package dev.totonoe.layout;

import java.nio.file.Files;
import java.nio.file.Path;

/// The files of a published run, or of one that is being put together.
///
/// @param directory the run's directory
public record RunFiles(Path directory) implements ResultFiles {
  public Path review() {
    return directory.resolve("review.csv");
  }

  public Path reportHtml() {
    return directory.resolve("report.html");
  }

  public Path reportJson() {
    return directory.resolve("report.json");
  }

  public Path manifest() {
    return directory.resolve("manifest.json");
  }

  /// A run is published when its directory stands in `runs/`: it gets there whole, by one rename.
  public boolean isPublished() {
    return Files.isRegularFile(manifest());
  }
}
