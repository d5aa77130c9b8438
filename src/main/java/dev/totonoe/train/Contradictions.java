package dev.totonoe.train;

import dev.totonoe.text.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds rows of one name, folded, that have different labels: some of them are wrong, or the name
/// alone says too little.
final class Contradictions {
  /// Other lines of the same name that a row tells.
  private static final int LINES_TOLD_MAX = 20;

  private Contradictions() {}

  /// Takes four bytes a row, and the folded names of those that occur more than once.
  ///
  /// @return all rows of such names, name by name in the order of the file
  static List<LabelDoubt> find(List<LabelledRows.Row> rows, Labels labels) {
    List<LabelDoubt> found = new ArrayList<>();
    for (int[] places : rowsOfRepeatedNames(rows)) {
      if (Arrays.stream(places).map(row -> labels.classes()[row]).distinct().count() > 1) {
        OptionalInt likelier = mostFrequent(places, labels);
        for (int row : places) {
          boolean leads = likelier.orElse(labels.classes()[row]) == labels.classes()[row];
          found.add(
              LabelDoubt.sameName(
                  rows,
                  row,
                  labels,
                  leads ? OptionalInt.empty() : likelier,
                  otherLines(rows, places, row)));
        }
      }
    }
    return found;
  }

  private static List<int[]> rowsOfRepeatedNames(List<LabelledRows.Row> rows) {
    int[] hashes = rows.stream().mapToInt(row -> Folding.fold(row.text()).hashCode()).toArray();
    int[] repeated = repeated(hashes);
    Map<String, List<Integer>> byName = new LinkedHashMap<>();
    for (int i = 0; i < hashes.length; i++) {
      if (Arrays.binarySearch(repeated, hashes[i]) >= 0) {
        byName.computeIfAbsent(Folding.fold(rows.get(i).text()), _ -> new ArrayList<>()).add(i);
      }
    }
    return byName.values().stream()
        .filter(places -> places.size() > 1)
        .map(places -> places.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /// The numbers that occur more than once, in order.
  private static int[] repeated(int[] hashes) {
    int[] sorted = hashes.clone();
    Arrays.sort(sorted);
    return IntStream.range(1, sorted.length)
        .filter(i -> sorted[i] == sorted[i - 1])
        .map(i -> sorted[i])
        .distinct()
        .toArray();
  }

  /// The label that more of the rows have than any other; empty where two are level.
  private static OptionalInt mostFrequent(int[] places, Labels labels) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    Arrays.stream(places).forEach(row -> counts.merge(labels.classes()[row], 1, Integer::sum));
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    List<Integer> leading =
        counts.keySet().stream().filter(label -> counts.get(label) == most).toList();
    return leading.size() == 1 ? OptionalInt.of(leading.getFirst()) : OptionalInt.empty();
  }

  private static String otherLines(List<LabelledRows.Row> rows, int[] places, int row) {
    String lines =
        Arrays.stream(places)
            .filter(other -> other != row)
            .limit(LINES_TOLD_MAX)
            .mapToObj(other -> Long.toString(rows.get(other).line()))
            .collect(Collectors.joining(" "));
    return places.length - 1 > LINES_TOLD_MAX ? lines + " …" : lines;
  }
}
