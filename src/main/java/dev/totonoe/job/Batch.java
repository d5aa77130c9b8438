package dev.totonoe.job;

import java.util.List;

/// Some records of one shard, in order: what the chunk-oriented step calls an item. One record an
/// item would cost an event and a commit each.
///
/// @param items the records
/// @param isLast whether the shard ends with them
/// @param <T> what the records are at this point of the step
record Batch<T>(List<T> items, boolean isLast) {
  /// Records in a batch: enough to score at once, few enough to stop within a second.
  static final int RECORDS_MAX = 512;

  /// Characters in a batch's raw cells after which it takes no more records: however wide the rows
  /// are, a batch stays small.
  static final int CHARACTERS_MAX = 1 << 20;

  Batch {
    items = List.copyOf(items);
  }
}
