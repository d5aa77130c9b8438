package dev.totonoe.normalise;

import dev.totonoe.normalise.PriceReading.Price;
import dev.totonoe.normalise.PriceReading.Status;
import dev.totonoe.normalise.PriceReading.Tax;
import dev.totonoe.record.Column;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a price column and the profile say of the prices in it, where the cells are
/// silent. The heading goes before the profile, the cell before both.
///
/// | heading | |
/// |---|---|
/// | `売価(税込)`, `price_incl_tax` | with tax |
/// | `本体価格`, `税抜単価` | without tax |
/// | `単価(千円)`, `価格(百円)` | bare numbers are thousands, hundreds |
/// | `価格(USD)`, `単価 €` | currency of bare numbers |
/// | `原価`, `仕入単価` | what the shop pays |
///
/// @param stem the name without what it says about tax, by which `売価(税抜)` and `売価(税込)` belong
///   together
/// @param tax whether the prices include tax
/// @param scale what a bare number is a multiple of: 1000 for `価格(千円)`
/// @param currency of a bare number, and of a sign that several currencies share; empty: unknown
/// @param decimal what begins decimals where a number leaves it open
/// @param cost whether the prices are what the shop pays, not what it takes
record PriceColumn(
    String stem, Tax tax, BigDecimal scale, String currency, DecimalMark decimal, boolean cost) {
  private static final Pattern COST = Pattern.compile("原価|仕入|仕切|卸|下代|納価|納入価|納品価|(?i:cost)");

  private static final String TAX_IN_HEADING =
      "税込み?|税抜き?|税別|外税|内税|本体|\\+(?:消費)?税|[(\\[](?:込み?|抜き?|別)[)\\]]"
          + "|(?:incl?(?:uding|uded)?|excl?(?:uding|uded)?|with(?:out)?|ex)[ _.]{0,2}(?:tax|vat|gst)"
          + "|(?:tax|vat|gst)[ _.]{0,2}(?:incl?(?:uded|usive)?|excl?(?:uded|usive)?|in|out)(?![a-z])";

  private static final Pattern TAX_WORDS = Pattern.compile(TAX_IN_HEADING);
  private static final Pattern NO_STEM = Pattern.compile(TAX_IN_HEADING + "|[()\\[\\]・_ ]");

  /// The unit of a heading: behind a bracket or a word such as `単位`, or at its end.
  private static final Pattern SCALE =
      Pattern.compile("(?:[(\\[【<:/ _]|単位)(百万|[百千万億])円|(百万|[百千万億])円(?:単位)?\\)?$");

  private static final Map<String, BigDecimal> SCALES =
      Map.of(
          "百", BigDecimal.valueOf(100),
          "千", BigDecimal.valueOf(1_000),
          "万", BigDecimal.valueOf(10_000),
          "百万", BigDecimal.valueOf(1_000_000),
          "億", BigDecimal.valueOf(100_000_000));

  /// In a column of thousands `￥12` may be twelve yen or twelve thousand; `12円` is twelve.
  private static final Pattern SIGN = Pattern.compile("[￥\\\\$€￡]");

  /// More digits than this may be a date or a code.
  private static final int PLAIN_DIGITS_MAX = 7;

  /// A column whose name says nothing.
  static final PriceColumn PLAIN = named("");

  /// A column of prices with what the profile says of it.
  static PriceColumn of(Column column) {
    return named(column.name(), PriceSettings.of(column.choices()));
  }

  static PriceColumn named(String header) {
    return named(header, PriceSettings.DEFAULT);
  }

  static PriceColumn named(String header, PriceSettings settings) {
    String name = Chain.NAME.unify(header);
    String small = name.toLowerCase(Locale.ROOT);
    Tax tax = tax(small);
    return new PriceColumn(
        NO_STEM.matcher(small).replaceAll(""),
        tax == Tax.UNKNOWN ? settings.tax() : tax,
        scale(name).orElse(settings.scale()),
        CurrencyMarks.in(name).stream()
            .findFirst()
            .map(mark -> mark.code(settings.currency()))
            .orElse(settings.currency()),
        settings.decimal(),
        COST.matcher(name).find());
  }

  /// Unknown where the heading names both.
  private static Tax tax(String heading) {
    boolean included = false;
    boolean excluded = false;
    Matcher words = TAX_WORDS.matcher(heading);
    while (words.find()) {
      String word = words.group();
      boolean out = word.matches(".*(?:抜|別|外税|本体|\\+|ex|without|out).*");
      excluded |= out;
      included |= !out;
    }
    return included == excluded ? Tax.UNKNOWN : included ? Tax.INCLUDED : Tax.EXCLUDED;
  }

  private static Optional<BigDecimal> scale(String heading) {
    Matcher matcher = SCALE.matcher(heading);
    return matcher.find()
        ? Optional.of(SCALES.get(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)))
        : Optional.empty();
  }

  /// Reads a cell whose text is unified but for the price itself.
  PriceReading read(String text) {
    return isPlain(text) ? plain(text) : readWords(text);
  }

  /// Most cells of a unified list: digits, perhaps with 円.
  private boolean isPlain(String text) {
    int length = text.length();
    int end = length > 0 && text.charAt(length - 1) == '円' ? length - 1 : length;
    if (end == 0 || end > PLAIN_DIGITS_MAX || text.charAt(0) == '0') {
      return false;
    }
    for (int i = 0; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return currency.equals("JPY") && scale.equals(BigDecimal.ONE);
  }

  private PriceReading plain(String text) {
    boolean bare = !text.endsWith("円");
    BigDecimal amount = new BigDecimal(bare ? text : text.substring(0, text.length() - 1));
    return new PriceReading(Status.EXACT, List.of(new Price(amount, tax, bare)), currency, text);
  }

  /// Whatever the cell is; the long way to what [#plain] says of a plain one.
  PriceReading readWords(String text) {
    PriceReading reading = PriceCell.read(text, currency, decimal);
    if (reading.status() != Status.EXACT) {
      return reading;
    }
    if (scale.compareTo(BigDecimal.ONE) != 0 && SIGN.matcher(text).find()) {
      return PriceReading.failed(Status.AMBIGUOUS, text);
    }
    boolean bare = reading.prices().stream().allMatch(Price::bare);
    List<Price> prices =
        reading.prices().stream()
            .map(
                price ->
                    new Price(
                        bare ? price.amount().multiply(scale) : price.amount(),
                        price.tax() == Tax.UNKNOWN ? tax : price.tax(),
                        price.bare()))
            .toList();
    return new PriceReading(Status.EXACT, prices, reading.currency(), reading.unified());
  }
}
