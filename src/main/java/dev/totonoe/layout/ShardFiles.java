package dev.totonoe.layout;

import java.nio.file.Path;

/// The outputs of one shard, without header lines.
///
/// @param directory the shard's directory, on scratch or under `work/`
public record ShardFiles(Path directory) {
  public Path products() {
    return directory.resolve("products.csv");
  }

  public Path review() {
    return directory.resolve("review.csv");
  }

  public Path rejects() {
    return directory.resolve("rejects.csv");
  }

  public Path changes() {
    return directory.resolve("changes.csv.gz");
  }

  /// What the shard did and the checksums of its outputs.
  public Path result() {
    return directory.resolve("shard.json");
  }
}
