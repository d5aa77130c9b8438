package dev.totonoe.normalise;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes a number in ASCII digits, without separators and without zeros behind the decimals.
///
/// | input | output |
/// |---|---|
/// | `1,280` | `1280` |
/// | `一億二千万` | `120000000` |
/// | `１．５０` | `1.5` |
/// | `1万2千` | `12000` |
/// | `▲300` | `-300` |
/// | `1.500` | unchanged |
/// | `39,1` | unchanged |
/// | `(10)` | unchanged |
/// | `007` | unchanged |
/// | `6/5` | unchanged |
/// | `2ダース` | unchanged |
/// | `1.2E+05` | unchanged |
///
/// A point stands before decimals; but three of them may as well be thousands (`1.234`), so they
/// are left as they are, and flagged. In a column whose decimal mark is the comma, `1.234` is 1234,
/// and the unified cell keeps the comma.
///
/// Known weakness: a zero in front (`007`) may be filling or part of a code, so it stays;
/// fractions, dozens, powers and numbers from 10^20 on are read but not rewritten.
final class NumberNormaliser implements Normaliser {
  /// More than any count or measure of a product; the kanji of larger units have other meanings:
  /// `3極` is a plug.
  static final BigDecimal VALUE_MAX = BigDecimal.TEN.pow(20);

  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?[0０〇零][0-9０-９〇零一二三四五六七八九].*");
  private static final Pattern NOTHING = Pattern.compile("[-ー―]{0,4}|なし|無し|未定|不明");

  private final DecimalMark mark;

  NumberNormaliser() {
    this(DecimalMark.POINT);
  }

  NumberNormaliser(DecimalMark mark) {
    this.mark = mark;
  }

  @Override
  public String rule() {
    return "number";
  }

  @Override
  public String unify(String text) {
    return plain(text).orElse(text);
  }

  /// Whether a unified cell is a number with one reading, or says that there is none.
  boolean isReadable(String cell) {
    return isNumber(cell) && !isAmbiguous(cell);
  }

  /// Whether a unified cell is a number in digits, or says that there is none.
  boolean isNumber(String cell) {
    return saysNothing(cell) || LEADING_ZERO.matcher(cell).matches() || plain(cell).isPresent();
  }

  /// Whether a cell is empty or a mark that stands for nothing.
  static boolean saysNothing(String cell) {
    return NOTHING.matcher(cell).matches();
  }

  private Optional<String> plain(String text) {
    return NumberReading.of(text, mark)
        .filter(reading -> reading.notation() == NumberReading.Notation.NUMERAL)
        .map(NumberReading::value)
        .filter(value -> value.abs().compareTo(VALUE_MAX) < 0)
        .filter(value -> !LEADING_ZERO.matcher(text).matches())
        .map(value -> plain(value, mark));
  }

  private boolean isAmbiguous(String cell) {
    return mark != DecimalMark.COMMA
        && NumberReading.of(cell, mark).filter(read -> mayBeThousands(read.value())).isPresent();
  }

  private static boolean mayBeThousands(BigDecimal value) {
    return value.scale() == 3
        && value.abs().compareTo(BigDecimal.ONE) >= 0
        && value.precision() <= 6;
  }

  /// The shortest digits of a value: `12.50` is `12.5`; but `1.500` stays, because it tells a
  /// person that it may be 1500.
  static String plain(BigDecimal value, DecimalMark mark) {
    String point =
        value.signum() == 0
            ? "0"
            : mayBeThousands(value)
                ? value.toPlainString()
                : value.stripTrailingZeros().toPlainString();
    return mark == DecimalMark.COMMA ? point.replace('.', ',') : point;
  }
}
