package dev.totonoe.normalise;

import java.math.BigDecimal;

/// Writes kanji numerals in dates as digits: `六` → `6`, `三十一` → `31`, `二〇二四` → `2024`.
final class KanjiNumber {
  private static final String NUMERALS = "〇一二三四五六七八九十";
  private static final BigDecimal VALUE_MAX = BigDecimal.valueOf(99);

  private KanjiNumber() {}

  /// The text with every run of kanji numerals up to 99, or digit by digit, as ASCII digits; a run
  /// that is no such number stays.
  static String toDigits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && NUMERALS.indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      if (end == i) {
        out.append(text.charAt(i++));
      } else {
        out.append(number(text.substring(i, end)));
        i = end;
      }
    }
    return out.toString();
  }

  private static String number(String run) {
    if (run.indexOf('十') < 0) {
      StringBuilder digits = new StringBuilder();
      run.chars().forEach(c -> digits.append(Numeral.digit((char) c)));
      return digits.toString();
    }
    return NumberReading.of(run)
        .filter(value -> value.compareTo(VALUE_MAX) <= 0)
        .map(BigDecimal::toPlainString)
        .orElse(run);
  }
}
