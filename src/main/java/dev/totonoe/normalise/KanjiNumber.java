package dev.totonoe.normalise;

/// Writes kanji numerals in dates as digits: `六` → `6`, `三十一` → `31`, `廿八` → `28`, `二〇二四` → `2024`,
/// `二千二十四` → `2024`.
final class KanjiNumber {
  /// By value; then the forms that resist forgery; then ○ U+25CB and ◯ U+25EF, which many type for
  /// 〇 U+3007.
  private static final String DIGITS = "〇一二三四五六七八九";

  private static final String OTHER_DIGITS = "零壱弐参";
  private static final String CIRCLES = "○◯";
  private static final String UNITS = "十拾百千廿卅";

  private KanjiNumber() {}

  /// The text with every run of kanji numerals below 10,000, or digit by digit, as ASCII digits. A
  /// run that is no such number stays, as does one of zeros alone: `〇年` is a gap to fill in.
  static String toDigits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && isNumeral(text.charAt(end))) {
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

  private static boolean isNumeral(char c) {
    return digit(c) >= 0 || UNITS.indexOf(c) >= 0;
  }

  private static int digit(char c) {
    int digit = Math.max(DIGITS.indexOf(c), OTHER_DIGITS.indexOf(c));
    return digit < 0 && CIRCLES.indexOf(c) >= 0 ? 0 : digit;
  }

  private static String number(String run) {
    boolean positional = run.chars().allMatch(c -> digit((char) c) >= 0);
    if (!positional) {
      int value = value(run);
      return value < 0 ? run : Integer.toString(value);
    }
    StringBuilder digits = new StringBuilder();
    run.chars().forEach(c -> digits.append(digit((char) c)));
    return digits.toString().replace("0", "").isEmpty() ? run : digits.toString();
  }

  /// @return the value of a run with units, in which each unit is smaller than the one before; -1
  ///   for any other run
  private static int value(String run) {
    int value = 0;
    int open = 0;
    int unitBefore = 10_000;
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      if (digit(c) >= 0) {
        if (open > 0 || digit(c) == 0) {
          return -1;
        }
        open = digit(c);
        continue;
      }
      int unit = c == '千' ? 1000 : c == '百' ? 100 : 10;
      int times = c == '廿' ? 2 : c == '卅' ? 3 : Math.max(open, 1);
      boolean timesTwice = open > 0 && (c == '廿' || c == '卅');
      if (unit >= unitBefore || timesTwice) {
        return -1;
      }
      value += times * unit;
      unitBefore = unit;
      open = 0;
    }
    return value + open;
  }
}
