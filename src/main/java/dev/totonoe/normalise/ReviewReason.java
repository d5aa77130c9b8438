package dev.totonoe.normalise;

import java.util.Locale;

/// Why a person should look at a record, in the order in which the words are delivered.
enum ReviewReason {
  /// The content has several readings or the text offers a choice.
  CONTENT_AMBIGUOUS,
  /// Name and specification state different contents.
  CONTENT_CONFLICT,
  /// A comma inside a price was taken for the end of a cell, so that later cells are one too far.
  CELLS_SHIFTED,
  /// Several prices in a cell, or a number with two readings.
  PRICE_AMBIGUOUS,
  /// A sign that several currencies share, such as `$`.
  PRICE_CURRENCY_UNKNOWN,
  /// A price for a measure or a piece, such as `100g当り298円`.
  PRICE_PER_UNIT,
  /// The price with tax does not follow from the price without at 8 % or 10 %.
  PRICE_TAX_MISMATCH,
  /// A price column holds something else.
  PRICE_UNREADABLE,
  /// The price is 0.
  PRICE_ZERO,
  /// A date with two readings, such as `24/4/1`.
  DATE_AMBIGUOUS,
  /// A year that product data cannot mean, such as 9999 for "no end".
  DATE_FAR,
  /// The cell says that its date is another than that of its column.
  DATE_LABEL,
  /// A day that its era did not reach.
  DATE_NEVER_EXISTED,
  /// From a date to another.
  DATE_RANGE,
  /// What may be a spreadsheet's day number.
  DATE_SERIAL,
  /// No known form of a date, or no day of the calendar.
  DATE_UNREADABLE,
  /// Part of a month or year.
  DATE_VAGUE,
  /// The weekday is not that of the date.
  DATE_WEEKDAY,
  /// A number column holds something else than one number.
  NUMBER_UNREADABLE,
  /// A measure column holds something else than one measure.
  MEASURE_UNREADABLE,
  /// A dimensions column holds something else than the lengths of sides.
  DIMENSIONS_UNREADABLE,
  /// No size that is known.
  SIZE_UNREADABLE,
  /// Several GTINs in a cell, or one with two readings.
  GTIN_AMBIGUOUS,
  /// No GTIN by length, characters or check digit.
  GTIN_INVALID,
  /// A cell that is none of the words of its column's table.
  LIST_UNKNOWN,
  /// No telephone number that is in use, or more digits than those of such numbers.
  PHONE_INVALID,
  /// No Japanese postal code.
  POSTAL_CODE_INVALID,
  /// No complete web address.
  URL_INVALID,
  /// No e-mail address.
  EMAIL_INVALID,
  /// A spreadsheet would run the cell as a formula.
  FORMULA,
  /// The user's tables feed each other in a circle; the cell stays raw.
  TABLES_UNSETTLED;

  /// The word in `review_reasons`, such as `price_ambiguous`.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
