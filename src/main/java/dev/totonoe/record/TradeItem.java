package dev.totonoe.record;

import java.util.Objects;

/// The trade item that a product's GTIN names, and what the row says of it.
///
/// @param gtin the GTIN's 8, 13 or 14 digits, check digit included
/// @param file the file that the row came from first, as its `source_file` has it: one supplier's
///   list
/// @param description what tells products apart, in one spelling; two rows with equal texts mean
///   the same product
public record TradeItem(String gtin, String file, String description) {
  private static final int DIGITS_MAX = 14;

  public TradeItem {
    Objects.requireNonNull(gtin);
    Objects.requireNonNull(file);
    Objects.requireNonNull(description);
    if (gtin.isEmpty()
        || gtin.length() > DIGITS_MAX
        || gtin.chars().anyMatch(digit -> digit < '0' || digit > '9')) {
      throw new IllegalArgumentException("not the digits of a GTIN: " + gtin);
    }
  }
}
