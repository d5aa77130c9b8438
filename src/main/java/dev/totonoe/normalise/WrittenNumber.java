package dev.totonoe.normalise;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A number as a name or specification writes it.
///
/// @param value 0 unless good
/// @param good whether it has one reading and a sensible size: `1,5` has none
/// @param thousandths whether exactly three decimals stand behind a point: `1.980` may be 1,980
record WrittenNumber(BigDecimal value, boolean good, boolean thousandths) {
  private static final Pattern SHAPE =
      Pattern.compile("(?:[0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,9})(?:\\.[0-9]{1,4})?");

  /// Nine digits before the point, four behind, and their separators.
  private static final int LENGTH_MAX = 16;

  /// @param written digits, commas and points
  static WrittenNumber of(String written) {
    if (written.length() > LENGTH_MAX || !SHAPE.matcher(written).matches()) {
      return new WrittenNumber(BigDecimal.ZERO, false, false);
    }
    int point = written.indexOf('.');
    boolean thousandths = point > 0 && written.length() - point == 4 && !written.startsWith("0");
    BigDecimal stripped = new BigDecimal(written.replace(",", "")).stripTrailingZeros();
    BigDecimal value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    return new WrittenNumber(value, value.signum() > 0, thousandths);
  }
}
