package dev.totonoe.normalise;

import dev.totonoe.normalise.DateReading.Status;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date at the start of a text, in the order year, month, day and with its whole year: of four
/// digits, or of an era.
///
/// @param status [Status#EXACT] with a period; another one without
/// @param period the days that the date covers
/// @param rest what follows the date
record LeadingDate(Status status, Optional<IsoPeriod> period, String rest) {
  private static final String YEAR =
      "(?:(?:西暦 ?)?(?<year>[0-9]{4})|(?<era>" + Era.NAMES + ")[ .]?(?<yearOfEra>[0-9]{1,3}|元))";
  private static final String YEAR_END = " ?(?:年の?[ /.-]?|[-/.,・]) ?";
  private static final String MONTH_END = " ?(?:月の?[ /.-]?|[-/.,・]) ?";

  private static final Pattern DAY =
      Pattern.compile(
          YEAR
              + YEAR_END
              + "(?<month>[0-9]{1,2})"
              + MONTH_END
              + "(?<day>[0-9]{1,2})(?: ?日(?!曜)|(?![0-9]))");
  private static final Pattern EDGE_OF_MONTH =
      Pattern.compile(
          YEAR + YEAR_END + "(?<month>[0-9]{1,2})(?: ?月の?|[-/.])? ?(?:(?<last>末日|晦日|みそか)|朔日|ついたち)");
  private static final Pattern EDGE_OF_YEAR =
      Pattern.compile(YEAR + " ?(?:年の?)? ?(?:(?<last>大晦日|大みそか)|元日|元旦)");
  private static final Pattern MONTH =
      Pattern.compile(YEAR + " ?(?:年の?[ /.-]?|[-/.]) ?(?<month>[0-9]{1,2})(?: ?月(?!曜))?(?![0-9Q])");
  private static final Pattern BUSINESS_YEAR = Pattern.compile(YEAR + " ?年度");
  private static final Pattern YEAR_ALONE = Pattern.compile(YEAR + "(?:(?<kanji> ?年)|(?![0-9]))");

  private static final Pattern COMPACT =
      Pattern.compile(
          "(?<year>(?:1[89]|2[01])[0-9]{2}|9999)(?<month>[0-9]{2})(?<day>[0-9]{2})"
              + "(?:T?(?<hour>[0-9]{2})(?<minute>[0-9]{2})(?<second>[0-9]{2})?)?(?![0-9])");
  private static final Pattern COMPACT_IN_ERA =
      Pattern.compile(
          "(?<era>"
              + Era.NAMES
              + ")[ .]?(?<yearOfEra>[0-9]{2})(?<month>[0-9]{2})(?<day>[0-9]{2})(?![0-9])");

  /// Six digits whose third and fourth are no month: they can only be a year and a month.
  private static final Pattern COMPACT_MONTH =
      Pattern.compile("(?<year>(?:19|20)(?:1[3-9]|[2-9][0-9]))(?<month>[0-9]{2})(?![0-9])");

  private static final Pattern WEEK =
      Pattern.compile("(?<year>[0-9]{4})-?W(?<week>[0-9]{2})(?:-?(?<day>[1-7]))?(?![0-9])");

  /// As registers write it: `2024年(令和6年)4月1日`, `令和6(2024)/4/1`.
  private static final Pattern BOTH_YEARS =
      Pattern.compile(
          YEAR
              + " ?年? ?[(\\[] ?(?:(?<eraToo>"
              + Era.NAMES
              + ")[ .]?(?<yearOfEraToo>[0-9]{1,3}|元)|(?:西暦 ?)?(?<yearToo>[0-9]{4})) ?年? ?[)\\]] ?年?");

  /// @param text with ASCII digits only
  /// @return empty where the text does not begin with a date
  static Optional<LeadingDate> of(String text) {
    if (text.indexOf('(') < 0 && text.indexOf('[') < 0) {
      return ofOneYear(text);
    }
    Matcher both = BOTH_YEARS.matcher(text);
    return both.lookingAt() ? ofBothYears(both, text) : ofOneYear(text);
  }

  private static Optional<LeadingDate> ofBothYears(Matcher both, String text) {
    boolean eraFirst = both.group("era") != null;
    if (eraFirst == (both.group("eraToo") != null)) {
      return Optional.empty();
    }
    String era = both.group(eraFirst ? "era" : "eraToo");
    String yearOfEra = both.group(eraFirst ? "yearOfEra" : "yearOfEraToo");
    int western = Integer.parseInt(both.group(eraFirst ? "yearToo" : "year"));
    String rest = text.substring(both.end());
    String after = rest.matches("[-/.].*") ? rest.substring(1) : rest;
    Optional<LeadingDate> date = ofOneYear(era + yearOfEra + "年" + after);
    return Era.of(era).western(yearOfEra(yearOfEra)) == western
        ? date
        : date.map(other -> failed(Status.AMBIGUOUS, other.rest));
  }

  private static Optional<LeadingDate> ofOneYear(String text) {
    return day(DAY, text)
        .or(() -> compact(text))
        .or(() -> edgeOfYear(text))
        .or(() -> edgeOfMonth(text))
        .or(() -> day(COMPACT_IN_ERA, text))
        .or(() -> week(text))
        .or(() -> month(MONTH, text))
        .or(() -> month(COMPACT_MONTH, text))
        .or(() -> year(text));
  }

