package dev.totonoe.train;

import java.util.List;

/// Which columns of a dataset's results hold what a product is categorised by. Of several columns
/// of a kind the first that is filled counts, but descriptions count together.
///
/// @param names their headings; at least one
/// @param makers headings; may be none, as the next two
/// @param sourceCategories the categories that the source gave
/// @param descriptions what describes the product
public record CorrectionColumns(
    List<String> names,
    List<String> makers,
    List<String> sourceCategories,
    List<String> descriptions) {
  public CorrectionColumns {
    names = List.copyOf(names);
    makers = List.copyOf(makers);
    sourceCategories = List.copyOf(sourceCategories);
    descriptions = List.copyOf(descriptions);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a product is known by its name");
    }
  }
}
