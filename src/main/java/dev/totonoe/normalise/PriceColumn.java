package dev.totonoe.normalise;

import dev.totonoe.normalise.PriceReading.Price;
import dev.totonoe.normalise.PriceReading.Status;
import dev.totonoe.normalise.PriceReading.Tax;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/// What the name of a price column says of the prices in it, where the cells are silent.
///
/// @param stem the name without what it says about tax, by which `売価(税抜)` and `売価(税込)` belong
///   together
/// @param tax whether the prices include tax
/// @param scale what a bare number is a multiple of: 1000 for `価格(千円)`
/// @param currency of a bare number
record PriceColumn(String stem, Tax tax, BigDecimal scale, String currency) {
  private static final Pattern TAX_WORDS = Pattern.compile("税込み?|税抜き?|税別|外税|内税|本体|[()\\[\\]・_ ]");

  static PriceColumn named(String header) {
    String name = TextRules.NAME.unify(header);
    BigDecimal scale = BigDecimal.valueOf(name.contains("千円") ? 1_000 : 1);
    String currency =
        name.contains("USD") || name.contains("米ドル")
            ? "USD"
            : name.contains("ドル") || name.contains("$") ? "" : name.contains("EUR") ? "EUR" : "JPY";
    return new PriceColumn(
        TAX_WORDS.matcher(name).replaceAll(""), PriceReading.tax(name), scale, currency);
  }

  /// The cell's reading with the column's word where the cell has none.
  PriceReading read(String unified) {
    PriceReading reading = PriceReading.of(unified);
    if (reading.status() != Status.EXACT) {
      return reading;
    }
    boolean bare = reading.prices().stream().allMatch(Price::bare);
    List<Price> prices =
        reading.prices().stream()
            .map(
                price ->
                    new Price(
                        bare ? price.amount().multiply(scale) : price.amount(),
                        price.tax() == Tax.UNKNOWN ? tax : price.tax(),
                        price.bare(),
                        price.unified()))
            .toList();
    return new PriceReading(Status.EXACT, prices, bare ? currency : reading.currency());
  }
}
