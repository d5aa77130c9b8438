package dev.totonoe.layout;

import java.nio.file.Path;

/// The outputs of cleansing that a shard and a run have under the same names.
public sealed interface ResultFiles permits RunFiles, ShardFiles {
  Path directory();

  default Path products() {
    return directory().resolve("products.csv");
  }

  default Path rejects() {
    return directory().resolve("rejects.csv");
  }

  default Path changes() {
    return directory().resolve("changes.csv.gz");
  }
}
