package dev.totonoe.job;

import java.util.Locale;

/// Why a person should look at a product's category, as a word of `review_reasons`; it stands
/// behind those of the cells.
enum CategoryReason {
  /// The category scored below the threshold.
  CATEGORY_DOUBTFUL,
  /// Nothing gave the product a category.
  CATEGORY_NONE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
