package dev.totonoe.normalise;

import java.math.BigDecimal;
import java.util.Optional;

/// A number in digits, kanji or both, without sign: `1,280`, `二〇二四`, `一億二千万`, `1万2千`, `1.5億`.
///
/// Kanji multiply what stands before them and must descend, and nothing behind one may reach into
/// its last written digit: `1.5億250.32千` is a number; `億万`, `一万二万` and `1.5千五百` are none. Several
/// kanji digits before 十, 百 or 千 (`二三千`) and two neighbours before 万 and above (`四五万`) mean "two or
/// three": no number either.
///
/// @param value never negative
/// @param end the place behind it
record Numeral(BigDecimal value, int end) {
  /// By value: index 0 is zero. Columns are spellings, the last ones of legal documents (大字).
  private static final String[] DIGITS = {
    "〇零○", "一壱壹弌", "二弐貳貮弍", "三参參弎", "四肆", "五伍", "六陸", "七漆柒質", "八捌", "九玖"
  };

  /// 10, 100 and 1000.
  private static final String[] SMALL = {"十拾什", "百佰陌", "千仟阡"};

  /// 20, 30 and 40.
  private static final String[] TENS = {"廿", "卅丗", "卌"};

  /// 10,000 and each the ten thousandfold of the one before. Source: 塵劫記 (1631).
  private static final String[][] LARGE = {
    {"万", "萬"},
    {"億"},
    {"兆"},
    {"京"},
    {"垓"},
    {"𥝱", "秭", "杼"},
    {"穣"},
    {"溝"},
    {"澗"},
    {"正"},
    {"載"},
    {"極"},
    {"恒河沙"},
    {"阿僧祇"},
    {"那由他", "那由多"},
    {"不可思議"},
    {"無量大数"}
  };

  /// More than 10^68 times ten thousand, the largest number there is a word for.
  private static final BigDecimal UNLIMITED = BigDecimal.ONE.scaleByPowerOfTen(1000);

  /// The longest number that starts at a place.
  ///
  /// @param text with ASCII digits and U+0020 as its only space
  /// @return nothing where none starts, and where one starts that is malformed: `200,00,000`
  static Optional<Numeral> at(String text, int at, DecimalMark mark) {
    return new Scanner(text, at, mark).numeral();
  }

  /// The value of a digit in ASCII or kanji; -1 for any other character.
  static int digit(char c) {
    if (c < 0x80) {
      return c >= '0' && c <= '9' ? c - '0' : -1;
    }
    return indexOf(DIGITS, c);
  }

  private static int indexOf(String[] spellings, char c) {
    for (int i = 0; i < spellings.length; i++) {
      if (spellings[i].indexOf(c) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /// Reads from left to right: a run of digits waits for the kanji that multiplies it.
  private static final class Scanner {
    private final String text;
    private final DecimalMark mark;
    private int place;
    private boolean malformed;
    private boolean anything;

    /// What 万 and above have closed, and what the rest must stay below.
    private BigDecimal total = BigDecimal.ZERO;

    private BigDecimal limit = UNLIMITED;

    /// What 十, 百 and 千 have added up since then, and what the rest must stay below.
    private BigDecimal section = BigDecimal.ZERO;

    private BigDecimal sectionLimit = UNLIMITED;

    private Optional<DigitRun> waiting = Optional.empty();

    Scanner(String text, int at, DecimalMark mark) {
      this.text = text;
      this.place = at;
      this.mark = mark;
    }

    Optional<Numeral> numeral() {
      while (!malformed && step()) {
        anything = true;
      }
      if (malformed || !anything) {
        return Optional.empty();
      }
      BigDecimal rest = closedSection();
      malformed |= rest.compareTo(limit) >= 0;
      return malformed ? Optional.empty() : Optional.of(new Numeral(total.add(rest), place));
    }

    /// Takes one run of digits or one kanji that multiplies; false at the number's end.
    private boolean step() {
      int next = place;
      boolean spaced = next < text.length() && text.charAt(next) == ' ' && anything;
      if (spaced) {
        next++;
      }
      if (next >= text.length()) {
        return false;
      }
      char c = text.charAt(next);
      int small = indexOf(SMALL, c);
      int tens = indexOf(TENS, c);
      if (small >= 0 || tens >= 0) {
        place = next + 1;
        multiplyDigit(small >= 0 ? BigDecimal.TEN.pow(small + 1) : BigDecimal.TEN, tens + 2);
        return true;
      }
      for (int i = 0; i < LARGE.length; i++) {
        for (String word : LARGE[i]) {
          if (text.startsWith(word, next)) {
            place = next + word.length();
            multiplySection(BigDecimal.ONE.scaleByPowerOfTen(4 * (i + 1)));
            return true;
          }
        }
      }
      return waiting.isEmpty() && waitFor(next);
    }

    private boolean waitFor(int next) {
      Optional<DigitRun> run = DigitRun.at(text, next, mark);
      if (run.isEmpty() && anything) {
        run = DigitRun.decimalsAt(text, next, mark);
      }
      run.ifPresent(
          found -> {
            malformed |= !found.good();
            place = found.end();
          });
      waiting = run;
      return run.isPresent();
    }

    /// @param tens 2, 3 or 4 for 廿, 卅 and 卌, which take no digit; 1 for 十, 百 and 千
    private void multiplyDigit(BigDecimal unit, int tens) {
      boolean severalKanji = waiting.isPresent() && waiting.get().severalKanji();
      BigDecimal times = waiting.map(DigitRun::value).orElse(BigDecimal.valueOf(tens));
      malformed |= severalKanji || times.signum() == 0 || tens > 1 && waiting.isPresent();
      BigDecimal product = times.multiply(unit);
      malformed |= product.compareTo(sectionLimit) >= 0;
      section = section.add(product);
      sectionLimit = unit.scaleByPowerOfTen(-scale());
      waiting = Optional.empty();
    }

    private void multiplySection(BigDecimal unit) {
      malformed |= waiting.isPresent() && waiting.get().isRough();
      int scale = scale();
      BigDecimal product = closedSection().multiply(unit);
      malformed |= product.signum() == 0 || product.compareTo(limit) >= 0;
      total = total.add(product);
      limit = unit.scaleByPowerOfTen(-scale);
      section = BigDecimal.ZERO;
      sectionLimit = UNLIMITED;
      waiting = Optional.empty();
    }

    private BigDecimal closedSection() {
      BigDecimal ones = waiting.map(DigitRun::value).orElse(BigDecimal.ZERO);
      malformed |= ones.compareTo(sectionLimit) >= 0;
      return section.add(ones);
    }

    private int scale() {
      return waiting.map(run -> run.value().scale()).orElse(0);
    }
  }
}
