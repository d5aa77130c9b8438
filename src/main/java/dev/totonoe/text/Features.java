package dev.totonoe.text;

import java.util.Objects;

/// A product's texts as a sparse vector of length 1, or of length 0 where there is no letter.
///
/// @param buckets the buckets that are not zero, in no particular order but always the same for the
///   same texts; one that two kinds of features share by chance stands there twice, and its weights
///   add up; not copied, not to be altered
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
