package dev.totonoe.train;

import dev.totonoe.categorise.ProductText;
import dev.totonoe.text.Folding;
import java.util.Objects;

/// What a person said of one product.
///
/// @param line where it stands in the file, from 1
/// @param product the product
/// @param category the category that is right
/// @param verdict how it was said
public record Correction(
    long line, ProductText product, CategoryNames.Named category, Verdict verdict) {
  /// How it was said.
  public enum Verdict {
    /// It is the suggested category, said by `ok` or by its name.
    CONFIRMED,
    /// Another one was named, or one where there was none.
    CORRECTED
  }

  public Correction {
    Objects.requireNonNull(product);
    Objects.requireNonNull(category);
    Objects.requireNonNull(verdict);
  }

  /// What makes two products the same to learn of: the name as rules compare it.
  public String key() {
    return Folding.fold(product.name());
  }
}
