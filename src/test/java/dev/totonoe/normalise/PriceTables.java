package dev.totonoe.normalise;

import dev.totonoe.normalise.CaseTable.Row;
import dev.totonoe.normalise.PriceReading.Status;
import dev.totonoe.normalise.PriceReading.Tax;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What other projects' tables of prices expect and what we read, both as `amount currency` with
/// ISO 4217 codes.
///
/// price-parser gives the currency as the text that it found. That text is looked up in our table
/// of marks; where it means several currencies (`$`), both sides have none. So these rows check
/// that the right sign is found, and [CurrencyMarksTest] what a sign means. Its hint for the
/// currency is our column's heading, and the profile names no currency.
final class PriceTables {
  static final List<CaseTable> TABLES =
      List.of(
          new CaseTable(
              "price_parser", PriceTables::foundByPriceParser, PriceTables::readBesidePriceParser),
          new CaseTable(
              "recognizers_ja_currency",
              PriceTables::foundByRecognizers,
              PriceTables::readBesideRecognizers));

  private static final PriceSettings NO_CURRENCY =
      new PriceSettings("", Tax.UNKNOWN, DecimalMark.POINT, BigDecimal.ONE);
  private static final PriceColumn AMERICAN =
      PriceColumn.named(
          "", new PriceSettings("USD", Tax.UNKNOWN, DecimalMark.POINT, BigDecimal.ONE));
  private static final Pattern ISO_CURRENCY = Pattern.compile("\"isoCurrency\": \"([A-Z]{3})\"");

  private PriceTables() {}

  private static String foundByPriceParser(Row row) {
    String amount = row.cell("amount");
    return amount.isEmpty() ? "" : said(new BigDecimal(amount), iso(row.cell("currency")));
  }

  private static String readBesidePriceParser(Row row) {
    PriceColumn column = PriceColumn.named(row.cell("currency_raw"), NO_CURRENCY);
    PriceReading reading = column.read(Chain.NAME.unify(row.cell("price_raw")));
    String zero =
        said(BigDecimal.ZERO, iso(row.cell("currency"))); // a price of 0 has no currency with us
    return reading.status() == Status.ZERO ? zero : said(reading);
  }

  private static String iso(String mark) {
    return mark.isEmpty()
        ? ""
        : CurrencyMarks.in(Chain.NAME.unify(mark)).stream()
            .reduce((one, other) -> one.and(other).orElse(one))
            .map(found -> found.code(""))
            .orElse(mark);
  }

  private static String foundByRecognizers(Row row) {
    String value = row.cell("first_value");
    return value.isEmpty() ? "" : said(new BigDecimal(value), isoOf(row));
  }

  /// Empty where the table names a unit of several countries, such as Pound.
  private static String isoOf(Row row) {
    Matcher iso = ISO_CURRENCY.matcher(row.cell("results_json"));
    return iso.find() ? iso.group(1) : "";
  }

  /// In that table ドル is the dollar of the United States: a list of which its profile says so.
  private static String readBesideRecognizers(Row row) {
    String found = row.cell("first_match");
    PriceReading reading =
        AMERICAN.read(Chain.NAME.unify(found.isEmpty() ? row.cell("input") : found));
    boolean amountOnly = isoOf(row).isEmpty() && reading.status() == Status.EXACT;
    return amountOnly ? said(reading.prices().getFirst().amount(), "") : said(reading);
  }

  private static String said(PriceReading reading) {
    return reading.status() == Status.EXACT
        ? said(reading.prices().getFirst().amount(), reading.currency())
        : "";
  }

  private static String said(BigDecimal amount, String currency) {
    return (PriceReading.plain(amount) + " " + currency).strip();
  }
}
