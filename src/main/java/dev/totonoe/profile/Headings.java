package dev.totonoe.profile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// When two headings are the same, and what a column is called whose heading is empty or doubled.
public final class Headings {
  private Headings() {}

  /// Headings are compared in this form: NFKC, lower case, no spaces, no invisible characters (a
  /// byte order mark that was left in place, for one). `ＪＡＮ コード` and `janｺｰﾄﾞ` fold alike.
  public static String fold(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC)
        .codePoints()
        .filter(point -> !isBlank(point))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .toLowerCase(Locale.ROOT);
  }

  /// The heading without blanks at its ends, otherwise as it stands.
  static String trim(String heading) {
    int start = 0;
    int end = heading.length();
    while (start < end && isBlank(heading.charAt(start))) {
      start++;
    }
    while (start < end && isBlank(heading.charAt(end - 1))) {
      end--;
    }
    return heading.substring(start, end);
  }

  /// A name for each cell of one file's header, no two of which fold alike: an empty heading
  /// becomes `column_7` by its position, a doubled one `備考_2`.
  static List<String> names(List<String> header) {
    Set<String> taken = header.stream().map(Headings::fold).collect(Collectors.toSet());
    Set<String> given = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String heading = trim(header.get(i));
      boolean own = !fold(heading).isEmpty() && given.add(fold(heading));
      String name =
          own ? heading : free(fold(heading).isEmpty() ? "column_" + (i + 1) : heading, taken);
      taken.add(fold(name));
      names.add(name);
    }
    return List.copyOf(names);
  }

  /// The name itself where it is not taken, otherwise with the first number from 2 that is free.
  /// The set holds folded names and is finite, so this ends.
  static String free(String name, Set<String> taken) {
    if (!taken.contains(fold(name))) {
      return name;
    }
    for (int number = 2; ; number++) {
      String candidate = name + "_" + number;
      if (!taken.contains(fold(candidate))) {
        return candidate;
      }
    }
  }

  /// A name that the worker made up for a column without a heading says nothing about its content.
  static boolean isMadeUp(String name) {
    return name.matches("column_[0-9]+(_[0-9]+)?");
  }

  private static boolean isBlank(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT;
  }
}
