package dev.totonoe.publish;

import dev.totonoe.csv.Span;
import dev.totonoe.report.Tally;
import java.util.List;
import java.util.Objects;

/// What `shard.json` says: which records a finished shard covers, what came of them, and its
/// outputs.
///
/// @param index the shard's number
/// @param span the records
/// @param tally what came of them
/// @param files the outputs
public record ShardResult(int index, Span span, Tally tally, List<FileProof> files) {
  public ShardResult {
    Objects.requireNonNull(span);
    Objects.requireNonNull(tally);
    files = List.copyOf(files);
  }

  /// The proof of one output.
  FileProof proofOf(String name) {
    return files.stream()
        .filter(file -> file.path().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("shard.json does not name " + name));
  }
}
