package dev.totonoe.publish;

import dev.totonoe.failure.EnvironmentFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns the delivered records of one input back into its rows.
final class RawRows {
  private static final int NOT_DELIVERED = -1;

  private final RunManifest.Input input;

  /// For each cell of the input, its index in `products.csv`. A column of the worker's own that
  /// came in again is not there when this run has no use for it.
  private final List<Integer> deliveredAt = new ArrayList<>();

  private final Map<String, Integer> indexOfColumn = new HashMap<>();

  /// @param header the headings of `products.csv`
  RawRows(RunManifest.Input input, List<String> header) {
    this.input = input;
    Map<String, Integer> indexInProducts = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      indexInProducts.put(header.get(i), i);
    }
    for (int i = 0; i < input.columns().size(); i++) {
      String column = input.columns().get(i);
      deliveredAt.add(indexInProducts.getOrDefault(column, NOT_DELIVERED));
      indexOfColumn.put(column, i);
    }
  }

  /// @throws EnvironmentFailure when a change does not fit what was delivered
  List<String> of(RunRecord.Delivered delivered) {
    List<String> cells = new ArrayList<>(deliveredAt.size());
    for (int index : deliveredAt) {
      cells.add(index == NOT_DELIVERED ? "" : delivered.row().get(index));
    }
    for (RunRecord.Edit edit : delivered.edits()) {
      Integer index = indexOfColumn.get(edit.column());
      if (index == null && edit.before().isEmpty()) {
        continue; // A column of the dataset that this input lacks: there is no cell to give back.
      }
      if (index == null || !cells.get(index).equals(edit.after())) {
        throw new EnvironmentFailure(
            "%s: %s: expected the delivered cell \"%s\", as changes.csv.gz has it, but found %s; run the dataset again with --force"
                .formatted(
                    delivered.place(),
                    edit.column(),
                    edit.after(),
                    index == null
                        ? "no such column in " + input.path()
                        : "\"" + cells.get(index) + "\""));
      }
      cells.set(index, edit.before());
    }
    return cells;
  }
}
