package dev.totonoe.train;

import dev.totonoe.categorise.ProductText;
import dev.totonoe.csv.CsvTable;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.text.Folding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Labelled names as they stand in a file.
///
/// Memory: the cells that are used and nothing else of the file; what repeats (labels, makers,
/// groups) is held once.
///
/// @param rows those with a name and a label
/// @param skipped how many lack one of the two
/// @param columns what was read from which column, by the words of the uses
record LabelledRows(List<Row> rows, int skipped, Map<String, String> columns) {
  /// Rows of one file.
  static final int ROWS_MAX = 5_000_000;

  /// @param line where the row starts, from 1
  /// @param text the name
  /// @param maker empty where there is none; so are the next two
  /// @param sourceCategory the category that the source gave
  /// @param description free text
  /// @param label its label, as in the file
  /// @param groupCell the value of the column of groups
  record Row(
      long line,
      String text,
      String maker,
      String sourceCategory,
      String description,
      String label,
      String groupCell) {
    Row {
      Objects.requireNonNull(text);
      Objects.requireNonNull(maker);
      Objects.requireNonNull(sourceCategory);
      Objects.requireNonNull(description);
      Objects.requireNonNull(label);
      Objects.requireNonNull(groupCell);
    }

    ProductText product() {
      return new ProductText(text, maker, "", sourceCategory, description, "");
    }

    Row withLabel(String other) {
      return new Row(line, text, maker, sourceCategory, description, other, groupCell);
    }

    /// What must not be split; the folded name where the row is in no group.
    String group() {
      return groupCell.isEmpty() ? Folding.fold(text) : groupCell;
    }
  }

  LabelledRows {
    rows = Collections.unmodifiableList(rows);
    columns = Collections.unmodifiableMap(columns);
  }

  /// What a file has beside its rows.
  ///
  /// @param skipped how many rows lack a name or a label
  /// @param columns what was read from which column, by the words of the uses
  record Rest(int skipped, Map<String, String> columns) {}

  static LabelledRows read(Path file, LabelledColumns columns) {
    List<Row> rows = new ArrayList<>();
    Rest rest = stream(file, columns, rows::add);
    return new LabelledRows(rows, rest.skipped(), rest.columns());
  }

  /// Reads the rows one by one; all that stays is what repeats.
  ///
  /// @throws InputFailure when the file is no table of names and labels
  static Rest stream(Path file, LabelledColumns columns, Consumer<Row> rows) {
    Reading reading = new Reading(file, columns, rows);
    CsvTable.stream(file, columns.hints(), reading::header, reading::row);
    return new Rest(reading.skipped, reading.places().used());
  }

  private static final class Reading {
    private final Path file;
    private final LabelledColumns columns;
    private final Consumer<Row> rows;
    private final Map<String, String> held = new HashMap<>();
    private LabelledColumns.@Nullable Places places;
    private int taken;
    private int skipped;

    private Reading(Path file, LabelledColumns columns, Consumer<Row> rows) {
      this.file = file;
      this.columns = columns;
      this.rows = rows;
    }

    private void header(List<String> header) {
      if (header.size() < 2) {
        throw new InputFailure(
            file
                + ":1: expected a header with a column of names and one of labels, found "
                + header);
      }
      places = columns.in(file, header);
    }

    private LabelledColumns.Places places() {
      return Objects.requireNonNull(places, "the header comes first");
    }

    private void row(CsvTable.Row row) {
      LabelledColumns.Places at = places();
      String name = cell(row, at.text());
      String label = tidy(cell(row, at.label()));
      if (label.isEmpty() || Folding.plain(name).isEmpty()) {
        skipped++;
        return;
      }
      if (++taken > ROWS_MAX) {
        throw new InputFailure(
            "%s:%d: expected at most %,d labelled rows; give a part of them"
                .formatted(file, row.line(), ROWS_MAX));
      }
      rows.accept(
          new Row(
              row.line(),
              name,
              once(cell(row, at.maker())),
              once(cell(row, at.sourceCategory())),
              cell(row, at.description()),
              once(label),
              once(cell(row, at.group()))));
    }

    private String once(String cell) {
      String before = held.putIfAbsent(cell, cell);
      return before == null ? cell : before;
    }

    private static String cell(CsvTable.Row row, int at) {
      return at == LabelledColumns.ABSENT ? "" : row.cells().get(at).strip();
    }
  }

  /// Labels stand one a line between tabs in the bundle.
  static String tidy(String label) {
    return label.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }
}
