package dev.totonoe.normalise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a GTIN (JAN, EAN, UPC, ITF, ISBN-13) as its digits: 8, 13 or 14 of them. A UPC of 12
/// digits and a GTIN-13 whose leading zero a spreadsheet dropped are the same number; both get the
/// zero. No other digit is ever added, and a number that fails its check digit stays as it was.
///
/// | input | output |
/// |---|---|
/// | `4 901234-567894` | `4901234567894` |
/// | `416000336108` | unchanged |
/// | `036000291452` | `0036000291452` |
/// | `04901234567894` | `4901234567894` |
/// | `4.901234567894E+12` | `4901234567894` |
/// | `4901234567894.0` | `4901234567894` |
/// | `4.90123E+12` | unchanged |
/// | `490123456789` | unchanged |
///
/// 12 digits that begin with 2 or 4 stay even when they check: they are a shop's own UPC or a
/// Japanese JAN that lost a digit.
///
/// Known weakness: zeros lost before a GTIN-8, or more than one before a GTIN-13, are not restored;
/// one number in ten would pass the check digit by chance.
final class GtinNormaliser implements Normaliser {
  private static final Pattern EXPONENT =
      Pattern.compile("([0-9])(?:\\.([0-9]{1,14}))?[Ee]\\+?([0-9]{1,2})");

  /// A GTIN-8 has seven digits after its first.
  private static final int LOST_EXPONENT_MIN = 7;

  @Override
  public String rule() {
    return "gtin";
  }

  @Override
  public String unify(String text) {
    String digits = digits(text);
    return switch (digits.length()) {
      case 8 -> GtinReading.checks(digits) ? digits : text;
      case 12 -> isTwelve(digits) ? unpadded("00" + digits) : text;
      case 13 -> GtinReading.checks(digits) ? unpadded("0" + digits) : text;
      case 14 -> GtinReading.checks(digits) ? unpadded(digits) : text;
      default -> text;
    };
  }

  /// Whether a spreadsheet has turned the code into a number with an exponent and lost digits of
  /// it.
  static boolean isLost(String text) {
    Matcher exponent = EXPONENT.matcher(text);
    return exponent.matches()
        && digits(text).isEmpty()
        && Integer.parseInt(exponent.group(3)) >= LOST_EXPONENT_MIN;
  }

  private static boolean isTwelve(String digits) {
    return GtinReading.checks(digits) && !digits.startsWith("2") && !digits.startsWith("4");
  }

  /// Leading zeros are padding: six of them before a GTIN-8, one before a GTIN-13.
  private static String unpadded(String fourteen) {
    return fourteen.substring(fourteen.startsWith("000000") ? 6 : fourteen.startsWith("0") ? 1 : 0);
  }

  private static String digits(String text) {
    Matcher exponent = EXPONENT.matcher(text);
    if (exponent.matches()) {
      String decimals = exponent.group(2) == null ? "" : exponent.group(2);
      boolean complete = decimals.length() == Integer.parseInt(exponent.group(3));
      return complete ? exponent.group(1) + decimals : "";
    }
    StringBuilder digits = new StringBuilder();
    // Software that took the code for a decimal number appends .0; no digit is lost.
    int end = text.endsWith(".0") ? text.length() - 2 : text.length();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c != ' ' && c != '-') {
        return "";
      }
    }
    return digits.toString();
  }
}
