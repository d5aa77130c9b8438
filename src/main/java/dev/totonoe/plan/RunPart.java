package dev.totonoe.plan;

import dev.totonoe.failure.ConfigurationFailure;

/// The part of a run's shards that one of several workers cleanses: every `count`-th shard,
/// beginning with `index`. It decides who does the work, never what comes out.
///
/// @param index this worker's number, from 0
/// @param count how many workers share the run, 1 to [#COUNT_MAX]
public record RunPart(int index, int count) {
  /// As many pods as an Indexed Job may run at a time.
  public static final int COUNT_MAX = 10_000;

  /// All shards: a worker that shares with nobody.
  public static final RunPart WHOLE = new RunPart(0, 1);

  /// @throws ConfigurationFailure when the numbers do not fit
  public RunPart {
    if (count < 1 || count > COUNT_MAX) {
      throw new ConfigurationFailure(
          "--shard-count: expected 1 to %,d but found %,d".formatted(COUNT_MAX, count));
    }
    if (index < 0 || index >= count) {
      throw new ConfigurationFailure(
          "--shard-index: expected 0 to %,d for a --shard-count of %,d but found %,d; give every worker of a run the same count"
              .formatted(count - 1, count, index));
    }
  }

  public boolean isWhole() {
    return count == 1;
  }

  public boolean includes(Shard shard) {
    return shard.index() % count == index;
  }
}
