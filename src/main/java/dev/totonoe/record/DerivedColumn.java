package dev.totonoe.record;

import java.util.Locale;
import java.util.Optional;

/// The columns that the worker appends to `products.csv`, in their order there. When they come in
/// again as input they are recognised by these names and computed afresh.
public enum DerivedColumn {
  CONTENT_AMOUNT,
  CONTENT_UNIT,
  CONTENT_COUNT,
  CONTENT_COUNT_UNIT,
  CONTENT_TOTAL,
  CONTENT_STATUS,
  PRICE_AMOUNT,
  PRICE_CURRENCY,
  PRICE_TAX,
  PRICE_WITH_TAX,
  PRICE_WITHOUT_TAX,
  GTIN,
  GTIN_KIND,
  GTIN_STATUS,
  CATEGORY_ID,
  CATEGORY_PATH,
  CATEGORY_SCORE,
  CATEGORY_SOURCE,
  CATEGORY_STATUS,
  REVIEW_REASONS,
  SOURCE_FILE,
  SOURCE_LINE;

  /// The rule that a change of one of these columns names, when it comes in again with another
  /// value.
  public static final String RULE = "derived";

  /// The header, such as `content_amount`.
  public String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DerivedColumn> ofHeader(String header) {
    for (DerivedColumn column : values()) {
      if (column.header().equals(header)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
