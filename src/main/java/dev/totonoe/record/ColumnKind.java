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
  /// A colour: `ブラック`, `BK`, `くろ`.
  COLOUR,
  /// What is counted when the product is sold: `ケース`, `CS`, `個`.
  UNIT,
  /// Yes or no: `有`, `×`, `対象外`.
  YES_NO,
  /// One of the words of a table in the dictionary bundle; the profile names the table.
  LIST,
  /// A telephone or fax number.
  PHONE,
  /// A Japanese postal code.
  POSTAL_CODE,
  /// An address in the web.
  URL,
  /// An e-mail address.
  EMAIL,
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
