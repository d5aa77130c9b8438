package dev.totonoe.normalise;

import dev.totonoe.normalise.DateChoices.Serial;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A day as spreadsheets store it: a count of days, and the time as a fraction of one.
///
/// Source: ISO/IEC 29500-1:2016, section 18.17.4.
final class SpreadsheetDay {
  private static final Pattern NUMBER =
      Pattern.compile("(?<day>[0-9]{1,5})(?<time>\\.[0-9]{1,12})?");

  private static final long DAY_SECONDS = 86_400;

  /// Lotus 1-2-3 took 1900 for a leap year, and spreadsheets since do so for its files' sake: the
  /// number of a 29 February that never was.
  private static final int NO_DAY = 60;

  private SpreadsheetDay() {}

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  /// @param text one that [#isNumber]
  /// @return the day, with its time unless that is midnight; empty for a number that is no day
  static Optional<IsoPeriod> of(String text, Serial serial) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches() || serial == Serial.NONE) {
      return Optional.empty();
    }
    int day = Integer.parseInt(number.group("day"));
    if (serial == Serial.FROM_1900 && (day == 0 || day == NO_DAY)) {
      return Optional.empty();
    }
    LocalDate zero =
        serial == Serial.FROM_1904
            ? LocalDate.of(1904, 1, 1)
            : day < NO_DAY ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    String fraction = number.group("time") == null ? "0" : "0" + number.group("time");
    // The fraction is a rounded binary number, good to less than a second.
    long seconds =
        new BigDecimal(fraction)
            .multiply(BigDecimal.valueOf(DAY_SECONDS))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    LocalDateTime moment = zero.plusDays(day).atStartOfDay().plusSeconds(seconds);
    String clock =
        "T%02d:%02d".formatted(moment.getHour(), moment.getMinute())
            + (moment.getSecond() == 0 ? "" : ":%02d".formatted(moment.getSecond()));
    boolean midnight = seconds % DAY_SECONDS == 0;
    return Optional.of(IsoPeriod.day(moment.toLocalDate()).at(midnight ? "" : clock));
  }
}
