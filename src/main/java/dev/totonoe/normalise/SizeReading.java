package dev.totonoe.normalise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The size of clothing, shoes and goods that a cell names, in one spelling.
///
/// Sizes that mean about the same are not merged: a maker's `XL` may be another's `LL`, and a
/// user's table can say so.
final class SizeReading {
  private static final int LENGTH_MAX = 40;

  private static final int NUMBER_MAX = 8;

  /// S, M, L and what is smaller and larger: `SS`, `XXL`, `3L`, `2XS`.
  private static final Pattern LETTERS =
      Pattern.compile(
          "(?:[1-9]|1[0-9])?X{1,5}[SL]|(?:[2-9]|1[0-9])[SL]|S{1,4}|M|L{1,6}|(?:LT|ML|SM)");

  /// `9号`, `7AR`, `B70`, `W32L34`, `160A`, `EU42`, `3E`.
  private static final Pattern CODES =
      Pattern.compile(
          "[0-9]{1,3}号|[0-9]{1,2}(?:A|AR|AT|AB|BR|ABR)|[A-K][5-9][05]|[A-K]1[0-2][05]|[5-9][05][A-K]|1[0-2][05][A-K]"
              + "|W[0-9]{2}(?:L[0-9]{2})?|[0-9]{2,3}[AB]|(?:US|UK|EU|JP)[0-9]{1,2}(?:\\.5)?|[2-6]E|E{1,4}"
              + "|[0-9]{2}[RSL]|F|[AB](?:10|[0-9])");

  private static final Pattern WORDS = Pattern.compile("特大|大|中|小|特小|極小|大小|普通|レギュラー|ジュニア|キッズ");

  private static final Pattern FREE = Pattern.compile("フリー|FREE");
  private static final Pattern ONE = Pattern.compile("ONE ?SIZE|ワンサイズ|ONE|O/S|OS");

  /// What may stand behind a size and says no more than that it is one.
  private static final Pattern WORD_BEHIND =
      Pattern.compile("(.+?) ?(?:サイズ|SIZE|寸)|([AB](?:10|[0-9]))[判版]");

  private static final List<String> RANGE_MARKS = List.of("～", "〜", "~", "-");

  private SizeReading() {}

  /// @return the unified size; nothing where the cell names none
  static Optional<String> of(String text) {
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    String folded = NumberReading.folded(text).strip().toUpperCase(Locale.ROOT);
    return single(folded).or(() -> range(folded)).or(() -> withOther(folded)).or(() -> sides(text));
  }

  /// Of cushions and boxes, the size is the lengths of their sides.
  private static Optional<String> sides(String text) {
    return DimensionsReading.of(text, DecimalMark.POINT)
        .filter(reading -> reading.sides().size() > 1)
        .map(reading -> reading.written(DecimalMark.POINT));
  }

  private static Optional<String> single(String text) {
    if (FREE.matcher(text).matches()) {
      return Optional.of("フリー");
    }
    if (ONE.matcher(text).matches()) {
      return Optional.of("ワンサイズ");
    }
    Matcher behind = WORD_BEHIND.matcher(text);
    String size =
        !behind.matches() ? text : behind.group(1) != null ? behind.group(1) : behind.group(2);
    boolean known =
        LETTERS.matcher(size).matches()
            || CODES.matcher(size).matches()
            || WORDS.matcher(size).matches()
            || FREE.matcher(size).matches();
    return known ? Optional.of(FREE.matcher(size).matches() ? "フリー" : size) : number(size);
  }

  /// A length, or a number whose unit is understood: `25.0cm`, `24.5`.
  private static Optional<String> number(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Numeral.at(lower, 0, DecimalMark.POINT)
        .filter(number -> number.value().signum() > 0 && number.end() <= NUMBER_MAX)
        .filter(number -> !lower.startsWith("0") || lower.startsWith("0."))
        .flatMap(
            number -> {
              String digits = NumberNormaliser.plain(number.value(), DecimalMark.POINT);
              String rest = lower.substring(number.end()).strip();
              return rest.isEmpty()
                  ? Optional.of(digits)
                  : MeasureUnits.at(rest, 0)
                      .filter(unit -> unit.end() == rest.length())
                      .map(MeasureUnits.Found::symbol)
                      .filter(List.of("cm", "mm", "in", "号")::contains)
                      .map(unit -> digits + unit);
            });
  }

  private static Optional<String> range(String text) {
    for (String mark : RANGE_MARKS) {
      int at = text.indexOf(mark);
      if (at > 0 && at + 1 < text.length()) {
        String from = text.substring(0, at).strip();
        String to = text.substring(at + 1).strip();
        return single(from).flatMap(low -> single(to).map(high -> joined(low, high)));
      }
    }
    return Optional.empty();
  }

  /// A unit that both ends have stands once: `100～110cm`.
  private static String joined(String low, String high) {
    for (String unit : List.of("cm", "mm", "in", "号")) {
      if (low.endsWith(unit) && high.endsWith(unit)) {
        return low.substring(0, low.length() - unit.length()) + "～" + high;
      }
    }
    return low + "～" + high;
  }

  /// Two ways to write one size: `M(9号)`, `L(25.0～26.0cm)`.
  private static Optional<String> withOther(String text) {
    int open = text.indexOf('(');
    if (open <= 0 || !text.endsWith(")")) {
      return Optional.empty();
    }
    String first = text.substring(0, open).strip();
    String second = text.substring(open + 1, text.length() - 1).strip();
    return plain(first).flatMap(one -> plain(second).map(other -> one + "(" + other + ")"));
  }

  private static Optional<String> plain(String text) {
    return single(text).or(() -> range(text));
  }
}
