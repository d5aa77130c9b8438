package dev.totonoe.record;

import java.util.Locale;
import java.util.Optional;

/// What a column holds, and so which normalisers its cells go through.
public enum ColumnKind {
  /// The product's name, as the supplier writes it.
  NAME,
  /// Free text: descriptions, notes.
  TEXT,
  /// A code that must not be touched beyond width and spaces: supplier's item numbers, shelf codes.
  CODE,
  /// GTIN, JAN, EAN, UPC, ISBN-13, ITF.
  GTIN,
  /// What one sold unit contains: `350ml×24本`.
  CONTENT,
  /// A price.
  PRICE,
  /// A calendar date.
  DATE,
  /// A plain number: stock, lot, pieces.
  NUMBER,
  /// A number with its unit: weight, power, temperature, alcohol content.
  MEASURE,
  /// The lengths of a thing's sides: `W60×D40×H30cm`.
  DIMENSIONS,
  /// The size of clothing and goods: `L`, `25cm`, `9号`.
  SIZE,
  /// The maker or brand.
  MAKER,
  /// The category that the source gave.
  CATEGORY,
  /// Delivered as it came, byte for byte.
  KEEP;

  /// The word used in profiles, such as `name`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ColumnKind> ofWord(String word) {
    for (ColumnKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
