package dev.totonoe.categorise;

import java.util.Locale;
import java.util.Objects;

/// The category of one product.
///
/// @param id the category's id; empty where the status is NONE
/// @param path its names from the top, joined by ` > `; empty where the status is NONE
/// @param score how probable it is that the category is right, 0 to 1, with four decimals
/// @param source where it comes from
/// @param status whether to rely on it
public record Category(String id, String path, double score, Source source, Status status) {
  /// Where a category comes from.
  public enum Source {
    /// A rule of the dictionary bundle.
    RULE,
    /// The model's likeliest category.
    MODEL,
    /// The model is sure of the parent only.
    PARENT;

    /// The word used in files, such as `rule`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether to rely on a category.
  public enum Status {
    /// As sure as the bundle promises.
    ACCEPTED,
    /// A suggestion that a person should confirm.
    REVIEW,
    /// Nothing worth suggesting.
    NONE;

    /// The word used in files, such as `accepted`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Category {
    Objects.requireNonNull(id);
    Objects.requireNonNull(path);
    Objects.requireNonNull(source);
    Objects.requireNonNull(status);
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score lies between 0 and 1: " + score);
    }
    if (id.isEmpty() != (status == Status.NONE)) {
      throw new IllegalArgumentException("a category has an id unless its status is none: " + id);
    }
  }
}
