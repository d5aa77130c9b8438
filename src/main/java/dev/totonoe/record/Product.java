package dev.totonoe.record;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A record that is delivered.
///
/// @param place the record
/// @param row its line in `products.csv`, with the reasons that it has by itself; those that follow
///   from other rows are found when the run is published
/// @param changes the cells that differ from the raw ones, but for `review_reasons`
/// @param reviewReasons why a person should look; empty: the row by itself gives no reason
/// @param categorySource who gave the category: `rule`, `model`, `parent`; empty: nobody
/// @param categoryStatus `accepted`, `review` or `none`; empty where the run assigns no categories
/// @param tradeItem what its GTIN names; empty: it has none that names the same thing everywhere
/// @param incomingReasons the raw cell of `review_reasons`; empty: the input has no such column
public record Product(
    Place place,
    List<String> row,
    List<Change> changes,
    List<String> reviewReasons,
    String categorySource,
    String categoryStatus,
    Optional<TradeItem> tradeItem,
    Optional<String> incomingReasons)
    implements Cleansed {
  /// Stands between two words of `review_reasons`.
  public static final String REASONS_SEPARATOR = ";";

  public Product {
    Objects.requireNonNull(place);
    row = List.copyOf(row);
    changes = List.copyOf(changes);
    reviewReasons = List.copyOf(reviewReasons);
    Objects.requireNonNull(categorySource);
    Objects.requireNonNull(categoryStatus);
    Objects.requireNonNull(tradeItem);
    Objects.requireNonNull(incomingReasons);
  }

  /// A product whose row is compared with no other, from an input without the worker's own columns.
  public Product(
      Place place,
      List<String> row,
      List<Change> changes,
      List<String> reviewReasons,
      String categorySource,
      String categoryStatus) {
    this(
        place,
        row,
        changes,
        reviewReasons,
        categorySource,
        categoryStatus,
        Optional.empty(),
        Optional.empty());
  }
}
