package dev.totonoe.normalise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a cell says that is a measure and nothing else: one number with its unit, or a range, with
/// the words before and behind.
///
/// @param before what stands before the first number: `約`, `最大`, `アルコール分`
/// @param parts one, or the ends of a range, or values that alternate (`50/60Hz`)
/// @param between `～` or `/`; empty where each part has its own word (`15%以上16%未満`)
record MeasureReading(String before, List<Part> parts, String between) {
  /// @param unit in its canonical spelling; never empty
  /// @param bound what stands behind it: `以上`, `未満`; empty where nothing does
  record Part(BigDecimal value, String unit, String bound) {
    private String digits(DecimalMark mark) {
      String zero = value.toPlainString();
      return value.signum() != 0
          ? NumberNormaliser.plain(value, mark)
          : mark == DecimalMark.COMMA ? zero.replace('.', ',') : zero;
    }
  }

  private static final int LENGTH_MAX = 100;

  private static final int PARTS_MAX = 4;

  /// Words that are kept before a measure.
  private static final List<String> PREFIXES =
      List.of("約", "最大", "最小", "最高", "最低", "定格", "AC", "DC", "±", "+");

  /// U+FF5E and what else joins the ends of a range.
  private static final List<String> RANGE_MARKS = List.of("～", "〜", "~", "-", "から");

  private static final List<String> BOUNDS = List.of("以上", "以下", "以内", "未満", "超", "前後", "程度", "まで");

  /// Words before a number that belong to the unit behind it.
  private static final List<String> SCALES =
      List.of("摂氏", "華氏", "時速", "毎時", "分速", "毎分", "秒速", "毎秒");

  static final String ALCOHOL = "アルコール分";

  /// How labels write the alcohol content; the longest first.
  private static final List<String> ALCOHOL_WORDS =
      List.of("アルコール度数", "アルコール分", "アルコール", "ALC", "Alc", "alc", "ABV", "Abv", "abv");

  MeasureReading {
    parts = List.copyOf(parts);
  }

  static Optional<MeasureReading> of(String text, DecimalMark mark) {
    return text.length() > LENGTH_MAX
        ? Optional.empty()
        : new Parser(folded(text).strip(), mark).whole();
  }

