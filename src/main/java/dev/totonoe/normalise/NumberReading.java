package dev.totonoe.normalise;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.Optional;

/// The value of a cell that is a number and nothing else.
///
/// | notation | cells |
/// |---|---|
/// | numeral | `1,280`, `－１．５`, `▲300`, `一億二千万`, `1万2千`, `壱阡弐佰`, `二〇二四` |
/// | fraction | `6/5`, `1½`, `五分の一`, `3と5分の1`, `半分` |
/// | share | `5割2分` |
/// | dozen | `2ダース`, `半ダース` |
/// | power | `2^5`, `2.5の-1乗`, `1.2×10の3乗`, `-12e-1` |
///
/// A number in brackets is none: `(10)` is minus ten to an accountant and ten to a warehouse.
///
/// @param value exact, or to 34 digits where a fraction or power has no end
record NumberReading(BigDecimal value, Notation notation) {
  enum Notation {
    NUMERAL,
    FRACTION,
    SHARE,
    DOZEN,
    POWER
  }

  /// Longer cells are no numbers; the longest name of a number below 10^72 has 154 characters.
  private static final int LENGTH_MAX = 200;

  private static final int EXPONENT_MAX = 99;

  /// The exact value of a number as most cells write it, with a decimal point.
  static Optional<BigDecimal> of(String text) {
    return of(text, DecimalMark.POINT).map(NumberReading::value);
  }

  static Optional<NumberReading> of(String text, DecimalMark mark) {
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    return new Parser(folded(text).strip(), mark).whole();
  }

