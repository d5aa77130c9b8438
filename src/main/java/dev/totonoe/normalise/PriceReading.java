package dev.totonoe.normalise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a cell says about a price: one, or one with and one without consumption tax.
///
/// | cell | prices | status |
/// |---|---|---|
/// | `1,280円(税込1,382円)` | 1280 without tax, 1382 with | exact |
/// | `通常1,980円 特価1,480円` | 1480 | exact |
/// | `298円(100g当り149円)` | 298 | exact |
/// | `100g当り149円` | | per unit |
/// | `1,280円～`, `398円/よりどり2パック750円` | | ambiguous |
/// | `オープン価格` | | none |
///
/// @param status what could be read
/// @param prices those that are asked now, in the order of the cell; empty unless [Status#EXACT]
/// @param currency ISO 4217; empty where the cell's sign stands for several (`$`)
/// @param unified the cell in its unified spelling; as it came where it has none
record PriceReading(Status status, List<Price> prices, String currency, String unified) {
  /// How much the cell says.
  enum Status {
    /// One price, or one with and one without tax.
    EXACT,
    /// Nothing is offered: empty, `-`, open price.
    NONE,
    /// Zero, which price lists write for "not yet known" as well as for "free".
    ZERO,
    /// Several prices, or a number with two readings such as `1.980`.
    AMBIGUOUS,
    /// Two prices of which one has tax, but the other fits neither rate.
    TAX_MISMATCH,
    /// A price for a measure or a piece: `100g当り298円`.
    PER_UNIT,
    /// None of the known forms.
    UNREADABLE
  }

  /// Whether the consumption tax is in the price.
  enum Tax {
    INCLUDED,
    EXCLUDED,
    UNKNOWN;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Which price of a product a number is.
  enum Role {
    /// What is asked now.
    OFFER,
    /// What was asked before or is recommended: `定価`.
    LIST,
    /// What the shop pays.
    COST,
    /// Of a measure or piece.
    PER_UNIT,
    /// The tax alone.
    TAX
  }

  /// @param amount in the currency's main unit
  /// @param tax as the cell states it or, beside a price with the other tax, as it follows
  /// @param bare whether it stands without a currency
  record Price(BigDecimal amount, Tax tax, boolean bare) {
    Price {
      amount = new BigDecimal(plain(amount));
    }
  }

  /// Japan's rates since October 2019: reduced and standard.
  private static final List<BigDecimal> RATES =
      List.of(new BigDecimal("1.08"), new BigDecimal("1.10"));

  PriceReading {
    prices = List.copyOf(prices);
  }

  /// Reads a cell whose text is unified, in a column and profile that say nothing.
  static PriceReading of(String text) {
    return PriceColumn.PLAIN.read(text);
  }

  static PriceReading failed(Status status, String text) {
    return new PriceReading(status, List.of(), "", text);
  }

  /// The price with the given tax.
  Optional<BigDecimal> amount(Tax tax) {
    return prices.stream().filter(price -> price.tax() == tax).map(Price::amount).findFirst();
  }

  /// Whether both prices, if there are two, fit each other.
  boolean taxFits() {
    return amount(Tax.INCLUDED)
        .flatMap(with -> amount(Tax.EXCLUDED).map(without -> taxFits(with, without, currency)))
        .orElse(true);
  }

  /// Whether a price with tax can belong to the one without. In yen it is that at 8 % or 10 %,
  /// exact or rounded in any direction; other countries' rates are not known here, so that it only
  /// has to be no less.
  static boolean taxFits(BigDecimal with, BigDecimal without, String currency) {
    return currency.equals("JPY")
        ? RATES.stream().map(without::multiply).anyMatch(exact -> isRounded(with, exact))
        : with.compareTo(without) >= 0;
  }

  private static boolean isRounded(BigDecimal price, BigDecimal exact) {
    for (int decimals : new int[] {0, 2}) {
      boolean between =
          price.compareTo(exact.setScale(decimals, RoundingMode.FLOOR)) == 0
              || price.compareTo(exact.setScale(decimals, RoundingMode.CEILING)) == 0;
      if (between) {
        return true;
      }
    }
    return price.compareTo(exact) == 0;
  }

  /// Without exponent, thousands separators and trailing zeros.
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
