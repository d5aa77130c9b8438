package dev.totonoe.normalise;

import java.util.Locale;
import java.util.Set;

/// What a unified cell says about a GTIN.
///
/// | kind | |
/// |---|---|
/// | `GTIN-8` `GTIN-13` `GTIN-14` | JAN-8, JAN-13, ITF-14 |
/// | `GTIN-12` | a UPC: 13 digits with a leading zero |
/// | `ISBN-13` `ISSN` | books and periodicals: 978 and 979 (but 9790, printed music), 977 |
/// | `in-store` | 02, 04 and 20–29, for eight digits 0 and 2: valid, but only in one shop |
/// | `coupon` | 05, 980–984 and 99: vouchers and refund receipts |
///
/// Two sorts of digits check and are no GTIN. Nobody was given the prefixes 140 to 199; Japanese
/// books carry a second barcode with 191 or 192 that tells class and price. And numbers that fill a
/// gap: one digit over and over, or seven zeros at the end, where a spreadsheet lost the digits.
///
/// @param digits the GTIN, empty unless valid
/// @param kind empty unless valid
/// @param status whether there is a code, one code, and a whole one
///
///   Source: GS1 General Specifications, sections 1.4 (prefixes), 2.1 and 7.9 (check digit); Japan
///   Publishing Organization for Information Infrastructure Development on book codes.
record GtinReading(String digits, String kind, Status status) {
  /// What became of the code.
  enum Status {
    VALID,
    /// No code that was given to a product.
    INVALID,
    /// Several codes, or eight digits that are also a UPC-E.
    AMBIGUOUS,
    /// None is stated.
    NONE;

    /// The word in `gtin_status`, such as `valid`.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How lists write that a product has no code.
  private static final Set<String> ABSENT =
      Set.of(
          "", "-", "--", "―", "ー", "0", "なし", "無し", "無", "未定", "未登録", "未取得", "該当なし", "JANなし",
          "JAN無し", "N/A", "n/a", "#N/A", "NULL", "null");

  static final String IN_STORE = "in-store";

  private static final GtinReading NONE = new GtinReading("", "", Status.NONE);
  private static final GtinReading INVALID = new GtinReading("", "", Status.INVALID);
  private static final GtinReading AMBIGUOUS = new GtinReading("", "", Status.AMBIGUOUS);

  private static final String LOST_DIGITS = "0000000";

  static GtinReading of(String unified) {
    if (ABSENT.contains(unified)) {
      return NONE;
    }
    boolean canonicalLength =
        unified.length() == 8 || unified.length() == 13 || unified.length() == 14;
    if (canonicalLength && isGtin(unified)) {
      return unified.length() == 8 && isUpcE(unified)
          ? AMBIGUOUS
          : new GtinReading(unified, kindOf(unified), Status.VALID);
    }
    return GtinCell.isSeveral(unified) ? AMBIGUOUS : INVALID;
  }

  private static String kindOf(String digits) {
    int prefix = prefix(digits);
    if (digits.length() == 8) {
      return prefix < 100 || isBetween(prefix, 200, 299) ? IN_STORE : "GTIN-8";
    }
    boolean inStore =
        isBetween(prefix, 20, 29) || isBetween(prefix, 40, 49) || isBetween(prefix, 200, 299);
    if (inStore) {
      return IN_STORE;
    }
    if (digits.length() == 14) {
      return "GTIN-14";
    }
    boolean coupon = isBetween(prefix, 50, 59) || isBetween(prefix, 980, 984) || prefix >= 990;
    boolean book = prefix == 978 || prefix == 979 && digits.charAt(3) != '0';
    return coupon
        ? "coupon"
        : book ? "ISBN-13" : prefix == 977 ? "ISSN" : prefix < 100 ? "GTIN-12" : "GTIN-13";
  }

  /// The GS1 prefix; behind the indicator of a GTIN-14.
  private static int prefix(String digits) {
    int start = digits.length() == 14 ? 1 : 0;
    return Integer.parseInt(digits, start, start + 3, 10);
  }

  private static boolean isBetween(int prefix, int min, int max) {
    return prefix >= min && prefix <= max;
  }

  /// Whether the text has a GTIN's length, digits and check digit, and can have been given to a
  /// product.
  static boolean isWhole(String digits) {
    return switch (digits.length()) {
      case 8, 12, 13, 14 -> isGtin(digits);
      default -> false;
    };
  }

  /// As [#isWhole], for a text of a GTIN's length.
  static boolean isGtin(String digits) {
    if (!checks(digits)) {
      return false;
    }
    boolean unassigned = digits.length() > 12 && isBetween(prefix(digits), 140, 199);
    boolean lost = digits.length() > 12 && digits.endsWith(LOST_DIGITS);
    return !unassigned && !lost && !isFiller(digits);
  }

  private static boolean isFiller(String digits) {
    char first = digits.charAt(0);
    return digits.chars().limit(digits.length() - 1L).allMatch(c -> c == first);
  }

  /// Whether the text is ASCII digits, not all zero, of which the last is the check digit.
  static boolean checks(String digits) {
    boolean zero = true;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
      zero &= c == '0';
    }
    int last = digits.length() - 1;
    return !zero && checkDigit(digits.substring(0, last)) == digits.charAt(last) - '0';
  }

  /// The check digit for the ASCII digits before it.
  static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      sum += (digits.length() - i) % 2 == 1 ? 3 * digit : digit;
    }
    return (10 - sum % 10) % 10;
  }

  /// Whether eight digits are a UPC-E as well, the short form of a UPC that begins with 0: its six
  /// middle digits stand for ten, and its last is the check digit of the UPC so spelt out.
  private static boolean isUpcE(String digits) {
    if (digits.charAt(0) != '0') {
      return false;
    }
    String six = digits.substring(1, 7);
    char way = six.charAt(5);
    String ten =
        switch (way) {
          case '0', '1', '2' -> six.substring(0, 2) + way + "0000" + six.substring(2, 5);
          case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
          case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
          default -> six.substring(0, 5) + "0000" + way;
        };
    return checks(digits.charAt(0) + ten + digits.charAt(7));
  }
}
