package dev.totonoe.profile;

import dev.totonoe.record.ColumnKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Sees to it that of the inferred columns no file has more than one product name.
///
/// Of several, the surest heading wins and then the first; the others become text. Two files whose
/// names stand under different headings each keep their own. In a file without headings, the one
/// column of different words is taken for the name; where two columns could be it, none is.
final class NameChoice {
  private static final int DISTINCT_MIN = 5;
  private static final double DISTINCT_PART_MIN = 0.9;
  private static final double FILLED_PART_MIN = 0.6;
  private static final double MEAN_CHARS_MIN = 3;
  private static final double MEAN_CHARS_MAX = 100;

  private NameChoice() {}

  /// @param fixed the columns whose kind the profile states; they stay as they are
  static List<ResolvedColumn> choose(
      List<ResolvedColumn> columns, Predicate<ResolvedColumn> fixed) {
    List<ResolvedColumn> chosen = new ArrayList<>(columns);
    List<ResolvedColumn> names =
        new ArrayList<>(columns.stream().filter(fixed).filter(c -> c.is(ColumnKind.NAME)).toList());
    List<Integer> bySureness =
        IntStream.range(0, columns.size())
            .boxed()
            .filter(i -> columns.get(i).is(ColumnKind.NAME) && !fixed.test(columns.get(i)))
            .sorted(Comparator.comparingInt(i -> rank(columns.get(i))))
            .toList();
    for (int i : bySureness) {
      ResolvedColumn column = columns.get(i);
      names.stream()
          .filter(column::sharesFileWith)
          .findFirst()
          .ifPresentOrElse(
              name -> chosen.set(i, column.with(ColumnKind.TEXT, "the name is " + name.name())),
              () -> names.add(column));
    }
    chooseWithoutHeadings(chosen, names, fixed);
    return List.copyOf(chosen);
  }

  private static void chooseWithoutHeadings(
      List<ResolvedColumn> chosen, List<ResolvedColumn> names, Predicate<ResolvedColumn> fixed) {
    List<ResolvedColumn> candidates =
        chosen.stream()
            .filter(column -> !fixed.test(column) && looksLikeName(column))
            .filter(column -> names.stream().noneMatch(column::sharesFileWith))
            .toList();
    for (ResolvedColumn column : candidates) {
      boolean onlyOne =
          candidates.stream().noneMatch(other -> other != column && other.sharesFileWith(column));
      if (onlyOne) {
        chosen.set(
            chosen.indexOf(column),
            column.with(ColumnKind.NAME, "no headings; the only column of different words"));
      }
    }
  }

  private static boolean looksLikeName(ResolvedColumn column) {
    List<String> filled = column.values().stream().filter(ValueLooks::isFilled).toList();
    int distinct = new HashSet<>(filled).size();
    double meanChars = filled.stream().mapToInt(String::length).average().orElse(0);
    return column.is(ColumnKind.TEXT)
        && column.headings().stream().allMatch(Headings::isMadeUp)
        && distinct >= DISTINCT_MIN
        && distinct >= DISTINCT_PART_MIN * filled.size()
        && filled.size() >= FILLED_PART_MIN * column.values().size()
        && meanChars >= MEAN_CHARS_MIN
        && meanChars <= MEAN_CHARS_MAX;
  }

  private static int rank(ResolvedColumn column) {
    return column.headings().stream().mapToInt(HeadingWords::nameRank).min().orElseThrow();
  }
}
