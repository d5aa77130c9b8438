package dev.totonoe.normalise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a cell says about a date.
///
/// @param status what could be read
/// @param iso `2024-04-01`, `2024-04` or `2024`; empty unless [Status#EXACT]
record DateReading(Status status, String iso) {
  /// How much the cell says.
  enum Status {
    /// A day, month or year.
    EXACT,
    /// Nothing.
    NONE,
    /// Part of a month or year: `2024年4月上旬`.
    VAGUE,
    /// A day that its era did not reach: `平成33年4月1日`.
    NEVER_EXISTED,
    /// Two readings, such as `24/4/1`.
    AMBIGUOUS,
    /// What may be a spreadsheet's day number, such as `45383`.
    SERIAL,
    /// None of the known forms, or a day that no calendar has.
    UNREADABLE,
    /// Year 0 of an era: it cannot exist and cannot be meant.
    IMPOSSIBLE
  }

  /// The modern eras by first and last day.
  ///
  /// Source: cabinet orders on the era names; Meiji from 1873, when the Gregorian calendar began.
  private enum Era {
    MEIJI("明治", "明", "M", "㍾", 1867, LocalDate.of(1873, 1, 1), LocalDate.of(1912, 7, 30)),
    TAISHO("大正", "大", "T", "㍽", 1911, LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 25)),
    SHOWA("昭和", "昭", "S", "㍼", 1925, LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
    HEISEI("平成", "平", "H", "㍻", 1988, LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
    REIWA("令和", "令", "R", "㋿", 2018, LocalDate.of(2019, 5, 1), LocalDate.MAX);

    private final Set<String> names;
    private final int yearBefore;
    private final LocalDate first;
    private final LocalDate last;

    Era(
        String name,
        String initial,
        String letter,
        String square,
        int yearBefore,
        LocalDate first,
        LocalDate last) {
      this.names = Set.of(name, initial, letter, square);
      this.yearBefore = yearBefore;
      this.first = first;
      this.last = last;
    }

    static Era of(String name) {
      for (Era era : values()) {
        if (era.names.contains(name) || era.names.contains(name.toUpperCase(Locale.ROOT))) {
          return era;
        }
      }
      throw new IllegalArgumentException(name);
    }

    boolean overlaps(LocalDate from, LocalDate to) {
      return !to.isBefore(first) && !from.isAfter(last);
    }
  }

  private static final String ERA = "(明治|大正|昭和|平成|令和|[明大昭平令㍾㍽㍼㍻㋿]|[MTSHRmtshr])";
  private static final String TAIL =
      "(?: ?\\([月火水木金土日](?:曜日?)?\\)| ?[月火水木金土日]曜日?)?(?:[T ]0?0:00(?::00(?:\\.0{1,9})?)?)?";
  private static final String DAY_IN_YEAR = "([/.\\-年]) ?([0-9]{1,2}) ?(?:\\2|月) ?([0-9]{1,2})日?";
  private static final Pattern DAY = Pattern.compile("(?:西暦)?([0-9]{4}) ?" + DAY_IN_YEAR + TAIL);
  private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
  private static final Pattern MONTH =
      Pattern.compile("(?:西暦)?([0-9]{4}) ?([/.\\-年]) ?([0-9]{1,2})月?");
  private static final Pattern YEAR = Pattern.compile("(?:西暦)?([0-9]{4})年?");
  private static final Pattern ERA_DAY =
      Pattern.compile(
          ERA + " ?([0-9]{1,2}|元) ?([/.\\-・年]) ?([0-9]{1,2}) ?(?:\\3|月) ?([0-9]{1,2})日?" + TAIL);
  private static final Pattern ERA_MONTH =
      Pattern.compile(ERA + " ?([0-9]{1,2}|元) ?([/.\\-年]) ?([0-9]{1,2})月?");
  private static final Pattern ERA_YEAR = Pattern.compile(ERA + " ?([0-9]{1,2}|元)年");
  private static final Pattern VAGUE =
      Pattern.compile(
          ".*[0-9年月日/] ?(?:上旬|中旬|下旬|初旬|初め|頃|ころ|ごろ|以降|以後|以前|末|末日|前半|後半|半ば|春|夏|秋|冬|予定|から|より|まで|[～~]).*");
  private static final Pattern TWO_DIGIT =
      Pattern.compile("[0-9]{6}|[0-9]{1,2}[/.\\-年月][0-9]{1,2}日?(?:[/.\\-月][0-9]{1,4}日?)?");
  private static final Pattern SERIAL = Pattern.compile("[2-6][0-9]{4}(?:\\.[0-9]{1,12})?");
  private static final Pattern NOTHING = Pattern.compile("[-ー―]{0,4}|未定|なし|不明|随時|通年");

  private static final int YEAR_MIN = 1868;
  private static final int YEAR_MAX = 2199;

  /// Longer cells are no dates.
  private static final int LENGTH_MAX = 40;

  /// Reads a cell whose text is unified.
  static DateReading of(String text) {
    if (text.length() > LENGTH_MAX) {
      return failed(Status.UNREADABLE);
    }
    if (NOTHING.matcher(text).matches()) {
      return failed(Status.NONE);
    }
    String digits = KanjiNumber.toDigits(text);
    return ofYear(digits).or(() -> ofEra(digits)).orElseGet(() -> ofRest(digits));
  }

  private static Optional<DateReading> ofYear(String text) {
    for (Pattern pattern : new Pattern[] {DAY, COMPACT, MONTH, YEAR}) {
      Matcher date = pattern.matcher(text);
      if (date.matches()) {
        int year = Integer.parseInt(date.group(1));
        int groups = date.groupCount();
        String month =
            pattern == YEAR ? "" : pattern == MONTH ? date.group(3) : date.group(groups - 1);
        String day = pattern == DAY || pattern == COMPACT ? date.group(groups) : "";
        return Optional.of(exact(year, month, day));
      }
    }
    return Optional.empty();
  }

  private static Optional<DateReading> ofEra(String text) {
    for (Pattern pattern : new Pattern[] {ERA_DAY, ERA_MONTH, ERA_YEAR}) {
      Matcher date = pattern.matcher(text);
      if (date.matches()) {
        int yearOfEra = date.group(2).equals("元") ? 1 : Integer.parseInt(date.group(2));
        String month = pattern == ERA_YEAR ? "" : date.group(4);
        String day = pattern == ERA_DAY ? date.group(5) : "";
        return Optional.of(inEra(Era.of(date.group(1)), yearOfEra, month, day));
      }
    }
    return Optional.empty();
  }

  private static DateReading inEra(Era era, int yearOfEra, String month, String day) {
    if (yearOfEra == 0) {
      return failed(Status.IMPOSSIBLE);
    }
    DateReading reading = exact(era.yearBefore + yearOfEra, month, day);
    if (reading.status != Status.EXACT) {
      return reading;
    }
    LocalDate from = LocalDate.parse(reading.iso + "-01-01".substring(reading.iso.length() - 4));
    LocalDate to =
        switch (reading.iso.length()) {
          case 4 -> from.plusYears(1).minusDays(1);
          case 7 -> from.plusMonths(1).minusDays(1);
          default -> from;
        };
    if (era.overlaps(from, to)) {
      return reading;
    }
    // Before 1873 the calendar was lunisolar: the day existed, but not under this date.
    boolean lunisolar = era == Era.MEIJI && to.isBefore(era.first);
    return failed(lunisolar ? Status.UNREADABLE : Status.NEVER_EXISTED);
  }

  private static DateReading exact(int year, String month, String day) {
    if (year < YEAR_MIN || year > YEAR_MAX) {
      return failed(Status.UNREADABLE);
    }
    try {
      String iso =
          month.isEmpty()
              ? "%04d".formatted(year)
              : day.isEmpty()
                  ? YearMonth.of(year, Integer.parseInt(month)).toString()
                  : LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)).toString();
      return new DateReading(Status.EXACT, iso);
    } catch (DateTimeException e) {
      return failed(Status.UNREADABLE);
    }
  }

  private static DateReading ofRest(String text) {
    if (SERIAL.matcher(text).matches()) {
      return failed(Status.SERIAL);
    }
    if (TWO_DIGIT.matcher(text).matches()) {
      return failed(Status.AMBIGUOUS);
    }
    return failed(VAGUE.matcher(text).matches() ? Status.VAGUE : Status.UNREADABLE);
  }

  private static DateReading failed(Status status) {
    return new DateReading(status, "");
  }
}
