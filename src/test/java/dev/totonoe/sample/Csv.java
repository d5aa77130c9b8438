package dev.totonoe.sample;

import java.util.List;
import java.util.stream.Collectors;

/// RFC 4180 cells, quoted only where they must be.
final class Csv {
  private Csv() {}

  static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : quoted(text);
  }

  static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  static String row(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
  }
}
