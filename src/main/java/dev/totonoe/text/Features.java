package dev.totonoe.text;

import java.util.Objects;

/// A text as a sparse vector of length 1, or of length 0 for a text without a letter.
///
/// @param buckets the buckets that are not zero, ascending; not copied, not to be altered
/// @param weights their weights
public record Features(int[] buckets, float[] weights) {
  public Features {
    Objects.requireNonNull(buckets);
    Objects.requireNonNull(weights);
    if (buckets.length != weights.length) {
      throw new IllegalArgumentException(buckets.length + " buckets, " + weights.length);
    }
  }

  public boolean isEmpty() {
    return buckets.length == 0;
  }
}
