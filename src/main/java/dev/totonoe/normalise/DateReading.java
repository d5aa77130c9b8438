package dev.totonoe.normalise;

import dev.totonoe.normalise.DateChoices.Serial;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a cell says about a date.
///
/// @param status what could be read
/// @param written how the cell is unified: `2024-04-01`, `2024-04-01T12:30`, `2024-04`, `2024`,
///   `2024-W14`; `2024-04上旬` for [Status#VAGUE]; `2024-04-01/2024-06-30` for [Status#RANGE]; empty
///   where the cell stays as it is
record DateReading(Status status, String written) {
  /// How much the cell says.
  enum Status {
    /// A day, perhaps with its time, a week, month or year.
    EXACT,
    /// No date, and none is meant: empty, `未定`, `0000-00-00`.
    NONE,
    /// A day, month or year outside those that product data can mean, such as `9999-12-31`.
    FAR,
    /// Part of a month or year, or from or until then: `2024年4月上旬`.
    VAGUE,
    /// From a date to another.
    RANGE,
    /// A day with a weekday that it did not have.
    WEEKDAY,
    /// A date that, in its own words, is another than that of its column.
    LABEL,
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

  /// The years that product data can mean. Anything else is a gap filler (`1900-01-01`,
  /// `9999-12-31`) or a slip. Fixed, because results must not depend on the day of the run.
  static final int NEAR_YEAR_MIN = 1950;

  static final int NEAR_YEAR_MAX = 2079;

  /// Longer cells are no dates.
  private static final int LENGTH_MAX = 64;

  private static final Pattern NOTHING =
      Pattern.compile(
          "[-ー―/.:*0 ]*|(?:"
              + Era.NAMES
              + ")? ?年? ?月? ?日?|1900([-/.])0?1\\1(?:0|00)(?: 0?0:00(?::00)?)?"
              + "|未定|なし|無し|無|不明|随時|通年|常時|発売中|販売中|発売済み?|販売終了|終了|終売|廃番|期限なし|無期限|未発売|未登録|該当なし"
              + "|(?i:n/a|na|null|none|tbd)");

  /// An open word behind a number, or a quarter of an unnamed year.
  private static final Pattern VAGUE =
      Pattern.compile(".*[0-9年月日/] ?(?:" + DateTail.OPEN + ").*|第[1-4]Q|Q[1-4]");

  private static final Pattern LOOKS_LIKE_SERIAL =
      Pattern.compile("[2-6][0-9]{4}(?:\\.[0-9]{1,12})?");
  private static final Pattern TO = Pattern.compile(" ?(?<mark>～|~|から|→|⇒|―|-|/) ?");
  private static final Pattern SAME_YEAR =
      Pattern.compile("(?<month>[0-9]{1,2})(?:月 ?|[-/.])(?<day>[0-9]{1,2})日?");
  private static final Pattern SAME_MONTH = Pattern.compile("(?<day>[0-9]{1,2})日");
  private static final Pattern LATER_MONTH = Pattern.compile("(?<month>[0-9]{1,2})月");

  private static final DateReading ABSENT = failed(Status.NONE);

  /// Reads a cell whose text is unified. A unified date reads as itself.
  static DateReading of(String text, DateChoices choices) {
    if (text.isEmpty()) {
      return ABSENT;
    }
    if (text.length() > LENGTH_MAX) {
      return failed(Status.UNREADABLE);
    }
    int second = secondMark(text);
    return second > 0 ? ofPlainDay(text, second) : ofWords(text, choices);
  }

