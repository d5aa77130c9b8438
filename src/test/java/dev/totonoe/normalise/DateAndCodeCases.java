package dev.totonoe.normalise;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tables of other projects about dates and check digits.
final class DateAndCodeCases {
  static final List<CaseTable> TABLES =
      List.of(
          new CaseTable(
              "commons_validator_checkdigit",
              row -> row.cell("kind"),
              row -> checkDigit(row.cell("class"), row.cell("code"))),
          new CaseTable(
              "ja_timex",
              row -> isNumeral(row) ? value(row.cell("expected")) : ofTimex(row.cell("expected")),
              row -> isNumeral(row) ? number(row.cell("input")) : date(row.cell("input"))),
          new CaseTable("wareki_rb", row -> row.cell("expected"), row -> date(row.cell("input"))),
          new CaseTable(
              "era_ja",
              row -> isoDay(row.cell("date (y,m,d) or group")),
              row -> date(row.cell("expected"))),
          new CaseTable(
              "recognizers_ja_date",
              row -> ofTimex(row.cell("first_value")),
              row ->
                  date(
                      row.cell("first_match").isEmpty()
                          ? row.cell("input")
                          : row.cell("first_match"))));

  private DateAndCodeCases() {}

  private static boolean isNumeral(CaseTable.Row row) {
    return row.cell("function").equals("kansuji2number");
  }

  /// They write sign by sign what a number says; we compare what it is.
  private static String value(String digits) {
    return new BigDecimal(digits.replace("、", "").replace('・', '.')).toPlainString();
  }

  private static String number(String cell) {
    return NumberReading.of(cell).map(BigDecimal::toPlainString).orElse("");
  }

  private static String checkDigit(String test, String code) {
    boolean ten = Isbn.checksTen(code);
    boolean thirteen = GtinReading.checks(code) && code.length() == 13;
    boolean checks =
        switch (test) {
          case "EAN13CheckDigitTest" -> thirteen;
          case "ISBN10CheckDigitTest" -> ten;
          case "ISBNCheckDigitTest" -> ten || thirteen;
          default -> throw new IllegalArgumentException(test);
        };
    return checks ? "valid" : "invalid";
  }

  /// The date that a cell of a date column becomes; `open` for one of which a part is not said;
  /// empty for no date.
  private static String date(String cell) {
    DateReading reading = DateReading.of(Chain.NAME.unify(cell), DateChoices.under(""));
    return switch (reading.status()) {
      case EXACT, FAR, RANGE -> reading.written();
      case VAGUE -> reading.written().isEmpty() ? "open" : reading.written();
      case AMBIGUOUS -> "open";
      case NONE, WEEKDAY, LABEL, NEVER_EXISTED, SERIAL, UNREADABLE, IMPOSSIBLE -> "";
    };
  }

  /// A value of TIMEX3 in our words: `2021-07-XX` has a month, `XXXX-07-18` no year, `2021-SU` a
  /// season.
  private static String ofTimex(String value) {
    if (value.startsWith("XXXX")) {
      return "open";
    }
    return value
        .replaceFirst("(?:-XX)+$", "")
        .replaceFirst("^FY([0-9]{4})$", "$1年度")
        .replaceFirst("-SP$", "年春")
        .replaceFirst("-SU$", "年夏")
        .replaceFirst("-FA$", "年秋")
        .replaceFirst("-WI$", "年冬");
  }

  private static String isoDay(String commas) {
    Matcher day = Pattern.compile("([0-9]+),([0-9]+),([0-9]+).*").matcher(commas);
    return day.matches()
        ? "%04d-%02d-%02d"
            .formatted(
                Integer.parseInt(day.group(1)),
                Integer.parseInt(day.group(2)),
                Integer.parseInt(day.group(3)))
        : commas;
  }
}
