package dev.totonoe.normalise;

import dev.totonoe.csv.CsvTable;
import dev.totonoe.failure.InputFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reads a table of the dictionary bundle.
final class TableFile {
  private TableFile() {}

  /// One line of a table with as many cells as the header.
  record Row(Path file, long line, List<String> cells) {
    String cell(int index) {
      return cells.get(index);
    }

    String place() {
      return file + ":" + line;
    }
  }

  /// The rows below the header; none where the file is missing. What cannot be used is added to the
  /// errors.
  static List<Row> read(Path file, List<String> header, List<String> errors) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      CsvTable table = CsvTable.readUtf8(file, errors::add);
      if (!table.header().isEmpty() && !table.header().equals(header)) {
        errors.add(
            "%s:1: expected the header %s but found %s"
                .formatted(file, String.join(",", header), String.join(",", table.header())));
        return List.of();
      }
      return table.rows().stream().map(row -> new Row(file, row.line(), row.cells())).toList();
    } catch (InputFailure e) {
      errors.add(e.getMessage());
      return List.of();
    }
  }
}
