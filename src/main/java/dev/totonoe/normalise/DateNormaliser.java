package dev.totonoe.normalise;

/// Writes a date as ISO 8601 with the precision it has: `2024-04-01`, `2024-04-01T12:30`,
/// `2024-W14`, `2024-04`, `2024`. Western years and the eras from Meiji on, kanji numerals,
/// weekdays, times of day; midnight without a zone is dropped, because spreadsheets add it to every
/// day.
///
/// What ISO 8601 cannot say is written in one way, so that it sorts and filters with the rest: the
/// date in ISO and the Japanese word behind it. It stays flagged. Two dates become an ISO interval.
///
/// | input | output |
/// |---|---|
/// | `令和6年4月1日(月)` | `2024-04-01` |
/// | `R6.4.1` | `2024-04-01` |
/// | `平成元年五月三十一日` | `1989-05-31` |
/// | `明治5年12月2日` | `1872-12-31` |
/// | `2024年2月末日` | `2024-02-29` |
/// | `20240401` | `2024-04-01` |
/// | `202404` | `2024-04` |
/// | `4/13/2024` | `2024-04-13` |
/// | `2024/4/1 0:00` | `2024-04-01` |
/// | `2024/4/1 午後3時5分` | `2024-04-01T15:05` |
/// | `2024年4月` | `2024-04` |
/// | `令和6年4月 初旬` | `2024-04上旬` |
/// | `2024春` | `2024年春` |
/// | `令和6年度` | `2024年度` |
/// | `2024年第1四半期` | `2024-Q1` |
/// | `2024/4/1～6/30` | `2024-04-01/2024-06-30` |
/// | `平成33年4月1日` | unchanged |
/// | `2024/4/1(火)` | unchanged |
/// | `24/4/1` | unchanged |
/// | `4/1/2024` | unchanged |
/// | `45383` | unchanged |
/// | `20/3` | unchanged |
///
/// `24/4/1`, `4/1/2024` and `45383` are read once the profile says what they mean ([DateChoices]);
/// a label such as `発売日：` is dropped where the column's heading says the same.
///
/// Known weakness: month names in Latin letters, eras before Meiji, hours beyond 24 and unwritten
/// centuries are not read; a year of an era of few days (`昭和64年`) becomes the whole Western year.
///
/// Source: ISO 8601-1:2019, sections 5.2.2 (reduced precision), 5.2.4 (weeks), 5.5 (intervals).
final class DateNormaliser implements Normaliser {
  private final DateChoices choices;

  DateNormaliser(DateChoices choices) {
    this.choices = choices;
  }

  @Override
  public String rule() {
    return "date";
  }

  @Override
  public String unify(String text) {
    String written = DateReading.of(text, choices).written();
    return written.isEmpty() ? text : written;
  }
}
