package dev.totonoe.categorise;

import java.util.List;
import java.util.Optional;

/// What gives every category its probability.
interface Scoring {
  /// The categories that it knows.
  List<CategoryModel.Label> labels();

  /// The probability of each label, in their order; together at most 1. Empty for a product of
  /// which it cannot say anything.
  Optional<float[]> probabilities(ProductText product);
}
