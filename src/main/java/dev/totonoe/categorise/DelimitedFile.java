package dev.totonoe.categorise;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.InputFailure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A small table as UTF-8 text: CSV by RFC 4180, or TSV where the first line has a tab. The whole
/// table is held in memory.
///
/// @param file where it was read
/// @param rows the rows that are not blank, the header first
public record DelimitedFile(Path file, List<Row> rows) {
  /// @param line the physical line on which the row starts, from 1
  /// @param cells its cells, unquoted
  public record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    private boolean isBlank() {
      return cells.size() == 1 && cells.getFirst().isBlank();
    }
  }

  public DelimitedFile {
    rows = List.copyOf(rows);
  }

  /// @throws EnvironmentFailure when the file cannot be read
  /// @throws InputFailure when it is not UTF-8 or a quote is not closed
  public static DelimitedFile read(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new InputFailure(file + ": expected UTF-8 text", e);
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": the table cannot be read: " + e, e);
    }
    return new DelimitedFile(file, new Scan(file, text).rows());
  }

  public List<String> header() {
    return rows.isEmpty() ? List.of() : rows.getFirst().cells();
  }

  public List<Row> body() {
    return rows.isEmpty() ? List.of() : rows.subList(1, rows.size());
  }

  private static final class Scan {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final String text;
    private final char delimiter;
    private int at;
    private int line = 1;

    Scan(Path file, String text) {
      this.file = file;
      this.text = text;
      this.at = text.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? 1 : 0;
      int end = text.indexOf('\n');
      this.delimiter = (end < 0 ? text : text.substring(0, end)).indexOf('\t') < 0 ? ',' : '\t';
    }

    List<Row> rows() {
      List<Row> rows = new ArrayList<>();
      while (at < text.length()) {
        Row row = row();
        if (!row.isBlank()) {
          rows.add(row);
        }
      }
      return rows;
    }

    private Row row() {
      int start = line;
      List<String> cells = new ArrayList<>();
      while (true) {
        cells.add(cell());
        if (at == text.length()) {
          return new Row(start, cells);
        }
        char end = text.charAt(at++);
        if (end == '\n') {
          line++;
          return new Row(start, cells);
        }
      }
    }

    private String cell() {
      StringBuilder cell = new StringBuilder();
      if (delimiter == ',' && at < text.length() && text.charAt(at) == '"') {
        quoted(cell);
      }
      while (at < text.length() && text.charAt(at) != delimiter && text.charAt(at) != '\n') {
        char c = text.charAt(at++);
        boolean lineEnd = c == '\r' && (at == text.length() || text.charAt(at) == '\n');
        if (!lineEnd) {
          cell.append(c);
        }
      }
      return cell.toString();
    }

    private void quoted(StringBuilder cell) {
      int start = line;
      at++;
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c != '"') {
          line += c == '\n' ? 1 : 0;
          cell.append(c);
        } else if (at < text.length() && text.charAt(at) == '"') {
          cell.append(text.charAt(at++));
        } else {
          return;
        }
      }
      throw new InputFailure(file + ":" + start + ": a quote opens that is never closed");
    }
  }
}
