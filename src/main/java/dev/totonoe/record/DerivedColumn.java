package dev.totonoe.record;

import java.util.Locale;
import java.util.Optional;

/// The columns that the worker appends to `products.csv`, in their order there. When they come in
/// again as input they are recognised by these names and computed afresh.
public enum DerivedColumn {
  /// The amount of one inner piece, in base units: `350` for `350ml×24本`.
  CONTENT_AMOUNT,
  /// The base unit of the amount and the total: `g`, `ml` or `mm`.
  CONTENT_UNIT,
  /// How many inner pieces one sold unit has: `24`.
  CONTENT_COUNT,
  /// The counter of the pieces, as it is written: `本`.
  CONTENT_COUNT_UNIT,
  /// Amount times count, in base units: `8400`.
  CONTENT_TOTAL,
  /// `exact`: the text has one reading; `ambiguous`: it has several, so no figures are given;
  /// `none`: it states no content.
  CONTENT_STATUS,
  /// The first price of the row that is no cost, in the main unit of its currency.
  PRICE_AMOUNT,
  /// Its currency (ISO 4217), where the cell tells.
  PRICE_CURRENCY,
  /// Whether consumption tax is in it: `included`, `excluded` or `unknown`.
  PRICE_TAX,
  /// The price with tax, where the row states it.
  PRICE_WITH_TAX,
  /// The price without tax, where the row states it.
  PRICE_WITHOUT_TAX,
  /// The GTIN of the first such column as 8, 13 or 14 digits; empty unless valid.
  GTIN,
  /// `GTIN-8`, `GTIN-12`, `GTIN-13`, `GTIN-14`, `ISBN-13`, or `in-store` for a code that a shop
  /// gave itself.
  GTIN_KIND,
  /// `valid`, `invalid`, `ambiguous` for several codes or one with two readings, `none` where there
  /// is no code.
  GTIN_STATUS,
  /// The id of the category in the taxonomy.
  CATEGORY_ID,
  /// The names from the top of the taxonomy down to the category.
  CATEGORY_PATH,
  /// How sure the category is, from 0 to 1.
  CATEGORY_SCORE,
  /// What gave the category: `rule`, `model`, or `parent` where the model is sure of a wider
  /// category only.
  CATEGORY_SOURCE,
  /// `accepted`; `review` below the threshold; `none`: nothing gave a category.
  CATEGORY_STATUS,
  /// Where a person may want to choose: the model's likeliest categories, at most three, each an
  /// id, a space and a score with two decimals, joined by `|`: `130101 0.52|130102 0.31|140205
  /// 0.04`. Empty where a rule or the model was sure of one category; there for `parent`, which is
  /// sure of a wider one.
  CATEGORY_CANDIDATES,
  /// What decided: a rule as its kind and pattern (`keyword カレールウ`, `gtin 4901`, `name …`), with
  /// what else it asked for (`keyword ゼリー + maker …`); `model`; where nothing gave a category `no
  /// rule` (and there is no model) or `no word` (the model has none to go by). Behind it the veto
  /// but for which it would be another one: `model, veto phrase ガム`; alone where it left nothing.
  CATEGORY_REASON,
  /// Why a person should look at the row, as words joined by `;`; empty: no need.
  REVIEW_REASONS,
  /// The input file that the row came from first.
  SOURCE_FILE,
  /// The line on which it starts there, from 1.
  SOURCE_LINE;

  /// The rule that a change of one of these columns names, when it comes in again with another
  /// value.
  public static final String RULE = "derived";

  /// The heading of the last column of `review.csv`, behind those of `products.csv`: empty, for a
  /// person to fill in. Where such a file comes in as input the column is the user's like any
  /// other.
  public static final String CORRECTION = "correct_category";

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
