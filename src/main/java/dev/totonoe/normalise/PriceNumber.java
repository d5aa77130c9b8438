package dev.totonoe.normalise;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the number of a price: which of its separators groups thousands and which begins the
/// decimals.
///
/// | written | in yen | in euros |
/// |---|---|---|
/// | `1,280` | 1280 | 1280 |
/// | `1.980` | two readings | 1980 |
/// | `12,50` | two readings | 12.5 |
/// | `1.234,56`, `1'234.56`, `1 234,56` | two readings, 1234.56, two readings | 1234.56 |
/// | `1万2千`, `1.5億`, `千二百` | 12000, 150000000, 1200 | the same |
///
/// The last of two different separators begins the decimals; one that comes again groups; a single
/// one before one, two, or more than three digits begins decimals. Before exactly three digits a
/// comma groups, and a point does where the currency's countries write a decimal comma.
final class PriceNumber {
  /// No price has more; thirteen digits are a GTIN.
  private static final int WHOLE_DIGITS_MAX = 12;

  private static final Pattern PLAIN = Pattern.compile("[0-9]{1," + WHOLE_DIGITS_MAX + "}");
  private static final Pattern GROUPED =
      Pattern.compile("[0-9]{1,3}(?:([ ,.'])[0-9]{3})(?:\\1[0-9]{3}){0,3}");
  private static final Pattern LAKHS = Pattern.compile("[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}");

  /// Currencies whose countries write a decimal comma, so that a point before three digits groups.
  private static final Set<String> COMMA =
      Set.of(
          "EUR", "IDR", "VND", "BRL", "CLP", "COP", "ARS", "UYU", "PYG", "DKK", "NOK", "SEK", "ISK",
          "PLN", "CZK", "HUF", "RON", "BGN", "RSD", "TRY", "RUB", "UAH", "CRC", "BAM");

  private static final String SMALL_UNITS = "十百千";
  private static final String LARGE_UNITS = "万億兆";
  private static final String DIGITS = "〇一二三四五六七八九";

  private final DecimalMark decimal;
  private final String currency;
  private final int decimals;

  /// @param decimal the separator that begins decimals where a number leaves it open
  /// @param currency ISO 4217, or empty where it is not known
  PriceNumber(DecimalMark decimal, String currency) {
    this.decimal = decimal;
    this.currency = currency;
    this.decimals =
        currency.isEmpty()
            ? 2
            : Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }

  /// The number's one reading; empty where it has none or several.
  Optional<BigDecimal> read(String written) {
    String plain = folded(written);
    return hasUnit(plain) ? scaled(plain) : separated(plain);
  }

  private static String folded(String written) {
    String folded = written.replace('’', '\'');
    String from = "零壱弐参拾佰阡仟萬";
    String to = "〇一二三十百千千万";
    for (int i = 0; i < from.length(); i++) {
      folded = folded.replace(from.charAt(i), to.charAt(i));
    }
    return folded;
  }

  static boolean isNumeral(char c) {
    return "〇零一二三四五六七八九壱弐参十百千拾佰阡仟万億兆萬".indexOf(c) >= 0;
  }

  static boolean isUnit(char c) {
    return "十百千拾佰阡仟万億兆萬".indexOf(c) >= 0;
  }

  private static boolean hasUnit(String written) {
    return written.chars().anyMatch(c -> isUnit((char) c) || DIGITS.indexOf(c) >= 0);
  }

  private Optional<BigDecimal> separated(String written) {
    if (PLAIN.matcher(written).matches()) {
      return Optional.of(new BigDecimal(written));
    }
    int last = lastSeparator(written);
    if (last < 0) {
      return Optional.empty();
    }
    char separator = written.charAt(last);
    String head = written.substring(0, last);
    String tail = written.substring(last + 1).strip();
    boolean several = lastSeparator(head) >= 0;
    boolean groups = tail.length() == 3 && head.indexOf(separator) >= 0;
    if (groups || separator == ' ' || separator == '\'') {
      return several || separator != ' ' || mayGroupBySpace() ? grouped(written) : Optional.empty();
    }
    if (several) {
      return head.indexOf(separator) >= 0 ? lakhs(written) : decimals(head, separator, tail);
    }
    if (tail.length() == 3 && PLAIN.matcher(head).matches() && !head.startsWith("0")) {
      return thousandOrThousandth(written, head, separator, tail);
    }
    return decimals(head, separator, tail);
  }

  private Optional<BigDecimal> thousandOrThousandth(
      String written, String head, char separator, String tail) {
    boolean isDecimal = separator == (decimal == DecimalMark.COMMA ? ',' : '.');
    if (isDecimal && (decimal == DecimalMark.COMMA || decimals == 3 || head.length() > 3)) {
      return number(head, tail);
    }
    boolean grouping =
        separator == ',' ? decimals != 3 : decimal == DecimalMark.COMMA || COMMA.contains(currency);
    return grouping ? grouped(written) : Optional.empty();
  }