  /// The measure in its one spelling: `アルコール分15%以上16%未満`, `5～10℃`.
  String written(DecimalMark mark) {
    StringBuilder out = new StringBuilder(before);
    boolean oneUnit = between.isEmpty() || parts.stream().map(Part::unit).distinct().count() > 1;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean last = i == parts.size() - 1;
      out.append(i == 0 ? "" : between)
          .append(part.digits(mark))
          .append(last || oneUnit ? part.unit : "")
          .append(part.bound);
    }
    return out.toString();
  }

  /// [NumberReading#folded], and `°` U+00B0 for the characters that are typed for it: U+309C,
  /// U+FF9F, U+00BA, U+02DA.
  static String folded(String text) {
    return NumberReading.folded(text)
        .replace('゜', '°')
        .replace('ﾟ', '°')
        .replace('º', '°')
        .replace('˚', '°');
  }

  private static final class Parser {
    private final String text;
    private final DecimalMark mark;
    private final List<BigDecimal> values = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final List<String> bounds = new ArrayList<>();
    private int place;

    /// After a wave; after a hyphen, a minus would be a second hyphen.
    private boolean signMayFollow;

    Parser(String text, DecimalMark mark) {
      this.text = text;
      this.mark = mark;
    }

    Optional<MeasureReading> whole() {
      boolean alcohol = alcohol();
      String before = (alcohol ? ALCOHOL : "") + takeAny(PREFIXES).orElse("");
      takeSpaces();
      String scale = takeAny(SCALES).orElse("");
      takeSpaces();
      String between = "";
      boolean good = part(true);
      while (good && place < text.length()) {
        Optional<String> joint = joint();
        boolean first = values.size() == 1;
        good =
            joint.isPresent()
                && (first || joint.get().equals(between))
                && values.size() < PARTS_MAX
                && part(signMayFollow);
        between = joint.orElse("");
      }
      return good ? reading(before, between, scale, alcohol) : Optional.empty();
    }

    /// Takes what stands between two parts: nothing after a bound, else a range's mark or a slash.
    private Optional<String> joint() {
      takeSpaces();
      if (!bounds.getLast().isEmpty()) {
        signMayFollow = false;
        return Optional.of("");
      }
      Optional<String> joint = takeAny(RANGE_MARKS).map(range -> "～");
      signMayFollow = joint.isPresent() && text.charAt(place - 1) != '-';
      if (joint.isEmpty() && take("/")) {
        joint = Optional.of("/");
      }
      takeSpaces();
      return joint;
    }

    /// Takes a number with its unit and bound.
    private boolean part(boolean signed) {
      boolean negative = signed && (take("-") || take("▲") || take("△") || take("マイナス"));
      Optional<Numeral> number =
          Numeral.at(text, place, mark)
              .filter(found -> found.value().compareTo(NumberNormaliser.VALUE_MAX) < 0);
      if (number.isEmpty()) {
        return false;
      }
      place = number.get().end();
      values.add(negative ? number.get().value().negate() : number.get().value());
      int spaced = place < text.length() && text.charAt(place) == ' ' ? place + 1 : place;
      Optional<MeasureUnits.Found> unit = MeasureUnits.at(text, spaced);
      unit.ifPresent(found -> place = found.end());
      units.add(unit.map(MeasureUnits.Found::symbol).orElse(""));
      int behind = place;
      takeSpaces();
      Optional<String> bound = takeAny(BOUNDS);
      place = bound.isPresent() ? place : behind;
      bounds.add(bound.orElse(""));
      return true;
    }

    /// Gives parts without a unit that of the part behind them: `5～10℃`.
    private Optional<MeasureReading> reading(
        String before, String between, String scale, boolean alcohol) {
      List<Part> parts = new ArrayList<>();
      long named = units.stream().filter(word -> !word.isEmpty()).distinct().count();
      if (named > 1 && units.contains("")) {
        return Optional.empty();
      }
      String unit = "";
      for (int i = values.size() - 1; i >= 0; i--) {
        unit = units.get(i).isEmpty() ? unit : units.get(i);
        Optional<String> whole = alcohol ? ofAlcohol(unit) : scaled(scale, unit);
        if (whole.isEmpty()) {
          return Optional.empty();
        }
        parts.addFirst(new Part(values.get(i), whole.get(), bounds.get(i)));
      }
      return Optional.of(new MeasureReading(before, parts, between));
    }

    /// Degrees of alcohol are per cent by volume. Source: 酒税法, article 3.
    private static Optional<String> ofAlcohol(String unit) {
      return unit.equals("%") || unit.equals("度") || unit.equals("vol%")
          ? Optional.of("%")
          : Optional.empty();
    }

    private static Optional<String> scaled(String scale, String unit) {
      if (unit.isEmpty() || scale.isEmpty()) {
        return Optional.of(unit).filter(known -> !known.isEmpty());
      }
      String scaled =
          switch (scale) {
            case "摂氏" -> unit.equals("度") || unit.equals("℃") ? "℃" : "";
            case "華氏" -> unit.equals("度") || unit.equals("°F") ? "°F" : "";
            case "時速", "毎時" -> per(unit, "h");
            case "分速", "毎分" -> per(unit, "min");
            default -> per(unit, "s");
          };
      return Optional.of(scaled).filter(known -> !known.isEmpty());
    }

    private static String per(String unit, String time) {
      // 時速120キロ: of a speed, キロ are kilometres.
      String length = unit.equals("kg") ? "km" : unit;
      return MeasureUnits.LENGTHS_OF_SPEED.contains(length)
          ? length + "/" + time
          : unit.endsWith("/" + time) ? unit : "";
    }

    private boolean alcohol() {
      if (takeAny(ALCOHOL_WORDS).isEmpty()) {
        return false;
      }
      take(".");
      takeSpaces();
      take(":");
      takeSpaces();
      return true;
    }

    private void takeSpaces() {
      while (take(" ")) {
        // each one
      }
    }

    private Optional<String> takeAny(List<String> words) {
      return words.stream().filter(this::take).findFirst();
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
