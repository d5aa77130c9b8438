package dev.totonoe.layout;

import java.nio.file.Path;

/// The files of one shard; its outputs have no header lines.
///
/// @param directory the shard's directory, on scratch or under `work/`
public record ShardFiles(Path directory) implements ResultFiles {
  /// What publishing has to know of each row of the products; binary.
  public Path rows() {
    return directory.resolve("rows.bin");
  }

  /// What the shard did and the checksums of its outputs.
  public Path result() {
    return directory.resolve("shard.json");
  }
}
