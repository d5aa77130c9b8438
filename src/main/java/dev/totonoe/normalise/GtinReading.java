package dev.totonoe.normalise;

import java.util.Set;

/// What a unified cell says about a GTIN.
///
/// @param digits the GTIN, empty unless valid
/// @param kind `GTIN-8`, `GTIN-12`, `GTIN-13`, `GTIN-14`, `ISBN-13` or `in-store`, empty unless
///   valid
/// @param status `valid`, `invalid`, or `none` for a cell without a code
///
///   13 digits with a leading zero are a GTIN-12, as GS1 has it. In-store codes are valid but mean
///   something only in one shop: prefixes 02, 04 and 20–29, for GTIN-8 0 and 2.
///
///   Source: GS1 General Specifications, sections 1.4 and 7.9.
record GtinReading(String digits, String kind, String status) {
  /// How lists write that a product has no code.
  private static final Set<String> ABSENT = Set.of("", "-", "なし", "無し", "無", "未定", "N/A");

  private static final GtinReading NONE = new GtinReading("", "", "none");
  private static final GtinReading INVALID = new GtinReading("", "", "invalid");

  static GtinReading of(String unified) {
    if (ABSENT.contains(unified)) {
      return NONE;
    }
    boolean canonicalLength =
        unified.length() == 8 || unified.length() == 13 || unified.length() == 14;
    return canonicalLength && checks(unified)
        ? new GtinReading(unified, kindOf(unified), "valid")
        : INVALID;
  }

  private static String kindOf(String digits) {
    int prefix = Integer.parseInt(digits.substring(0, 3));
    return switch (digits.length()) {
      case 8 -> digits.startsWith("0") || digits.startsWith("2") ? "in-store" : "GTIN-8";
      case 14 -> "GTIN-14";
      default -> {
        if (isInStore(prefix)) {
          yield "in-store";
        }
        boolean book = prefix == 978 || prefix == 979 && digits.charAt(3) != '0'; // 9790: music
        yield book ? "ISBN-13" : prefix < 100 ? "GTIN-12" : "GTIN-13";
      }
    };
  }

  private static boolean isInStore(int prefix) {
    return prefix >= 20 && prefix <= 29
        || prefix >= 40 && prefix <= 49
        || prefix >= 200 && prefix <= 299;
  }

  /// Whether the text is ASCII digits, not all zero, of which the last is the check digit.
  static boolean checks(String digits) {
    int sum = 0;
    boolean zero = true;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return false;
      }
      zero &= digit == 0;
      int fromRight = digits.length() - 1 - i;
      sum += fromRight % 2 == 1 ? 3 * digit : digit;
    }
    return !zero && sum % 10 == 0;
  }
}
