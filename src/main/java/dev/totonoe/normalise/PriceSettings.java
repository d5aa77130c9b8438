package dev.totonoe.normalise;

import dev.totonoe.normalise.PriceReading.Tax;
import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/// What the profile says of a column's prices, for cells and headings that are silent.
///
/// @param currency ISO 4217 of a price without a sign, and the one that a shared sign such as `$`
///   means where it can; empty: unknown
/// @param tax whether prices include consumption tax
/// @param decimal what begins decimals where a number leaves it open: `1.234`
/// @param scale what a bare number is a multiple of: 1000 for lists in thousands
record PriceSettings(String currency, Tax tax, DecimalMark decimal, BigDecimal scale) {
  static final PriceSettings DEFAULT =
      new PriceSettings("JPY", Tax.UNKNOWN, DecimalMark.POINT, BigDecimal.ONE);

  static PriceSettings of(Choices choices) {
    String currency = choices.of(Choice.CURRENCY);
    return new PriceSettings(
        currency.equals("none") ? "" : currency,
        Tax.valueOf(choices.of(Choice.TAX).toUpperCase(Locale.ROOT)),
        DecimalMark.of(choices),
        new BigDecimal(choices.of(Choice.PRICE_UNIT)));
  }

  PriceSettings {
    if (!currency.isEmpty()) {
      Currency.getInstance(currency);
    }
    if (scale.signum() <= 0) {
      throw new IllegalArgumentException("a scale is positive: " + scale);
    }
  }
}
