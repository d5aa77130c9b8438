package dev.totonoe.normalise;

import dev.totonoe.record.Choice;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import java.util.Objects;

/// How a column's dates are written where a cell alone does not say it.
///
/// @param heading the column's heading: a cell may repeat it as a label (`発売日:2024/4/1`)
/// @param order of the numbers in `24/4/1` and `4/1/2024`
/// @param centuryFrom the year that two digits count from: 1970 makes 1970 of `70` and 2069 of
///   `69`; used only where an order is chosen
/// @param serial what `45383` counts days from
record DateChoices(String heading, Order order, int centuryFrom, Serial serial) {
  /// The order of year, month and day.
  enum Order {
    /// Not known: a date is read only if no more than one order gives a day of the calendar.
    UNKNOWN,
    YMD,
    MDY,
    DMY
  }

  /// What a spreadsheet's day number counts from.
  enum Serial {
    /// Numbers are no days.
    NONE,
    /// 1 is 1900-01-01, and 60 a 1900-02-29 that the calendar does not have.
    FROM_1900,
    /// 0 is 1904-01-01.
    FROM_1904
  }

  static final int CENTURY_FROM = 1970;
  private static final int CENTURY_FROM_MIN = 1583;
  private static final int CENTURY_FROM_MAX = 9900;

  DateChoices {
    Objects.requireNonNull(heading);
    Objects.requireNonNull(order);
    Objects.requireNonNull(serial);
    if (centuryFrom < CENTURY_FROM_MIN || centuryFrom > CENTURY_FROM_MAX) {
      throw new IllegalArgumentException(
          "centuryFrom: expected %d to %d but found %d"
              .formatted(CENTURY_FROM_MIN, CENTURY_FROM_MAX, centuryFrom));
    }
  }

  /// What is known of a column.
  static DateChoices of(Column column) {
    if (column.kind() != ColumnKind.DATE) {
      return under(column.name());
    }
    return new DateChoices(
        column.name(),
        switch (column.choices().of(Choice.DATE_ORDER)) {
          case "ymd" -> Order.YMD;
          case "mdy" -> Order.MDY;
          case "dmy" -> Order.DMY;
          default -> Order.UNKNOWN;
        },
        Integer.parseInt(column.choices().of(Choice.DATE_CENTURY)),
        switch (column.choices().of(Choice.DATE_SERIAL)) {
          case "1900" -> Serial.FROM_1900;
          case "1904" -> Serial.FROM_1904;
          default -> Serial.NONE;
        });
  }

  /// Nothing is known but the heading.
  static DateChoices under(String heading) {
    return new DateChoices(heading, Order.UNKNOWN, CENTURY_FROM, Serial.NONE);
  }

  DateChoices with(Order other) {
    return new DateChoices(heading, other, centuryFrom, serial);
  }

  DateChoices with(Serial other) {
    return new DateChoices(heading, order, centuryFrom, other);
  }

  /// The year that two digits stand for.
  int year(int twoDigits) {
    return centuryFrom + Math.floorMod(twoDigits - centuryFrom, 100);
  }
}
