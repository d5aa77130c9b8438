package dev.totonoe.report;

import dev.totonoe.record.Change;
import dev.totonoe.record.Product;
import dev.totonoe.record.Reject;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What came of the records of a shard, or of a run. Two tallies add up; the words of every map are
/// sorted, so that equal results give equal text.
///
/// @param products delivered records
/// @param rejects rejected records
/// @param review delivered records that a person should look at
/// @param changes altered cells
/// @param rejectsByReason rejects by [dev.totonoe.record.RejectReason#word()]
/// @param reviewByReason records by review reason; a record with two reasons counts twice
/// @param changesByRule cells by the rule that altered them; a cell that two rules altered counts
///   twice
/// @param changesByColumn cells by column
/// @param categoriesBySource products by who gave the category; products without one are not here
/// @param categoriesByStatus products by category status
public record Tally(
    long products,
    long rejects,
    long review,
    long changes,
    SortedMap<String, Long> rejectsByReason,
    SortedMap<String, Long> reviewByReason,
    SortedMap<String, Long> changesByRule,
    SortedMap<String, Long> changesByColumn,
    SortedMap<String, Long> categoriesBySource,
    SortedMap<String, Long> categoriesByStatus) {
  public Tally {
    rejectsByReason = new TreeMap<>(rejectsByReason);
    reviewByReason = new TreeMap<>(reviewByReason);
    changesByRule = new TreeMap<>(changesByRule);
    changesByColumn = new TreeMap<>(changesByColumn);
    categoriesBySource = new TreeMap<>(categoriesBySource);
    categoriesByStatus = new TreeMap<>(categoriesByStatus);
  }

  public static Tally zero() {
    return new Counter().tally();
  }

  /// Records in: every one is delivered or rejected.
  public long rows() {
    return products + rejects;
  }

  public Tally plus(Tally other) {
    return new Tally(
        products + other.products,
        rejects + other.rejects,
        review + other.review,
        changes + other.changes,
        sum(rejectsByReason, other.rejectsByReason),
        sum(reviewByReason, other.reviewByReason),
        sum(changesByRule, other.changesByRule),
        sum(changesByColumn, other.changesByColumn),
        sum(categoriesBySource, other.categoriesBySource),
        sum(categoriesByStatus, other.categoriesByStatus));
  }

  private static SortedMap<String, Long> sum(Map<String, Long> a, Map<String, Long> b) {
    SortedMap<String, Long> sum = new TreeMap<>(a);
    b.forEach((word, count) -> sum.merge(word, count, Long::sum));
    return sum;
  }

  /// Counts as the records of one shard go by; for one thread.
  public static final class Counter {
    private long products;
    private long rejects;
    private long review;
    private long changes;
    private final SortedMap<String, Long> rejectsByReason = new TreeMap<>();
    private final SortedMap<String, Long> reviewByReason = new TreeMap<>();
    private final SortedMap<String, Long> changesByRule = new TreeMap<>();
    private final SortedMap<String, Long> changesByColumn = new TreeMap<>();
    private final SortedMap<String, Long> categoriesBySource = new TreeMap<>();
    private final SortedMap<String, Long> categoriesByStatus = new TreeMap<>();

    public void count(Reject reject) {
      rejects++;
      add(rejectsByReason, reject.reason().word());
    }

    public void count(Product product) {
      products++;
      product.changes().forEach(this::count);
      if (!product.reviewReasons().isEmpty()) {
        review++;
        product.reviewReasons().forEach(reason -> add(reviewByReason, reason));
      }
      if (!product.categorySource().isEmpty()) {
        add(categoriesBySource, product.categorySource());
      }
      if (!product.categoryStatus().isEmpty()) {
        add(categoriesByStatus, product.categoryStatus());
      }
    }

    public void count(Change change) {
      changes++;
      add(changesByColumn, change.column());
      for (String rule : change.rule().split("\\+", -1)) {
        add(changesByRule, rule);
      }
    }

    /// Counts a reason that came to light when the product was counted already.
    ///
    /// @param first whether the product had none before
    public void countLate(String reviewReason, boolean first) {
      review += first ? 1 : 0;
      add(reviewByReason, reviewReason);
    }

    public Tally tally() {
      return new Tally(
          products,
          rejects,
          review,
          changes,
          rejectsByReason,
          reviewByReason,
          changesByRule,
          changesByColumn,
          categoriesBySource,
          categoriesByStatus);
    }

    private static void add(SortedMap<String, Long> counts, String word) {
      counts.merge(word, 1L, Long::sum);
    }
  }
}
