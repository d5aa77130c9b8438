package dev.totonoe.normalise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The five years of Meiji before Japan took the Gregorian calendar: 明治5年12月2日 was 1872-12-31, the
/// next day 明治6年1月1日.
///
/// Source: National Astronomical Observatory of Japan, calendar tables; Cabinet proclamation no.
/// 337 of 明治5年11月9日.
final class LunisolarMeiji {
  /// The last year whose months followed the moon.
  static final int YEAR_MAX = 5;

  private static final LocalDate FIRST = LocalDate.of(1868, 1, 25);

  /// The days of the months of each year, those of leap months included.
  private static final List<int[]> MONTH_DAYS =
      List.of(
          new int[] {29, 30, 30, 29, 29, 30, 29, 29, 30, 29, 30, 30, 29},
          new int[] {30, 30, 30, 29, 29, 30, 29, 29, 30, 29, 30, 30},
          new int[] {29, 30, 30, 29, 30, 29, 30, 29, 30, 29, 29, 30, 29},
          new int[] {30, 30, 29, 30, 30, 29, 30, 29, 30, 29, 29, 30},
          new int[] {29, 30, 29, 30, 30, 29, 30, 30, 29, 30, 29, 2});

  /// By year, the month that a leap month of the same number follows; 0: none.
  private static final int[] LEAP_AFTER = {4, 0, 10, 0, 0};

  private LunisolarMeiji() {}

  /// @param year 1 to [#YEAR_MAX]
  /// @param day 0 for the month's last day
  /// @return empty where the year has no such day
  static Optional<LocalDate> day(int year, int month, int day) {
    if (month < 1 || month > 12) {
      return Optional.empty();
    }
    int leapAfter = LEAP_AFTER[year - 1];
    int index = leapAfter > 0 && month > leapAfter ? month : month - 1;
    int days = MONTH_DAYS.get(year - 1)[index];
    if (day > days) {
      return Optional.empty();
    }
    LocalDate start = FIRST;
    for (int before = 1; before < year; before++) {
      for (int monthDays : MONTH_DAYS.get(before - 1)) {
        start = start.plusDays(monthDays);
      }
    }
    for (int before = 0; before < index; before++) {
      start = start.plusDays(MONTH_DAYS.get(year - 1)[before]);
    }
    return Optional.of(start.plusDays((day == 0 ? days : day) - 1));
  }
}
