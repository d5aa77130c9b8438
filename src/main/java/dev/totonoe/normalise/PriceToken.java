package dev.totonoe.normalise;

/// A piece of a price cell.
sealed interface PriceToken {
  /// A number as written: `1,280`, `.75`, `1万2千`.
  record Number(String written) implements PriceToken {}

  /// The sign or word of a currency.
  record Marked(CurrencyMarks.Mark mark) implements PriceToken {}

  /// A known word.
  ///
  /// @param bracketed whether it stands alone in brackets: `(税込)`
  record Worded(String word, PriceWords.Meaning meaning, boolean bracketed) implements PriceToken {}

  /// What a price is for: `100g当り`, `/kg`, `1個`.
  ///
  /// @param one whether it is one measure or piece, or a base such as 100 g; `2パック` is neither
  record Basis(boolean one) implements PriceToken {}

  /// `30%`.
  record Percent(String written) implements PriceToken {}

  /// `-` and the like.
  record Dash() implements PriceToken {}

  record Gap() implements PriceToken {}

  /// `/`, `、` and the like.
  record Separator() implements PriceToken {}

  record Open() implements PriceToken {}

  record Close() implements PriceToken {}

  /// Anything else.
  record Unknown() implements PriceToken {}
}