  /// With decimals behind the last separator.
  private Optional<BigDecimal> decimals(String head, char separator, String tail) {
    boolean comma = separator == ',';
    boolean wholeOnly = decimals == 0 && decimal == DecimalMark.POINT;
    if (comma && wholeOnly || head.isEmpty() && decimals == 0) {
      return Optional.empty();
    }
    if (head.isEmpty()) {
      return number("0", tail);
    }
    if (PLAIN.matcher(head).matches()) {
      return number(head, tail);
    }
    boolean spaced = head.indexOf(' ') >= 0;
    boolean regular = GROUPED.matcher(head).matches() && head.indexOf(separator) < 0;
    boolean indian = currency.equals("INR") && LAKHS.matcher(head).matches();
    return regular && (!spaced || mayGroupBySpace()) || indian
        ? number(head.replaceAll("[^0-9]", ""), tail)
        : Optional.empty();
  }

  private Optional<BigDecimal> lakhs(String written) {
    return currency.equals("INR") && LAKHS.matcher(written).matches()
        ? number(written.replace(",", ""), "")
        : Optional.empty();
  }

  /// In yen two numbers stand side by side more often than thousands are set off by a space.
  private boolean mayGroupBySpace() {
    return !currency.equals("JPY");
  }

  private static Optional<BigDecimal> grouped(String written) {
    return GROUPED.matcher(written).matches()
        ? number(written.replaceAll("[^0-9]", ""), "")
        : Optional.empty();
  }

  private static Optional<BigDecimal> number(String whole, String decimals) {
    boolean fits = whole.length() <= WHOLE_DIGITS_MAX && decimals.length() <= LENGTH_MAX;
    return fits && decimals.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Optional.of(new BigDecimal(decimals.isEmpty() ? whole : whole + "." + decimals))
        : Optional.empty();
  }

  private static final int LENGTH_MAX = 24;

  private static int lastSeparator(String written) {
    for (int i = written.length() - 1; i >= 0; i--) {
      if (written.charAt(i) != ' ' || !isSpaceInDecimals(written, i)) {
        if (",.' ".indexOf(written.charAt(i)) >= 0) {
          return i;
        }
      }
    }
    return -1;
  }

  /// The space of `119. 95`.
  private static boolean isSpaceInDecimals(String written, int at) {
    return at > 0 && written.charAt(at - 1) == '.';
  }

  /// With kanji that multiply. A unit stands before a smaller one; `千`, `百万` or `億` without a digit
  /// is the name of a unit more often than a price, so it has no reading.
  private Optional<BigDecimal> scaled(String written) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal section = BigDecimal.ZERO;
    int small = SMALL_UNITS.length();
    int large = LARGE_UNITS.length();
    boolean digits = false;
    int at = 0;
    while (at < written.length()) {
      int end = endOfDigits(written, at);
      Optional<BigDecimal> factor =
          end == at ? Optional.empty() : digits(written.substring(at, end));
      if (end > at && factor.isEmpty()) {
        return Optional.empty();
      }
      digits |= end > at;
      if (end == written.length()) {
        section = section.add(factor.orElseThrow());
        break;
      }
      char unit = written.charAt(end);
      int smallUnit = SMALL_UNITS.indexOf(unit);
      int largeUnit = LARGE_UNITS.indexOf(unit);
      if (smallUnit >= 0 && smallUnit < small) {
        BigDecimal times = factor.orElse(BigDecimal.ONE);
        section = section.add(times.scaleByPowerOfTen(smallUnit + 1));
        small = smallUnit;
      } else if (largeUnit >= 0 && largeUnit < large) {
        BigDecimal times = section.add(factor.orElse(BigDecimal.ZERO));
        if (times.signum() == 0) {
          return Optional.empty();
        }
        total = total.add(times.scaleByPowerOfTen(4 * (largeUnit + 1)));
        section = BigDecimal.ZERO;
        small = SMALL_UNITS.length();
        large = largeUnit;
      } else {
        return Optional.empty();
      }
      at = end + 1;
    }
    BigDecimal sum = total.add(section);
    boolean several = digits || written.chars().distinct().count() > 2 || written.equals("十");
    return several && sum.precision() - sum.scale() <= WHOLE_DIGITS_MAX
        ? Optional.of(sum)
        : Optional.empty();
  }

  private static int endOfDigits(String written, int from) {
    int end = from;
    while (end < written.length()
        && SMALL_UNITS.indexOf(written.charAt(end)) < 0
        && LARGE_UNITS.indexOf(written.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private Optional<BigDecimal> digits(String written) {
    if (DIGITS.indexOf(written.charAt(0)) < 0) {
      return separated(written.strip());
    }
    StringBuilder ascii = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      int digit = DIGITS.indexOf(written.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      ascii.append(digit);
    }
    return separated(ascii.toString());
  }
}
