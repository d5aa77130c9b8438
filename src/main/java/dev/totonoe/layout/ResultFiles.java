package dev.totonoe.layout;

import java.nio.file.Path;

/// The four outputs of cleansing, under the same names for a shard and for a run.
public sealed interface ResultFiles permits RunFiles, ShardFiles {
  Path directory();

  default Path products() {
    return directory().resolve("products.csv");
  }

  default Path review() {
    return directory().resolve("review.csv");
  }

  default Path rejects() {
    return directory().resolve("rejects.csv");
  }

  default Path changes() {
    return directory().resolve("changes.csv.gz");
  }
}
