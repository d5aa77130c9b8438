package dev.totonoe.normalise;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;

/// A day, week, month or year, as ISO 8601 writes it.
///
/// @param iso `2024-04-01`, `2024-W14`, `2024-04`, `2024`
/// @param first its first day
/// @param last its last day
record IsoPeriod(String iso, LocalDate first, LocalDate last) {
  /// ISO 8601-1 leaves earlier years to mutual agreement: the Gregorian calendar began in 1582.
  static final int YEAR_MIN = 1583;

  static final int YEAR_MAX = 9999;

  private static final String BUSINESS_YEAR = "年度";

  static IsoPeriod day(LocalDate day) {
    return new IsoPeriod(day.toString(), day, day);
  }

  /// @return empty where the calendar has no such day
  static Optional<IsoPeriod> day(int year, int month, int day) {
    try {
      return inRange(year) ? Optional.of(day(LocalDate.of(year, month, day))) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<IsoPeriod> lastDay(int year, int month) {
    return month(year, month).map(found -> day(found.last));
  }

  static Optional<IsoPeriod> month(int year, int month) {
    if (!inRange(year) || month < 1 || month > 12) {
      return Optional.empty();
    }
    YearMonth found = YearMonth.of(year, month);
    return Optional.of(new IsoPeriod(found.toString(), found.atDay(1), found.atEndOfMonth()));
  }

  static Optional<IsoPeriod> year(int year) {
    return inRange(year)
        ? Optional.of(
            new IsoPeriod(
                Integer.toString(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
        : Optional.empty();
  }

  /// A Japanese business year: April to March.
  static Optional<IsoPeriod> businessYear(int year) {
    return inRange(year) && inRange(year + 1)
        ? Optional.of(
            new IsoPeriod(
                year + BUSINESS_YEAR, LocalDate.of(year, 4, 1), LocalDate.of(year + 1, 3, 31)))
        : Optional.empty();
  }

  static Optional<IsoPeriod> week(int year, int week) {
    // The fourth of January is in week 1.
    if (!inRange(year) || week < 1) {
      return Optional.empty();
    }
    LocalDate inWeekOne = LocalDate.of(year, 1, 4);
    if (week > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inWeekOne).getMaximum()) {
      return Optional.empty();
    }
    LocalDate monday = inWeekOne.with(DayOfWeek.MONDAY).plusWeeks(week - 1);
    return Optional.of(
        new IsoPeriod("%04d-W%02d".formatted(year, week), monday, monday.plusDays(6)));
  }

  private static boolean inRange(int year) {
    return year >= YEAR_MIN && year <= YEAR_MAX;
  }

  boolean isDay() {
    return first.equals(last);
  }

  boolean isMonth() {
    return iso.length() == 7;
  }

  boolean isYear() {
    return iso.length() == 4;
  }

  boolean isBusinessYear() {
    return iso.endsWith(BUSINESS_YEAR);
  }

  boolean isBefore(IsoPeriod other) {
    return first.isBefore(other.first)
        || first.equals(other.first) && isDay() && iso.compareTo(other.iso) < 0;
  }

  /// @param time as ISO 8601 has it behind the day, with its `T`; may be empty
  IsoPeriod at(String time) {
    return time.isEmpty() ? this : new IsoPeriod(iso + time, first, last);
  }
}
