package dev.totonoe.plan;

import dev.totonoe.csv.Span;
import java.util.Objects;

/// A run of whole records of one input: the unit of work, of retry and of parallelism.
///
/// @param index its number in the run, from 0; results are joined in this order
/// @param input the index of its input
/// @param span the bytes, lines and records
public record Shard(int index, int input, Span span) {
  public Shard {
    Objects.requireNonNull(span);
  }
}
