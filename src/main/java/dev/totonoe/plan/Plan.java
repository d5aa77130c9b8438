package dev.totonoe.plan;

import dev.totonoe.record.Column;
import java.util.List;
import java.util.Objects;

/// What a run will do. It follows from the inputs, the profile, the bundles and the worker alone.
///
/// @param fingerprint SHA-256 over all of these, as 64 hexadecimal digits
/// @param inputs the input files in order
/// @param columns the dataset's columns in the order of `products.csv`
/// @param shards the work, in the order in which results are joined
public record Plan(
    String fingerprint, List<PlannedInput> inputs, List<Column> columns, List<Shard> shards) {
  public Plan {
    Objects.requireNonNull(fingerprint);
    inputs = List.copyOf(inputs);
    columns = List.copyOf(columns);
    shards = List.copyOf(shards);
  }

  public long records() {
    return shards.stream().mapToLong(shard -> shard.span().records()).sum();
  }

  public PlannedInput inputOf(Shard shard) {
    return inputs.get(shard.input());
  }
}