  /// ASCII digits and marks, U+0020 for every space, and a fraction's sign as its digits.
  static String folded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = WidthNormaliser.narrow(text.charAt(i));
      if (SpaceNormaliser.isSpaceOrBreak(c)) {
        out.append(' ');
      } else if (isMinus(c)) {
        out.append('-');
      } else if (Character.getType(c) == Character.OTHER_NUMBER && fraction(c).length() > 2) {
        out.append(FRACTION_SIGN).append(fraction(c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /// U+2064, invisible plus: stands before the digits of a fraction that was one character.
  private static final char FRACTION_SIGN = 0x2064;

  /// `1/2` for `½` U+00BD; one character for those that are no fractions.
  private static String fraction(char c) {
    String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    return parts.indexOf(0x2044) > 0 ? parts.replace((char) 0x2044, '/') : "";
  }

  /// U+2010–U+2013, U+2212, U+FE63.
  private static boolean isMinus(char c) {
    return c >= 0x2010 && c <= 0x2013 || c == 0x2212 || c == 0xFE63;
  }

  /// Goes through the text once, from left to right.
  private static final class Parser {
    private final String text;
    private final DecimalMark mark;
    private int place;

    Parser(String text, DecimalMark mark) {
      this.text = text;
      this.mark = mark;
    }

    Optional<NumberReading> whole() {
      boolean negative = sign();
      return unsigned()
          .filter(found -> place == text.length())
          .map(found -> negative ? new NumberReading(found.value.negate(), found.notation) : found);
    }

    /// Takes a sign; true where it is a minus. Triangles are accountants' minus signs.
    private boolean sign() {
      boolean negative = take("▲") || take("△") || take("マイナス");
      if (negative || take("プラス")) {
        take(" ");
        return negative;
      }
      if (take("-")) {
        return true;
      }
      take("+");
      return false;
    }

    private Optional<NumberReading> unsigned() {
      if (take("半")) {
        if (take("ダース")) {
          return read(new BigDecimal(6), Notation.DOZEN);
        }
        take("分");
        return read(new BigDecimal("0.5"), Notation.FRACTION);
      }
      if (take(String.valueOf(FRACTION_SIGN))) {
        return slash();
      }
      return numeral().flatMap(this::after);
    }

    private Optional<NumberReading> after(BigDecimal first) {
      if (place == text.length()) {
        return read(first, Notation.NUMERAL);
      }
      if (take("ダース")) {
        return read(first.multiply(BigDecimal.valueOf(12)), Notation.DOZEN);
      }
      if (take("割")) {
        return share(first);
      }
      if (take(" 分の ") || take("分の ") || take(" 分の") || take("分の")) {
        boolean negative = sign();
        return numeral().flatMap(over -> quotient(negative ? over.negate() : over, first));
      }
      if (take("/") || take("⁄")) {
        return numeral().flatMap(under -> quotient(first, under));
      }
      if (take("と") || take("また") || take("又")) {
        return plus(first);
      }
      if (take(String.valueOf(FRACTION_SIGN)) || take(" ")) {
        return properFraction().flatMap(fraction -> read(first.add(fraction), Notation.FRACTION));
      }
      return power(first);
    }

    private Optional<NumberReading> slash() {
      return numeral().flatMap(this::after);
    }

    private Optional<NumberReading> plus(BigDecimal first) {
      return numeral()
          .flatMap(this::after)
          .filter(part -> part.notation == Notation.FRACTION || part.notation == Notation.DOZEN)
          .map(part -> new NumberReading(first.add(part.value), part.notation));
    }

    /// The half of `1 1/2` and `1½`; whole numbers behind a space are none.
    private Optional<BigDecimal> properFraction() {
      return numeral()
          .flatMap(
              over ->
                  take("/") || take("⁄")
                      ? numeral().flatMap(u -> quotient(over, u))
                      : Optional.empty())
          .map(NumberReading::value)
          .filter(value -> value.compareTo(BigDecimal.ONE) < 0);
    }

    private static Optional<NumberReading> quotient(BigDecimal over, BigDecimal under) {
      return under.signum() == 0
          ? Optional.empty()
          : read(over.divide(under, MathContext.DECIMAL128), Notation.FRACTION);
    }

    /// Tenths, hundredths and thousandths: `5割2分3厘`.
    private Optional<NumberReading> share(BigDecimal tenths) {
      BigDecimal value = tenths.movePointLeft(1);
      for (int i = 0; i < 2 && place < text.length(); i++) {
        Optional<BigDecimal> digit =
            numeral().filter(n -> n.scale() <= 0 && n.compareTo(BigDecimal.TEN) < 0);
        if (digit.isEmpty()) {
          return Optional.empty();
        }
        if (i == 0 && take("分")) {
          value = value.add(digit.get().movePointLeft(2));
        } else if (take("厘")) {
          value = value.add(digit.get().movePointLeft(3));
          break;
        } else {
          return Optional.empty();
        }
      }
      return read(value, Notation.SHARE);
    }

    private Optional<NumberReading> power(BigDecimal base) {
      if (take("^")) {
        return exponent().flatMap(exponent -> power(base, exponent));
      }
      if (take("の")) {
        return exponent().filter(e -> take("乗")).flatMap(exponent -> power(base, exponent));
      }
      if (take("e") || take("E")) {
        return exponent()
            .flatMap(exponent -> read(base.scaleByPowerOfTen(exponent), Notation.POWER));
      }
      if (take("×10") || take("x10") || take("X10") || take("*10") || take("×十")) {
        return power(BigDecimal.TEN)
            .map(ten -> new NumberReading(base.multiply(ten.value), ten.notation));
      }
      return Optional.empty();
    }

    private Optional<Integer> exponent() {
      boolean negative = sign();
      return numeral()
          .map(BigDecimal::stripTrailingZeros)
          .filter(e -> e.scale() <= 0 && e.compareTo(BigDecimal.valueOf(EXPONENT_MAX)) <= 0)
          .map(e -> negative ? -e.intValueExact() : e.intValueExact());
    }

    private static Optional<NumberReading> power(BigDecimal base, int exponent) {
      if (base.signum() == 0 && exponent <= 0) {
        return Optional.empty();
      }
      BigDecimal power = base.pow(Math.abs(exponent), MathContext.DECIMAL128);
      return read(
          exponent < 0 ? BigDecimal.ONE.divide(power, MathContext.DECIMAL128) : power,
          Notation.POWER);
    }

    private static Optional<NumberReading> read(BigDecimal value, Notation notation) {
      return Optional.of(new NumberReading(value, notation));
    }

    private Optional<BigDecimal> numeral() {
      Optional<Numeral> found = Numeral.at(text, place, mark);
      found.ifPresent(numeral -> place = numeral.end());
      return found.map(Numeral::value);
    }

    private boolean take(String word) {
      if (!text.startsWith(word, place)) {
        return false;
      }
      place += word.length();
      return true;
    }
  }
}
