package dev.totonoe.categorise;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The category of one product.
///
/// @param id the category's id; empty where the status is NONE
/// @param path its names from the top, joined by ` > `; empty where the status is NONE
/// @param score how probable it is that the category is right, 0 to 1, with four decimals
/// @param source where it comes from
/// @param status whether to rely on it
/// @param candidates the model's likeliest categories, the likeliest first, where a person may want
///   to choose: not of a category that a rule gave or that the model is sure of
/// @param reason what decided, such as `keyword カレールウ` or `model`; see
///   [dev.totonoe.record.DerivedColumn#CATEGORY_REASON]
public record Category(
    String id,
    String path,
    double score,
    Source source,
    Status status,
    List<Candidate> candidates,
    String reason) {
  /// How many candidates there are at most.
  public static final int CANDIDATES_MAX = 3;

  /// A category that it may be.
  ///
  /// @param score its probability, 0 to 1, with four decimals
  public record Candidate(String id, double score) {
    public Candidate {
      Objects.requireNonNull(id);
      checkScore(score);
    }
  }

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
    candidates = List.copyOf(candidates);
    Objects.requireNonNull(reason);
    checkScore(score);
    if (id.isEmpty() != (status == Status.NONE)) {
      throw new IllegalArgumentException("a category has an id unless its status is none: " + id);
    }
    if (candidates.size() > CANDIDATES_MAX) {
      throw new IllegalArgumentException(
          "expected at most %d candidates but found %d"
              .formatted(CANDIDATES_MAX, candidates.size()));
    }
  }

  /// No category, for a reason.
  static Category none(List<Candidate> candidates, String reason) {
    return new Category("", "", 0, Source.MODEL, Status.NONE, candidates, reason);
  }

  private static void checkScore(double score) {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score lies between 0 and 1: " + score);
    }
  }
}
