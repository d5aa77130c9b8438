package dev.totonoe.normalise;

/// Writes a GTIN (JAN, EAN, UPC, ITF, ISBN) as its digits: 8, 13 or 14 of them. A UPC of 12 digits
/// and a GTIN-13 whose leading zero a spreadsheet dropped are the same number; both get the zero.
/// An ISBN-10 becomes the ISBN-13 that the book has since 2007. No other digit is ever added, and a
/// number that fails its check digit stays as it was.
///
/// | input | output |
/// |---|---|
/// | `4 901234-567894` | `4901234567894` |
/// | `JAN:4901234567894` | `4901234567894` |
/// | `="4901234567894"` | `4901234567894` |
/// | `036000291452` | `0036000291452` |
/// | `04901234567894` | `4901234567894` |
/// | `(01)14901234567891` | `14901234567891` |
/// | `4.901234567894E+12` | `4901234567894` |
/// | `4901234567894.0` | `4901234567894` |
/// | `4-10-109205-2` | `9784101092058` |
/// | `416000336108` | unchanged |
/// | `4.90123E+12` | unchanged |
/// | `490123456789` | unchanged |
/// | `1930110995` | unchanged |
/// | `4901234567894/4902102072618` | unchanged |
///
/// 12 digits that begin with 2, 4 or 97 stay even when they check: they are a shop's own UPC, or a
/// Japanese JAN or an ISBN that lost a digit. Ten bare digits stay: they are an ISBN-10 only if a
/// label, hyphens or an X say so.
///
/// Known weakness: zeros lost before a GTIN-8, or more than one before a GTIN-13, are not restored;
/// one number in ten would pass the check digit by chance. UPC-E is not spelt out.
final class GtinNormaliser implements Normaliser {
  @Override
  public String rule() {
    return "gtin";
  }

  @Override
  public String unify(String text) {
    String digits = GtinCell.digits(text).orElse("");
    if (!GtinReading.isWhole(digits)) {
      return text;
    }
    return switch (digits.length()) {
      case 12 -> isTwelve(digits) ? unpadded("00" + digits) : text;
      case 13 -> unpadded("0" + digits);
      case 14 -> unpadded(digits);
      default -> digits;
    };
  }

  private static boolean isTwelve(String digits) {
    return !digits.startsWith("2") && !digits.startsWith("4") && !digits.startsWith("97");
  }

  /// Leading zeros are padding: six of them before a GTIN-8, one before a GTIN-13.
  private static String unpadded(String fourteen) {
    return fourteen.substring(fourteen.startsWith("000000") ? 6 : fourteen.startsWith("0") ? 1 : 0);
  }
}
