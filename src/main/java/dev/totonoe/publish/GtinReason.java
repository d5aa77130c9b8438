package dev.totonoe.publish;

import java.util.Locale;

/// Why a person should look at rows of one file that have the same GTIN. The words stand behind
/// those that a row has by itself.
enum GtinReason {
  /// The same GTIN stands in another row of the file, and all of them mean the same product.
  GTIN_REPEATED,
  /// The same GTIN stands in another row of the file, with another name or content.
  GTIN_CONFLICT;

  /// The word in `review_reasons`, such as `gtin_conflict`.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
