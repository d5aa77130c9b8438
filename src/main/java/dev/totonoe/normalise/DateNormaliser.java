package dev.totonoe.normalise;

/// Writes a date as ISO 8601 with the precision it has: `2024-04-01`, `2024-04`, `2024`. Western
/// years of four digits and the eras from Meiji on; kanji numerals; midnight is dropped.
///
/// | input | output |
/// |---|---|
/// | `令和6年4月1日` | `2024-04-01` |
/// | `R6.4.1` | `2024-04-01` |
/// | `平成元年五月三十一日` | `1989-05-31` |
/// | `20240401` | `2024-04-01` |
/// | `2024/4/1 0:00` | `2024-04-01` |
/// | `2024年4月` | `2024-04` |
/// | `2024年4月上旬` | unchanged |
/// | `平成33年4月1日` | unchanged |
/// | `24/4/1` | unchanged |
/// | `45383` | unchanged |
/// | `20/3` | unchanged |
///
/// Known weakness: a time of day other than midnight keeps the whole cell from being read; six
/// digits (`240401`, `202404`) have two readings and stay.
///
/// Source: ISO 8601-1:2019, sections 5.2.2 and 5.2.2.3 (reduced precision).
final class DateNormaliser implements Normaliser {
  @Override
  public String rule() {
    return "date";
  }

  @Override
  public String unify(String text) {
    DateReading reading = DateReading.of(text);
    return reading.status() == DateReading.Status.EXACT ? reading.iso() : text;
  }
}
