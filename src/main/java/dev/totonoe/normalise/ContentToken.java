package dev.totonoe.normalise;

import java.math.BigDecimal;

/// A piece of a name or specification that matters for its content.
///
/// @param number 0 unless the type has a number
/// @param word the canonical unit or counter, empty where there is none
/// @param base what the unit measures
/// @param mark what follows a measure or counter: `巻` in `800g巻`; of several suffixes the one that
///   tells of sets, else the first
/// @param start the first character, its place in the text
/// @param end the character after the last
record ContentToken(
    Type type, BigDecimal number, String word, Base base, String mark, int start, int end) {
  enum Type {
    /// `350ml`; the number is in base units.
    MEASURE,
    /// `24本`.
    COUNT,
    /// A number without a unit.
    BARE,
    /// A number with a unit that measures no content: `40度`, `286円`.
    OTHER_NUMBER,
    /// `26cm`: a size.
    SIZE,
    TIMES,
    PLUS,
    SLASH,
    /// `～`, or `-` between numbers.
    RANGE,
    OPEN,
    CLOSE,
    /// A number that has several readings.
    AMBIGUOUS,
    /// Words that offer a choice.
    CHOICE,
    WORD
  }

  /// What a measure is a measure of, with the unit that it is told in.
  enum Base {
    MASS("g"),
    VOLUME("ml"),
    LENGTH("mm"),
    NONE("");

    private final String unit;

    Base(String unit) {
      this.unit = unit;
    }

    String unit() {
      return unit;
    }
  }

  static final String SET = "セット";

  /// Whether a counter or suffix tells of whole sets: `2個セット`, `3本組`.
  static boolean isSet(String word) {
    return word.equals(SET) || word.equals("組");
  }

  /// A token without a number.
  static ContentToken of(Type type, int start, int end) {
    return new ContentToken(type, BigDecimal.ZERO, "", Base.NONE, "", start, end);
  }

  boolean isQuantity() {
    return type == Type.MEASURE || type == Type.COUNT;
  }

  ContentToken as(Type other) {
    return new ContentToken(other, number, word, base, mark, start, end);
  }
}