  /// Where the day begins in `2024-04-01` and `2024/4/1`, the common cases by far, which need no
  /// pattern; 0 in any other text.
  private static int secondMark(String text) {
    if (text.length() < 8 || text.length() > 10 || "-/.".indexOf(text.charAt(4)) < 0) {
      return 0;
    }
    int second = text.charAt(6) == text.charAt(4) ? 6 : 7;
    int dayDigits = text.length() - second - 1;
    if (text.charAt(second) != text.charAt(4) || dayDigits < 1 || dayDigits > 2) {
      return 0;
    }
    boolean zero = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i != 4 && i != second && (c < '0' || c > '9')) {
        return 0;
      }
      zero &= i > 3 || c == '0';
    }
    return zero || text.startsWith("1900") ? 0 : second; // may be no date at all
  }

  private static DateReading ofPlainDay(String text, int second) {
    return IsoPeriod.day(
            Integer.parseInt(text, 0, 4, 10),
            Integer.parseInt(text, 5, second, 10),
            Integer.parseInt(text, second + 1, text.length(), 10))
        .map(day -> new DateReading(isNear(day) ? Status.EXACT : Status.FAR, day.iso()))
        .orElseGet(() -> failed(Status.UNREADABLE));
  }

  private static DateReading ofWords(String text, DateChoices choices) {
    if (NOTHING.matcher(text).matches()) {
      return ABSENT;
    }
    // 四半期, a quarter, has numerals in its name.
    String digits = KanjiNumber.toDigits(text.replace("四半期", "Q"));
    Optional<DateLabel> label = DateLabel.of(digits);
    DateReading reading = ofDate(label.map(DateLabel::date).orElse(digits), choices);
    boolean marked = text.length() > 4 && (text.charAt(0) == '\'' || text.charAt(0) == '’');
    if (marked && reading.status == Status.UNREADABLE) {
      // The apostrophe with which spreadsheets mark text.
      reading = ofDate(digits.substring(1), choices);
    }
    return switch (reading.status) {
      case NONE, UNREADABLE, IMPOSSIBLE -> reading;
      default ->
          label.filter(found -> !found.repeats(choices.heading())).isPresent()
              ? failed(Status.LABEL)
              : reading;
    };
  }

  private static DateReading ofDate(String text, DateChoices choices) {
    if (NOTHING.matcher(text).matches()) {
      return ABSENT;
    }
    DateReading one = ofOne(text, choices);
    if (one.status != Status.UNREADABLE) {
      return one;
    }
    return ofRange(text)
        .orElseGet(() -> failed(VAGUE.matcher(text).matches() ? Status.VAGUE : Status.UNREADABLE));
  }

  private static DateReading ofOne(String text, DateChoices choices) {
    Optional<LeadingDate> date = LeadingDate.of(text).or(() -> ShortDate.of(text, choices));
    if (date.isEmpty()) {
      return ofNumber(text, choices);
    }
    LeadingDate found = date.get();
    Optional<DateTail> tail = DateTail.of(found.rest());
    if (tail.isEmpty()) {
      return failed(Status.UNREADABLE);
    }
    if (found.period().isPresent()) {
      return of(found.period().get(), tail.get());
    }
    boolean open = found.status() == Status.AMBIGUOUS && !tail.get().words().isEmpty();
    return failed(open ? Status.VAGUE : found.status());
  }

  private static DateReading of(IsoPeriod period, DateTail tail) {
    if (!tail.fits(period)) {
      boolean wrongWeekday = period.isDay() && tail.weekday().isPresent();
      return failed(wrongWeekday ? Status.WEEKDAY : Status.UNREADABLE);
    }
    String iso = period.iso() + tail.time();
    if (!tail.words().isEmpty()) {
      String joint = !period.isYear() ? "" : tail.words().startsWith("Q") ? "-" : "年";
      return new DateReading(Status.VAGUE, iso + joint + tail.words());
    }
    return new DateReading(
        period.isBusinessYear() ? Status.VAGUE : isNear(period) ? Status.EXACT : Status.FAR, iso);
  }

  private static boolean isNear(IsoPeriod period) {
    return period.first().getYear() >= NEAR_YEAR_MIN && period.last().getYear() <= NEAR_YEAR_MAX;
  }

  private static DateReading ofNumber(String text, DateChoices choices) {
    if (choices.serial() != Serial.NONE && SpreadsheetDay.isNumber(text)) {
      return SpreadsheetDay.of(text, choices.serial())
          .map(day -> new DateReading(isNear(day) ? Status.EXACT : Status.FAR, day.iso()))
          .orElseGet(() -> failed(Status.UNREADABLE));
    }
    return failed(LOOKS_LIKE_SERIAL.matcher(text).matches() ? Status.SERIAL : Status.UNREADABLE);
  }

  /// Two dates and a mark between them; the second may leave out what it shares with the first.
  private static Optional<DateReading> ofRange(String text) {
    Matcher to = TO.matcher(text);
    while (to.find()) {
      boolean dash = "-/".contains(to.group("mark"));
      String until = text.substring(to.end()).replaceFirst("(?:まで|迄)$", "");
      Optional<IsoPeriod> first = whole(text.substring(0, to.start()));
      Optional<IsoPeriod> second =
          first.flatMap(
              from -> whole(until).or(() -> dash ? Optional.empty() : completed(from, until)));
      if (second.isPresent()) {
        return Optional.of(
            second.get().isBefore(first.get())
                ? failed(Status.UNREADABLE)
                : new DateReading(Status.RANGE, first.get().iso() + "/" + second.get().iso()));
      }
    }
    return Optional.empty();
  }

  /// The text as one sharp date.
  private static Optional<IsoPeriod> whole(String text) {
    Optional<LeadingDate> date = LeadingDate.of(text);
    Optional<IsoPeriod> period = date.flatMap(LeadingDate::period);
    return date.flatMap(found -> DateTail.of(found.rest()))
        .filter(tail -> tail.words().isEmpty())
        .flatMap(tail -> period.filter(tail::fits).map(found -> found.at(tail.time())));
  }

  private static Optional<IsoPeriod> completed(IsoPeriod from, String until) {
    int year = from.first().getYear();
    Matcher day = SAME_YEAR.matcher(until);
    if (from.isDay() && day.matches()) {
      return IsoPeriod.day(year, number(day, "month"), number(day, "day"));
    }
    Matcher dayOnly = SAME_MONTH.matcher(until);
    if (from.isDay() && dayOnly.matches()) {
      return IsoPeriod.day(year, from.first().getMonthValue(), number(dayOnly, "day"));
    }
    Matcher month = LATER_MONTH.matcher(until);
    return from.isMonth() && month.matches()
        ? IsoPeriod.month(year, number(month, "month"))
        : Optional.empty();
  }

  private static int number(Matcher date, String group) {
    return Integer.parseInt(date.group(group));
  }

  private static DateReading failed(Status status) {
    return new DateReading(status, "");
  }
}
