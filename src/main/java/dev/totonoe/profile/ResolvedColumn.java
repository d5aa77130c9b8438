package dev.totonoe.profile;

import dev.totonoe.record.ColumnKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A column of the dataset while its kind is being found.
///
/// @param name its name in the output
/// @param cells the number of each file that has it → the cell there
/// @param values the cells of the sample, of all files
/// @param guess what it holds and why
record ResolvedColumn(
    String name, Map<Integer, InputCell> cells, List<String> values, Guess guess) {
  /// A cell of a file's header.
  ///
  /// @param index its position, from 0
  /// @param name its heading, or what stands for one that is empty or doubled
  record InputCell(int index, String name) {}

  /// @param why the reason in a few words, for `inspect`
  record Guess(ColumnKind kind, String why) {}

  ResolvedColumn {
    cells = Map.copyOf(cells);
    values = List.copyOf(values);
  }

  boolean is(ColumnKind kind) {
    return guess.kind() == kind;
  }

  ResolvedColumn with(ColumnKind kind, String why) {
    return new ResolvedColumn(name, cells, values, new Guess(kind, why));
  }

  boolean sharesFileWith(ResolvedColumn other) {
    return cells.keySet().stream().anyMatch(other.cells.keySet()::contains);
  }

  /// The names under which the column is known, its own first.
  List<String> headings() {
    Stream<String> inFiles = new TreeMap<>(cells).values().stream().map(InputCell::name);
    return List.copyOf(new LinkedHashSet<>(Stream.concat(Stream.of(name), inFiles).toList()));
  }
}
