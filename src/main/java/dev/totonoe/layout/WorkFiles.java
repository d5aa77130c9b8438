package dev.totonoe.layout;

import java.nio.file.Path;

/// The files of an unfinished run.
///
/// @param directory `work/<run>/`
public record WorkFiles(Path directory) {
  /// A finished shard's directory. It appears whole, by one rename.
  public ShardFiles shard(int index) {
    return new ShardFiles(directory.resolve("shard-%05d".formatted(index)));
  }

  /// Tells that one of several workers has finished its part of the shards.
  public Path partDone(int index, int count) {
    return directory.resolve("part-%05d-of-%05d".formatted(index, count));
  }

  /// A directory of one worker's own, for putting together what a rename then makes visible.
  public Path assembly(String token) {
    return directory.resolve("assembly-" + token);
  }
}
