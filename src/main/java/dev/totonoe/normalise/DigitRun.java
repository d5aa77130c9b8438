package dev.totonoe.normalise;

import java.math.BigDecimal;
import java.util.Optional;

/// Digits with the marks that group them and stand before their decimals: `1,280`, `1 234 567.89`,
/// `6、544`, `39,1`, `二〇二四`, `〇・〇八`, `21点2`.
///
/// @param value 0 unless good
/// @param end the place behind it
/// @param kanji how many of its digits are kanji, leading zeros not counted; 0 where any is ASCII
/// @param good whether its marks stand where they may
record DigitRun(BigDecimal value, int end, int kanji, boolean good) {
  /// Longer runs are no numbers.
  private static final int DIGITS_MAX = 100;

  private static final int GROUP = 3;

  /// @param text with ASCII digits and U+0020 as its only space
  static Optional<DigitRun> at(String text, int at, DecimalMark mark) {
    boolean starts = isDigit(text, at) || isPoint(text, at) && isAsciiDigit(text, at + 1);
    return starts ? Optional.of(new Reader(text, at, mark).run()) : Optional.empty();
  }

  /// The decimals of a number whose whole part ends in a kanji that multiplies: `・七一` in `二百・七一`.
  static Optional<DigitRun> decimalsAt(String text, int at, DecimalMark mark) {
    Reader reader = new Reader(text, at, mark);
    return reader.decimalFollowsGroups() ? Optional.of(reader.run()) : Optional.empty();
  }

  /// More than one kanji digit: before 千, `二三` means two or three.
  boolean severalKanji() {
    return kanji > 1 && value.scale() == 0;
  }

  /// Two neighbours in kanji: before 万, `四五` means four or five.
  boolean isRough() {
    int two = kanji == 2 && value.scale() == 0 ? value.intValueExact() : 0;
    return two > 11 && two % 10 == two / 10 + 1;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && Numeral.digit(text.charAt(at)) >= 0;
  }

  private static boolean isAsciiDigit(String text, int at) {
    return isDigit(text, at) && text.charAt(at) < 0x80;
  }

  private static boolean isPoint(String text, int at) {
    return at < text.length() && text.charAt(at) == '.';
  }

  private static final class Reader {
    private final String text;
    private final DecimalMark mark;
    private final StringBuilder digits = new StringBuilder();
    private int place;
    private boolean ascii;
    private boolean good = true;

    Reader(String text, int at, DecimalMark mark) {
      this.text = text;
      this.place = at;
      this.mark = mark;
    }

    DigitRun run() {
      int first = take();
      int groups = groups(first);
      if (groups == 0 && decimalFollows(first) || groups > 0 && decimalFollowsGroups()) {
        place++;
        digits.append('.');
        take();
      }
      good &= !strayMarkFollows() && digits.length() <= DIGITS_MAX;
      BigDecimal value = good ? new BigDecimal(digits.toString()) : BigDecimal.ZERO;
      int kanji = ascii ? 0 : value.precision();
      return new DigitRun(value, place, kanji, good);
    }

    /// Takes the digits that follow and returns their number.
    private int take() {
      int from = place;
      for (; isDigit(text, place); place++) {
        ascii |= text.charAt(place) < 0x80;
        if (digits.length() <= DIGITS_MAX) {
          digits.append((char) ('0' + Numeral.digit(text.charAt(place))));
        }
      }
      return place - from;
    }

    /// Takes the groups of three that follow one to three digits; all have the same mark.
    private int groups(int first) {
      int groups = 0;
      if (first == 0 || first > GROUP || digits.charAt(0) == '0' || !groupFollows(place)) {
        return 0;
      }
      char separator = text.charAt(place);
      while (groupFollows(place) && text.charAt(place) == separator) {
        place++;
        take();
        groups++;
      }
      return groups;
    }

    private boolean groupFollows(int at) {
      if (at >= text.length() || !groups(text.charAt(at))) {
        return false;
      }
      for (int i = 1; i <= GROUP; i++) {
        if (!isDigit(text, at + i) || text.charAt(at) == ' ' && !isAsciiDigit(text, at + i)) {
          return false;
        }
      }
      return !isDigit(text, at + GROUP + 1);
    }

    private boolean groups(char c) {
      return c == ' ' || (mark == DecimalMark.COMMA ? c == '.' : isComma(c));
    }

    private static boolean isComma(char c) {
      return c == ',' || c == '、' || c == '､';
    }

    private boolean decimalFollows(int first) {
      return decimalFollowsGroups()
          || isDigit(text, place + 1)
              && switch (mark) {
                case POINT -> false;
                // 0,123 and 39,1 and 1234,567: none of them groups thousands.
                case EITHER ->
                    text.charAt(place) == ','
                        && first > 0
                        && (first == 1 || digits.charAt(0) != '0');
                case COMMA -> text.charAt(place) == '.';
              };
    }

    private boolean decimalFollowsGroups() {
      if (place >= text.length() || !isDigit(text, place + 1)) {
        return false;
      }
      char c = text.charAt(place);
      boolean kanjiFollows = !isAsciiDigit(text, place + 1);
      return c == '点'
          || c == '・' && kanjiFollows && !ascii
          || c == (mark == DecimalMark.COMMA ? ',' : '.');
    }

    /// A mark with a digit behind it that is neither of a group nor of decimals.
    private boolean strayMarkFollows() {
      if (place >= text.length() || !isDigit(text, place + 1)) {
        return false;
      }
      char c = text.charAt(place);
      return c == '.' || isComma(c);
    }
  }
}
