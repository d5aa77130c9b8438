package dev.totonoe.categorise;

import java.util.Objects;

/// What is known of a product: its unified cells, empty where the input has none.
///
/// @param name the product's name
/// @param maker the maker or brand
/// @param content what one sold unit contains
/// @param sourceCategory the category that the source gave
public record ProductText(String name, String maker, String content, String sourceCategory) {
  public ProductText {
    Objects.requireNonNull(name);
    Objects.requireNonNull(maker);
    Objects.requireNonNull(content);
    Objects.requireNonNull(sourceCategory);
  }
}
