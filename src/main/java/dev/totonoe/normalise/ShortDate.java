package dev.totonoe.normalise;

import dev.totonoe.normalise.DateChoices.Order;
import dev.totonoe.normalise.DateReading.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date at the start of a text that leaves open the order of its numbers, its century or its
/// year: `24/4/1`, `4/1/2024`, `240401`, `4月1日`.
///
/// With no order chosen, a date whose year has four digits is read where only one order gives a
/// day, or all the same one: `4/13/2024`. With one chosen, no other is tried.
final class ShortDate {
  private static final String YEAR_END = " ?(?:年の?[ /.-]?|[-/.,]) ?";
  private static final String MONTH_END = " ?(?:月の?[ /.-]?|[-/.,]) ?";
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(?<a>[0-9]{1,2}) ?[-/.,] ?(?<b>[0-9]{1,2}) ?[-/.,] ?(?<year>[0-9]{4})(?![0-9])");
  private static final Pattern THREE =
      Pattern.compile(
          "['’]?(?<a>[0-9]{1,2})"
              + YEAR_END
              + "(?<b>[0-9]{1,2})"
              + MONTH_END
              + "(?<c>[0-9]{1,2})(?: ?日(?!曜)|(?![0-9]))");
  private static final Pattern SIX =
      Pattern.compile("(?<a>[0-9]{2})(?<b>[0-9]{2})(?<c>[0-9]{2})(?![0-9])");
  private static final Pattern TWO =
      Pattern.compile(
          "['’]?(?<a>[0-9]{1,2}) ?(?<mark>[-/.年月])の? ?(?<b>[0-9]{1,2})(?: ?[日月](?!曜)|(?![0-9]))");

  private ShortDate() {}

  static Optional<LeadingDate> of(String text, DateChoices choices) {
    return yearLast(text, choices).or(() -> three(text, choices)).or(() -> two(text));
  }

  private static Optional<LeadingDate> yearLast(String text, DateChoices choices) {
    Matcher date = YEAR_LAST.matcher(text);
    if (!date.lookingAt()) {
      return Optional.empty();
    }
    int year = number(date, "year");
    Set<IsoPeriod> days = new LinkedHashSet<>();
    if (choices.order() != Order.DMY) {
      IsoPeriod.day(year, number(date, "a"), number(date, "b")).ifPresent(days::add);
    }
    if (choices.order() != Order.MDY) {
      IsoPeriod.day(year, number(date, "b"), number(date, "a")).ifPresent(days::add);
    }
    return Optional.of(only(days, text.substring(date.end())));
  }

  private static Optional<LeadingDate> three(String text, DateChoices choices) {
    Matcher date = THREE.matcher(text);
    Matcher six = SIX.matcher(text);
    boolean compact = !date.lookingAt();
    if (compact && !six.lookingAt()) {
      return Optional.empty();
    }
    Matcher found = compact ? six : date;
    String rest = text.substring(found.end());
    int a = number(found, "a");
    int b = number(found, "b");
    int c = number(found, "c");
    boolean marked = !compact && found.group().indexOf('年') > 0;
    List<Order> orders =
        marked
            ? List.of(Order.YMD)
            : choices.order() == Order.UNKNOWN
                ? List.of(Order.YMD, Order.MDY, Order.DMY)
                : List.of(choices.order());
    Set<IsoPeriod> days = new LinkedHashSet<>();
    for (Order order : orders) {
      day(order, a, b, c, choices).ifPresent(days::add);
    }
    if (compact) {
      // 201204 is as well the December or the April of another year.
      IsoPeriod.month(a * 100 + b, c)
          .filter(month -> month.first().getYear() >= COMPACT_YEAR_MIN)
          .filter(month -> month.first().getYear() <= COMPACT_YEAR_MAX)
          .ifPresent(days::add);
    }
    LeadingDate only = only(days, rest);
    // The century stays open as long as the profile says nothing about such dates.
    boolean open = choices.order() == Order.UNKNOWN && only.status() == Status.EXACT;
    return Optional.of(open ? LeadingDate.failed(Status.AMBIGUOUS, rest) : only);
  }

  private static final int COMPACT_YEAR_MIN = 1900;
  private static final int COMPACT_YEAR_MAX = 2099;

  private static Optional<IsoPeriod> day(Order order, int a, int b, int c, DateChoices choices) {
    return switch (order) {
      case YMD, UNKNOWN -> IsoPeriod.day(choices.year(a), b, c);
      case MDY -> IsoPeriod.day(choices.year(c), a, b);
      case DMY -> IsoPeriod.day(choices.year(c), b, a);
    };
  }

  /// A month and a day, or a year and a month: never read, but told from what can be neither.
  private static Optional<LeadingDate> two(String text) {
    Matcher date = TWO.matcher(text);
    if (!date.lookingAt()) {
      return Optional.empty();
    }
    int leapYear = 2000;
    int a = number(date, "a");
    int b = number(date, "b");
    List<Optional<IsoPeriod>> readings = new ArrayList<>();
    readings.add(IsoPeriod.day(leapYear, a, b));
    if (!date.group("mark").equals("月")) {
      readings.add(IsoPeriod.day(leapYear, b, a));
      readings.add(IsoPeriod.month(leapYear + a, b));
      readings.add(IsoPeriod.month(leapYear + b, a));
    }
    boolean any = readings.stream().anyMatch(Optional::isPresent);
    return Optional.of(
        LeadingDate.failed(any ? Status.AMBIGUOUS : Status.UNREADABLE, text.substring(date.end())));
  }

  private static LeadingDate only(Set<IsoPeriod> periods, String rest) {
    return switch (periods.size()) {
      case 0 -> LeadingDate.failed(Status.UNREADABLE, rest);
      case 1 -> new LeadingDate(Status.EXACT, Optional.of(periods.iterator().next()), rest);
      default -> LeadingDate.failed(Status.AMBIGUOUS, rest);
    };
  }

  private static int number(Matcher date, String group) {
    return Integer.parseInt(date.group(group));
  }
}
