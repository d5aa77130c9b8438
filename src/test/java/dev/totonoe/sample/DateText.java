package dev.totonoe.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Dates as lists carry them.
final class DateText {
  private static final LocalDate FIRST = LocalDate.of(2018, 4, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
  private static final LocalDate REIWA = LocalDate.of(2019, 5, 1);

  /// Day 0 of a spreadsheet's calendar, as it counts after its 29 February 1900.
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private DateText() {}

  static String of(Dice dice) {
    int days = (int) ChronoUnit.DAYS.between(FIRST, LAST);
    LocalDate date = FIRST.plusDays(dice.below(days));
    if (dice.chance(45)) {
      date = date.withDayOfMonth(1);
    }
    int year = date.getYear();
    int month = date.getMonthValue();
    int day = date.getDayOfMonth();
    boolean reiwa = !date.isBefore(REIWA);
    int eraYear = reiwa ? year - 2018 : year - 1988;
    int kind = dice.below(100);
    if (kind < 45) {
      return "%d/%d/%d".formatted(year, month, day);
    } else if (kind < 60) {
      return "%d%02d%02d".formatted(year, month, day);
    } else if (kind < 66) {
      return "%d-%02d-%02d".formatted(year, month, day);
    } else if (kind < 70) {
      return "%d.%02d.%02d".formatted(year, month, day);
    } else if (kind < 77) {
      return (reiwa ? "R" : "H") + "%d.%d.%d".formatted(eraYear, month, day);
    } else if (kind < 83) {
      String era = (reiwa ? "令和" : "平成") + (eraYear == 1 ? "元" : eraYear);
      return era + "年%d月%d日".formatted(month, day);
    } else if (kind < 87) {
      return Dirt.fullWidthAscii("%d年%d月%d日".formatted(year, month, day));
    } else if (kind < 91) {
      return "%d年%d月%s".formatted(year, month, dice.pick("上旬", "中旬", "下旬"));
    } else if (kind < 93) {
      return String.valueOf(ChronoUnit.DAYS.between(SERIAL_ZERO, date));
    } else if (kind < 95) {
      return "%d/%d/%d 0:00:00".formatted(year, month, day);
    }
    return dice.pick("", "", "未定", "随時");
  }
}