  private static Optional<LeadingDate> compact(String text) {
    Matcher date = COMPACT.matcher(text);
    if (!date.lookingAt()) {
      return Optional.empty();
    }
    String time =
        date.group("hour") == null
            ? ""
            : "T"
                + date.group("hour")
                + ":"
                + date.group("minute")
                + (date.group("second") == null ? "" : ":" + date.group("second"));
    Optional<IsoPeriod> day =
        IsoPeriod.day(number(date, "year"), number(date, "month"), number(date, "day"));
    return Optional.of(of(day, time + text.substring(date.end())));
  }

  private static Optional<LeadingDate> edgeOfYear(String text) {
    Matcher date = EDGE_OF_YEAR.matcher(text);
    if (!date.lookingAt()) {
      return Optional.empty();
    }
    boolean last = date.group("last") != null;
    return Optional.of(inYear(date, text, last ? 12 : 1, last ? LAST : 1));
  }

  private static Optional<LeadingDate> edgeOfMonth(String text) {
    Matcher date = EDGE_OF_MONTH.matcher(text);
    return date.lookingAt()
        ? Optional.of(
            inYear(date, text, number(date, "month"), date.group("last") != null ? LAST : 1))
        : Optional.empty();
  }

  private static Optional<LeadingDate> day(Pattern pattern, String text) {
    Matcher date = pattern.matcher(text);
    if (!date.lookingAt()) {
      return Optional.empty();
    }
    int day = number(date, "day");
    return Optional.of(
        day == 0
            ? failed(
                yearZero(date) ? Status.IMPOSSIBLE : Status.UNREADABLE, text.substring(date.end()))
            : inYear(date, text, number(date, "month"), day));
  }

  private static Optional<LeadingDate> week(String text) {
    Matcher date = WEEK.matcher(text);
    if (!date.lookingAt()) {
      return Optional.empty();
    }
    Optional<IsoPeriod> week = IsoPeriod.week(number(date, "year"), number(date, "week"));
    Optional<IsoPeriod> found =
        date.group("day") == null
            ? week
            : week.map(w -> IsoPeriod.day(w.first().with(DayOfWeek.of(number(date, "day")))));
    return Optional.of(of(found, text.substring(date.end())));
  }

  private static Optional<LeadingDate> month(Pattern pattern, String text) {
    Matcher date = pattern.matcher(text);
    return date.lookingAt()
        ? Optional.of(inYear(date, text, number(date, "month"), NONE))
        : Optional.empty();
  }

  private static Optional<LeadingDate> year(String text) {
    Matcher business = BUSINESS_YEAR.matcher(text);
    if (business.lookingAt()) {
      return Optional.of(inYear(business, text, NONE, NONE));
    }
    Matcher date = YEAR_ALONE.matcher(text);
    if (!date.lookingAt()) {
      return Optional.empty();
    }
    // R6 alone is as often a model or a size.
    boolean initial = date.group("era") != null && date.group("era").matches("[A-Za-z明大昭平令]");
    return initial && date.group("kanji") == null
        ? Optional.empty()
        : Optional.of(inYear(date, text, NONE, NONE));
  }

  /// In place of a day: the last of the month.
  private static final int LAST = 0;

  /// In place of a month or day: none is said.
  private static final int NONE = -1;

  /// The month or day as such, in a Western year or in an era.
  private static LeadingDate inYear(Matcher date, String text, int month, int day) {
    String rest = text.substring(date.end());
    boolean business = date.pattern() == BUSINESS_YEAR;
    boolean western = date.pattern() == COMPACT_MONTH || date.group("era") == null;
    if (western) {
      return of(period(number(date, "year"), month, day, business), rest);
    }
    Era era = Era.of(date.group("era"));
    int yearOfEra = yearOfEra(date.group("yearOfEra"));
    if (yearOfEra == 0) {
      return failed(Status.IMPOSSIBLE, rest);
    }
    if (era == Era.MEIJI && yearOfEra <= LunisolarMeiji.YEAR_MAX) {
      // Its months and years lie across those of the Gregorian calendar.
      return day == NONE
          ? failed(Status.VAGUE, rest)
          : of(LunisolarMeiji.day(yearOfEra, month, day).map(IsoPeriod::day), rest);
    }
    Optional<IsoPeriod> period = period(era.western(yearOfEra), month, day, business);
    boolean existed = period.filter(p -> !era.overlaps(p.first(), p.last())).isEmpty();
    return existed ? of(period, rest) : failed(Status.NEVER_EXISTED, rest);
  }

  private static Optional<IsoPeriod> period(int year, int month, int day, boolean business) {
    if (month == NONE) {
      return business ? IsoPeriod.businessYear(year) : IsoPeriod.year(year);
    }
    return switch (day) {
      case NONE -> IsoPeriod.month(year, month);
      case LAST -> IsoPeriod.lastDay(year, month);
      default -> IsoPeriod.day(year, month, day);
    };
  }

  private static boolean yearZero(Matcher date) {
    return date.group("era") != null && yearOfEra(date.group("yearOfEra")) == 0;
  }

  private static int yearOfEra(String written) {
    return written.equals("元") ? 1 : Integer.parseInt(written);
  }

  private static int number(Matcher date, String group) {
    return Integer.parseInt(date.group(group));
  }

  private static LeadingDate of(Optional<IsoPeriod> period, String rest) {
    return period.isPresent()
        ? new LeadingDate(Status.EXACT, period, rest)
        : failed(Status.UNREADABLE, rest);
  }

  static LeadingDate failed(Status status, String rest) {
    return new LeadingDate(status, Optional.empty(), rest);
  }
}
