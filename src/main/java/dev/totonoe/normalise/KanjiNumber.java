package dev.totonoe.normalise;

/// Writes kanji numerals in dates as digits: `六` → `6`, `三十一` → `31`, `二〇二四` → `2024`.
final class KanjiNumber {
  private static final String DIGITS = "〇一二三四五六七八九";

  private KanjiNumber() {}

  /// The text with every run of kanji numerals up to 99, or digit by digit, as ASCII digits; a run
  /// that is no such number stays.
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
    return c == '十' || DIGITS.indexOf(c) >= 0;
  }

  private static String number(String run) {
    int ten = run.indexOf('十');
    if (ten < 0) {
      StringBuilder digits = new StringBuilder();
      run.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
      return digits.toString();
    }
    boolean wellFormed = ten <= 1 && run.length() - ten <= 2 && run.lastIndexOf('十') == ten;
    if (!wellFormed) {
      return run;
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(run.charAt(0));
    int ones = ten == run.length() - 1 ? 0 : DIGITS.indexOf(run.charAt(ten + 1));
    return Integer.toString(tens * 10 + ones);
  }
}
