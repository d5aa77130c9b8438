package dev.totonoe.normalise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a cell says about a price: one, or one with and one without consumption tax.
///
/// @param status what could be read
/// @param prices in the order of the cell; empty unless [Status#EXACT]
/// @param currency ISO 4217; empty where the cell's sign stands for several (`$`)
record PriceReading(Status status, List<Price> prices, String currency) {
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

  /// @param amount in the currency's main unit
  /// @param tax as the cell states it or, beside a price with the other tax, as it follows
  /// @param bare whether it stands without a currency
  /// @param unified the price's unified text, such as `税込1382円`
  record Price(BigDecimal amount, Tax tax, boolean bare, String unified) {}

  private static final String TAX = "税込み?(?:価格)?|税抜き?(?:価格)?|税別|外税|内税|本体(?:価格)?|込み?|抜き?|\\+税";
  private static final String SIGN = "US\\$|USD|EUR|JPY|[$€￥\\\\]";
  private static final String UNIT = "円|JPY|(?i:yen)|USD|米ドル|ドル|EUR|ユーロ|€";
  private static final String NUMBER = "[0-9]{1,12}(?:[,.][0-9]{1,12}){0,4}";

  /// Groups of a phrase: tax before, sign, number, scale, unit, tax in brackets, tax after.
  private static final int GROUPS = 7;

  private static final Pattern ONE = Pattern.compile(phrase(" ?"));
  private static final Pattern TWO =
      Pattern.compile(phrase("") + "(?: ?[(/、,] ?| )" + phrase("") + "\\)?");
  private static final Pattern OPEN =
      Pattern.compile("[-ー―]{0,4}|(?i)open(?: ?price)?|オープン(?:価格|プライス)?|時価|未定|なし|お?問い?合わ?せ|n/a");
  private static final Pattern READABLE =
      Pattern.compile("(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,12})(?:\\.[0-9]{1,2})?");

  /// Longer cells are no prices.
  private static final int LENGTH_MAX = 80;

  /// Japan's rates since October 2019: reduced and standard.
  private static final List<BigDecimal> RATES =
      List.of(new BigDecimal("1.08"), new BigDecimal("1.10"));

  PriceReading {
    prices = List.copyOf(prices);
  }

  private static String phrase(String gap) {
    return "(?:[(\\[【]?(%s)[)\\]】]?)?[: ]{0,2}(%s)? ?(%s) ?([千万](?=円))?(%s)?(?:[-ー―]|也)?%s(?:\\((%s)\\)|(%s))?"
        .formatted(TAX, SIGN, NUMBER, UNIT, gap, TAX, TAX);
  }

  /// Reads a cell whose text is unified.
  static PriceReading of(String text) {
    if (text.length() > LENGTH_MAX) {
      return failed(Status.UNREADABLE);
    }
    if (OPEN.matcher(text).matches()) {
      return failed(Status.NONE);
    }
    Matcher one = ONE.matcher(text);
    if (one.matches()) {
      return single(one);
    }
    Matcher two = TWO.matcher(text);
    if (two.matches()) {
      return pair(two);
    }
    return failed(numbersIn(text) > 1 ? Status.AMBIGUOUS : Status.UNREADABLE);
  }

  private static PriceReading single(Matcher matcher) {
    Optional<Price> price = price(matcher, 0);
    if (price.isEmpty()) {
      return failed(Status.AMBIGUOUS);
    }
    return price.get().amount().signum() == 0
        ? failed(Status.ZERO)
        : new PriceReading(Status.EXACT, List.of(price.get()), currency(matcher, 0));
  }

  private static PriceReading pair(Matcher matcher) {
    Optional<Price> first = price(matcher, 0);
    Optional<Price> second = price(matcher, GROUPS);
    if (first.isEmpty() || second.isEmpty()) {
      return failed(Status.AMBIGUOUS);
    }
    Price a = first.get();
    Price b = second.get();
    String currency = currency(matcher, 0);
    boolean oneKind = a.tax() == b.tax();
    if (oneKind || !currency.equals(currency(matcher, GROUPS)) || a.amount().signum() == 0) {
      return failed(Status.AMBIGUOUS);
    }
    boolean bothStated = a.tax() != Tax.UNKNOWN && b.tax() != Tax.UNKNOWN;
    a = new Price(a.amount(), other(a.tax(), b.tax()), a.bare(), a.unified());
    b = new Price(b.amount(), other(b.tax(), a.tax()), b.bare(), b.unified());
    PriceReading reading = new PriceReading(Status.EXACT, List.of(a, b), currency);
    return bothStated || reading.taxFits() ? reading : failed(Status.TAX_MISMATCH);
  }

