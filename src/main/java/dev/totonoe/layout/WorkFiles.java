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

  /// A directory of one worker's own, for putting together what a rename then makes visible.
  public Path assembly(String token) {
    return directory.resolve("assembly-" + token);
  }
}
