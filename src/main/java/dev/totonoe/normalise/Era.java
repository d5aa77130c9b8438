package dev.totonoe.normalise;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/// The modern eras by first and last day. A day on which one ended and the next began has both
/// names.
///
/// Source: cabinet orders on the era names; Meiji counts from the first day of the year in which it
/// was proclaimed.
enum Era {
  MEIJI("明治", "明", "M", "㍾", 1867, LocalDate.of(1868, 1, 25), LocalDate.of(1912, 7, 30)),
  TAISHO("大正", "大", "T", "㍽", 1911, LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 25)),
  SHOWA("昭和", "昭", "S", "㍼", 1925, LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
  HEISEI("平成", "平", "H", "㍻", 1988, LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
  REIWA("令和", "令", "R", "㋿", 2018, LocalDate.of(2019, 5, 1), LocalDate.MAX);

  /// Every name, as a regular expression.
  static final String NAMES = "明治|大正|昭和|平成|令和|[明大昭平令㍾㍽㍼㍻㋿]|[MTSHRmtshr]";

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

  /// @param name one that [#NAMES] matches
  static Era of(String name) {
    for (Era era : values()) {
      if (era.names.contains(name.toUpperCase(Locale.ROOT))) {
        return era;
      }
    }
    throw new IllegalArgumentException(name);
  }

  /// The Western year in which most of a year of the era lies.
  int western(int yearOfEra) {
    return yearBefore + yearOfEra;
  }

  /// Whether any of the days has a date in the era.
  boolean overlaps(LocalDate from, LocalDate to) {
    return !to.isBefore(first) && !from.isAfter(last);
  }
}
