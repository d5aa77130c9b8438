package dev.totonoe.job;

import dev.totonoe.csv.RecordReader;
import dev.totonoe.record.Parsed;
import dev.totonoe.record.Record;
import dev.totonoe.record.Reject;
import java.util.ArrayList;
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

  /// The next records.
  ///
  /// @param recordsMax how many at most, at least 1
  static Batch<Parsed> of(RecordReader records, int recordsMax) {
    List<Parsed> items = new ArrayList<>(recordsMax);
    int characters = 0;
    while (items.size() < recordsMax && characters < CHARACTERS_MAX && records.hasNext()) {
      Parsed parsed = records.next();
      items.add(parsed);
      characters += characters(parsed);
    }
    return new Batch<>(items, !records.hasNext());
  }

  private static int characters(Parsed parsed) {
    return switch (parsed) {
      case Record record -> record.cells().stream().mapToInt(String::length).sum();
      case Reject reject -> reject.raw().length();
    };
  }
}
