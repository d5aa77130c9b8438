package dev.totonoe.train;

import dev.totonoe.categorise.CategoryModel.Label;
import dev.totonoe.categorise.Taxonomy;
import dev.totonoe.failure.InputFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The labels of a training.
///
/// @param all those that occur, ordered by id; a class's number is its place here
/// @param classes for each row the number of its label
record Labels(List<Label> all, int[] classes) {
  private static final int ERRORS_SHOWN_MAX = 20;

  static Labels of(Path file, List<LabelledRows.Row> rows, Optional<Taxonomy> taxonomy) {
    List<Label> perRow =
        taxonomy.map(tree -> resolve(file, rows, tree)).orElseGet(() -> asTheyStand(rows));
    Map<String, Label> sorted = new TreeMap<>();
    perRow.forEach(label -> sorted.put(label.id(), label));
    Map<String, Integer> places = new HashMap<>();
    sorted.keySet().forEach(id -> places.put(id, places.size()));
    return new Labels(
        List.copyOf(sorted.values()),
        perRow.stream().mapToInt(label -> places.get(label.id())).toArray());
  }

  /// The path of a row's label.
  ///
  /// @param place the row's place among the rows, from 0
  String pathOf(int place) {
    return all.get(classes[place]).path();
  }

  /// A label as the file would write it: as a path where a row has the path of its own label, else
  /// as an id.
  ///
  /// @param row one of the file's rows, and its place among them
  /// @param label the number of the label to write
  String inTheFormOf(LabelledRows.Row row, int place, int label) {
    boolean asPath = row.label().equals(pathOf(place));
    return asPath ? all.get(label).path() : all.get(label).id();
  }

  private static List<Label> asTheyStand(List<LabelledRows.Row> rows) {
    return rows.stream().map(row -> new Label(row.label(), row.label())).toList();
  }

  private static List<Label> resolve(Path file, List<LabelledRows.Row> rows, Taxonomy taxonomy) {
    List<Label> labels = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (LabelledRows.Row row : rows) {
      Optional<String> id = taxonomy.idOf(row.label());
      if (id.isPresent()) {
        labels.add(new Label(id.get(), taxonomy.path(id.get())));
      } else {
        errors.add(
            "%s:%d: '%s' is neither an id nor a path of the taxonomy"
                .formatted(file, row.line(), row.label()));
      }
    }
    if (!errors.isEmpty()) {
      List<String> shown = errors.subList(0, Math.min(errors.size(), ERRORS_SHOWN_MAX));
      throw new InputFailure(
          "%,d labels are not in the taxonomy:\n%s"
              .formatted(errors.size(), String.join("\n", shown)));
    }
    return labels;
  }
}
