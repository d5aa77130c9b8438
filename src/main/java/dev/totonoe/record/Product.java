package dev.totonoe.record;

import java.util.List;
import java.util.Objects;

/// A record that is delivered.
///
/// @param place the record
/// @param row its line in `products.csv`
/// @param changes the cells that differ from the raw ones
/// @param reviewReasons why a person should look; empty: no need
/// @param categorySource who gave the category: `rule`, `model`, `parent`; empty: nobody
/// @param categoryStatus `accepted`, `review` or `none`; empty where the run assigns no categories
public record Product(
    Place place,
    List<String> row,
    List<Change> changes,
    List<String> reviewReasons,
    String categorySource,
    String categoryStatus)
    implements Cleansed {
  public Product {
    Objects.requireNonNull(place);
    row = List.copyOf(row);
    changes = List.copyOf(changes);
    reviewReasons = List.copyOf(reviewReasons);
    Objects.requireNonNull(categorySource);
    Objects.requireNonNull(categoryStatus);
  }
}
