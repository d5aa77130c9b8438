package dev.totonoe.normalise;

import java.time.DayOfWeek;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What follows a date in its cell: a weekday, a time of day, and words that make it less sharp.
///
/// @param weekday as the cell states it
/// @param time in ISO 8601 with its `T`, to the precision that is written, with the zone if there
///   is one; empty for none and for midnight without a zone, which spreadsheets add to every day
/// @param words such as `上旬` and `以降`, without spaces; empty for a date that is sharp
record DateTail(Optional<DayOfWeek> weekday, String time, String words) {
  private static final String DAYS = "月火水木金土日";
  private static final String DAY = "[月火水木金土日]";
  private static final String HOLIDAY = "[(\\[](?:祝日?|休日?)[)\\]]";
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "[ 、,]*(?:(?<day>"
              + DAY
              + ")曜日?|[(\\[](?<short>"
              + DAY
              + ")(?:曜日?)?(?:[・,/、]?(?:祝日?|休日?))?[)\\]]|"
              + HOLIDAY
              + ")(?:"
              + HOLIDAY
              + ")?| (?<alone>"
              + DAY
              + ")(?= |$)");
  private static final Pattern ENGLISH_WEEKDAY =
      Pattern.compile(
          "[ ,]*[(]?(?<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?[.]?[)]?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TIME =
      Pattern.compile(
          "(?:[T_]| ?)(?<half>午前|午後|[AaPp][Mm])? ?(?<hour>[0-9]{1,2})"
              + "(?::(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.](?<fraction>[0-9]{1,9}))?)?"
              + "| ?時(?: ?(?<minutes>[0-9]{1,2}) ?分(?: ?(?<seconds>[0-9]{1,2}) ?秒)?)?)"
              + "(?: ?(?<after>[AaPp][Mm]))?(?: ?(?<zone>Z|UTC|GMT|JST|[-+][0-9]{2}(?::?[0-9]{2})?))?");

  /// Words that leave a date open, each a part, an edge, a season or a direction.
  static final String OPEN =
      "上旬|中旬|下旬|初旬|初頭|初め|始め|はじめ|月初|頭|頃|ころ|ごろ|前後|以降|以後|以前|以来|末頃|月末|年末|年始|末|前半|後半|半ば|なかば"
          + "|中頃|終わり|おわり|初春|初夏|初秋|初冬|春|夏|秋|冬|上半期|下半期|上期|下期|発売予定|予定|見込み?|から|より|まで|迄|～|~"
          + "|第[1-5]週|第?[1-4]Q|Q[1-4]";

  private static final Pattern WORDS = Pattern.compile("[ /.の-]?(?<words>(?:" + OPEN + ")++)");
  private static final Pattern QUARTER = Pattern.compile("第?([1-4])Q|Q([1-4])");

  /// @param rest the text behind a date, with ASCII digits only
  /// @return empty where it says something else
  static Optional<DateTail> of(String rest) {
    if (rest.isEmpty()) {
      return Optional.of(new DateTail(Optional.empty(), "", ""));
    }
    Optional<DayOfWeek> weekday = Optional.empty();
    String text = rest;
    Matcher english = ENGLISH_WEEKDAY.matcher(text);
    Matcher japanese = WEEKDAY.matcher(text);
    if (english.lookingAt()) {
      weekday = Optional.of(ofEnglish(english.group("day")));
      text = text.substring(english.end());
    } else if (japanese.lookingAt()) {
      weekday = ofJapanese(japanese);
      text = text.substring(japanese.end());
    }
    String time = "";
    Matcher clock = TIME.matcher(text);
    if (clock.lookingAt()) {
      Optional<String> read = time(clock);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      time = read.get();
      text = text.substring(clock.end());
    }
    if (text.isBlank()) {
      return Optional.of(new DateTail(weekday, time, ""));
    }
    Matcher words = WORDS.matcher(text.replace(" ", ""));
    return words.matches()
        ? Optional.of(new DateTail(weekday, time, oneSpelling(words.group("words"))))
        : Optional.empty();
  }

  /// Whether the period is a day where this takes one, a year where this is a quarter, and has the
  /// weekday.
  boolean fits(IsoPeriod period) {
    boolean needsDay = weekday.isPresent() || !time.isEmpty();
    boolean needsYear = words.indexOf('Q') >= 0;
    return (!needsDay || period.isDay())
        && (!needsYear || period.isYear())
        && weekday.filter(day -> day != period.first().getDayOfWeek()).isEmpty();
  }

  private static DayOfWeek ofEnglish(String day) {
    for (DayOfWeek weekday : DayOfWeek.values()) {
      if (weekday.name().regionMatches(true, 0, day, 0, day.length())) {
        return weekday;
      }
    }
    throw new IllegalArgumentException(day);
  }

  private static Optional<DayOfWeek> ofJapanese(Matcher weekday) {
    for (String group : new String[] {"day", "short", "alone"}) {
      if (weekday.group(group) != null) {
        return Optional.of(DayOfWeek.of(DAYS.indexOf(weekday.group(group)) + 1));
      }
    }
    return Optional.empty();
  }

  /// @return empty where no clock shows it, or where two do: 午前12時 is noon to some
  private static Optional<String> time(Matcher clock) {
    Optional<Integer> hour = hour(clock);
    int minute = number(clock, "minute", "minutes");
    int second = number(clock, "second", "seconds");
    String fraction = clock.group("fraction") == null ? "" : clock.group("fraction");
    String part = fraction.replaceAll("0+$", "");
    boolean onTheHour = minute == 0 && second == 0 && part.isEmpty();
    boolean shown =
        hour.isPresent()
            && minute < 60
            && second < 60
            && (hour.get() < 24 || hour.get() == 24 && onTheHour);
    if (!shown) {
      return Optional.empty();
    }
    String zone = zone(clock.group("zone"));
    if (hour.get() == 0 && onTheHour && zone.isEmpty()) {
      return Optional.of("");
    }
    boolean toTheSecond = clock.group("second") != null || clock.group("seconds") != null;
    return Optional.of(
        "T%02d:%02d".formatted(hour.get(), minute)
            + (toTheSecond ? ":%02d".formatted(second) : "")
            + (part.isEmpty() ? "" : "." + part)
            + zone);
  }

  private static Optional<Integer> hour(Matcher clock) {
    int hour = Integer.parseInt(clock.group("hour"));
    String before = clock.group("half");
    String after = clock.group("after");
    if (before != null && after != null) {
      return Optional.empty();
    }
    String half = before != null ? before : after;
    if (half == null) {
      return Optional.of(hour);
    }
    boolean kanji = half.startsWith("午");
    if (hour > 12 || kanji && hour == 12) {
      return Optional.empty();
    }
    boolean afternoon = half.equals("午後") || half.equalsIgnoreCase("pm");
    return Optional.of(hour % 12 + (afternoon ? 12 : 0));
  }

  private static String zone(String written) {
    return switch (written) {
      case null -> "";
      case "Z", "UTC", "GMT" -> "Z";
      case "JST" -> "+09:00";
      default -> {
        String digits = written.replace(":", "");
        String minutes = digits.length() > 3 ? digits.substring(3) : "00";
        yield digits.substring(0, 3) + ":" + minutes;
      }
    };
  }

  private static int number(Matcher clock, String group, String other) {
    String written = clock.group(group) != null ? clock.group(group) : clock.group(other);
    return written == null ? 0 : Integer.parseInt(written);
  }

  private static String oneSpelling(String words) {
    return QUARTER.matcher(words.replace("初旬", "上旬")).replaceAll("Q$1$2");
  }
}
