package dev.totonoe.normalise;

import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a table of the dictionary bundle: UTF-8, commas, quotes as in RFC 4180, a header line.
final class TableFile {
  private TableFile() {}

  /// One line of a table with as many cells as the header.
  record Row(Path file, int line, List<String> cells) {
    String cell(int index) {
      return cells.get(index);
    }

    String place() {
      return file + ":" + line;
    }
  }

  /// The rows below the header; none where the file is missing. A bad line is added to the errors.
  static List<Row> read(Path file, List<String> header, List<String> errors) {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Row> rows = parse(file, text(file, errors));
    if (rows.isEmpty()) {
      return List.of();
    }
    if (!rows.getFirst().cells().equals(header)) {
      errors.add(
          rows.getFirst().place()
              + ": expected the header "
              + String.join(",", header)
              + " but found "
              + String.join(",", rows.getFirst().cells()));
      return List.of();
    }
    List<Row> good = new ArrayList<>();
    for (Row row : rows.subList(1, rows.size())) {
      if (row.cells().size() == header.size()) {
        good.add(row);
      } else {
        errors.add(
            row.place()
                + ": expected "
                + header.size()
                + " cells ("
                + String.join(",", header)
                + ") but found "
                + row.cells().size());
      }
    }
    return good;
  }

  private static String text(Path file, List<String> errors) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      errors.add(file + ": expected UTF-8; save the file as UTF-8");
      return "";
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<Row> parse(Path file, String text) {
    List<Row> rows = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int line = 1;
    int firstLine = 1;
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    for (int i = start; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      if (quoted && i < text.length()) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"' && cell.isEmpty()) {
        quoted = true;
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n') {
        boolean blank = cells.isEmpty() && cell.isEmpty();
        cells.add(cell.toString());
        cell.setLength(0);
        if (!blank) {
          rows.add(new Row(file, firstLine, List.copyOf(cells)));
        }
        cells.clear();
        firstLine = line + 1;
      } else if (c != '\r') {
        cell.append(c);
      }
      line += c == '\n' ? 1 : 0;
    }
    return rows;
  }
}
