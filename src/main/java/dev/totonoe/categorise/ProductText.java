package dev.totonoe.categorise;

import java.util.Objects;

/// What is known of a product: its unified cells, empty where the input has none.
///
/// @param name the product's name
/// @param maker the maker or brand
/// @param content what one sold unit contains
/// @param sourceCategory the category that the source gave
/// @param description what else describes it, in the columns that the profile names
/// @param gtin its GTIN as 8, 13 or 14 digits; empty unless valid
public record ProductText(
    String name,
    String maker,
    String content,
    String sourceCategory,
    String description,
    String gtin) {
  public ProductText {
    Objects.requireNonNull(name);
    Objects.requireNonNull(maker);
    Objects.requireNonNull(content);
    Objects.requireNonNull(sourceCategory);
    Objects.requireNonNull(description);
    Objects.requireNonNull(gtin);
  }

  /// A product of which no more than the name is known.
  public static ProductText named(String name) {
    return new ProductText(name, "", "", "", "", "");
  }
}