  private static Tax other(Tax stated, Tax beside) {
    if (stated != Tax.UNKNOWN) {
      return stated;
    }
    return beside == Tax.INCLUDED ? Tax.EXCLUDED : Tax.INCLUDED;
  }

  private static Optional<Price> price(Matcher matcher, int offset) {
    String number = matcher.group(offset + 3);
    Tax before = tax(matcher.group(offset + 1));
    Tax bracketed = tax(matcher.group(offset + 6));
    Tax behind = bracketed == Tax.UNKNOWN ? tax(matcher.group(offset + 7)) : bracketed;
    boolean contradicts = before != Tax.UNKNOWN && behind != Tax.UNKNOWN && before != behind;
    if (!READABLE.matcher(number).matches() || contradicts) {
      return Optional.empty();
    }
    Tax tax = before == Tax.UNKNOWN ? behind : before;
    BigDecimal amount =
        new BigDecimal(number.replace(",", "")).multiply(scale(matcher.group(offset + 4)));
    boolean bare = matcher.group(offset + 2) == null && matcher.group(offset + 5) == null;
    String prefix = tax == Tax.INCLUDED ? "税込" : tax == Tax.EXCLUDED ? "税抜" : "";
    return Optional.of(new Price(amount, tax, bare, prefix + plain(amount) + (bare ? "" : "円")));
  }

  private static BigDecimal scale(@Nullable String word) {
    return word == null
        ? BigDecimal.ONE
        : word.equals("千") ? BigDecimal.valueOf(1_000) : BigDecimal.valueOf(10_000);
  }

  static Tax tax(@Nullable String word) {
    if (word == null) {
      return Tax.UNKNOWN;
    }
    boolean included = word.contains("込") || word.contains("内税");
    boolean excluded =
        word.contains("抜")
            || word.contains("税別")
            || word.contains("外税")
            || word.contains("本体")
            || word.contains("+税");
    return included == excluded ? Tax.UNKNOWN : included ? Tax.INCLUDED : Tax.EXCLUDED;
  }

  private static String currency(Matcher matcher, int offset) {
    String sign = matcher.group(offset + 2);
    String mark = sign == null ? matcher.group(offset + 5) : sign;
    return switch (mark) {
      case null -> "JPY";
      case "US$", "USD", "米ドル" -> "USD";
      case "EUR", "€", "ユーロ" -> "EUR";
      case "$", "ドル" -> "";
      default -> "JPY";
    };
  }

  private static int numbersIn(String text) {
    int numbers = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      numbers += digit && !inside ? 1 : 0;
      inside = digit || inside && (c == ',' || c == '.');
    }
    return numbers;
  }

  /// The price with the given tax.
  Optional<BigDecimal> amount(Tax tax) {
    return prices.stream().filter(price -> price.tax() == tax).map(Price::amount).findFirst();
  }

  /// Whether both prices, if there are two, fit each other.
  boolean taxFits() {
    return amount(Tax.INCLUDED)
        .flatMap(with -> amount(Tax.EXCLUDED).map(without -> taxFits(with, without)))
        .orElse(true);
  }

  /// Whether a price with tax is the one without at 8 % or 10 %, exact or rounded to a whole number
  /// in any direction.
  static boolean taxFits(BigDecimal with, BigDecimal without) {
    return RATES.stream()
        .map(without::multiply)
        .anyMatch(
            exact ->
                with.compareTo(exact) == 0
                    || with.compareTo(exact.setScale(0, RoundingMode.FLOOR)) == 0
                    || with.compareTo(exact.setScale(0, RoundingMode.CEILING)) == 0
                    || with.compareTo(exact.setScale(2, RoundingMode.FLOOR)) == 0
                    || with.compareTo(exact.setScale(2, RoundingMode.HALF_UP)) == 0);
  }

  /// The unified cell; empty where the text has to stay as it is.
  Optional<String> unified() {
    if (status != Status.EXACT || !currency.equals("JPY")) {
      return Optional.empty();
    }
    String first = prices.getFirst().unified();
    return Optional.of(prices.size() == 1 ? first : first + "(" + prices.getLast().unified() + ")");
  }

  /// Without exponent, thousands separators and trailing zeros.
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static PriceReading failed(Status status) {
    return new PriceReading(status, List.of(), "");
  }
}
