package dev.totonoe.csv;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Splits the text of one record into cells with opencsv's RFC 4180 parser.
///
/// That parser knows our rules but for one: it also folds `""` to `"` in cells that are not quoted,
/// where we take quotes for text (`5"" x` stays as it is). So every quote in an unquoted cell is
/// doubled before the parser sees it, and it folds them back. opencsv's other parser (`CSVParser`)
/// is no alternative: it has an escape character, drops quotes in the middle of cells and trims
/// before them.
///
/// Not safe for use by several threads: opencsv's parser keeps state.
public final class CellParser {
  private final ICSVParser parser;
  private final char delimiter;

  public CellParser(char delimiter) {
    this.parser = new RFC4180ParserBuilder().withSeparator(delimiter).build();
    this.delimiter = delimiter;
  }

  /// The cells; empty where a quoted cell is not closed properly.
  public Optional<List<String>> cells(String record) {
    if (record.indexOf('"') < 0) {
      return Optional.of(parse(record));
    }
    boolean quoteInText = false;
    int i = 0;
    while (i <= record.length()) {
      int end = cellEnd(record, i);
      if (end < 0) {
        return Optional.empty();
      }
      // A quoted cell has its first quote at its start, text has it further on.
      quoteInText |= record.indexOf('"', i, end) > i;
      i = end + 1;
    }
    return Optional.of(parse(quoteInText ? doubleQuotesInText(record) : record));
  }

  private String doubleQuotesInText(String record) {
    StringBuilder doubled = new StringBuilder(record.length() + 8);
    int i = 0;
    while (i <= record.length()) {
      int end = cellEnd(record, i);
      if (i < end && record.charAt(i) == '"') {
        doubled.append(record, i, end);
      } else {
        appendDoubled(doubled, record, i, end);
      }
      if (end < record.length()) {
        doubled.append(delimiter);
      }
      i = end + 1;
    }
    return doubled.toString();
  }

  /// The number, from 1, of the cell that is open or broken at the end of a text; the last cell
  /// where all are in order.
  int lastCell(String text) {
    int number = 1;
    int i = 0;
    while (i <= text.length()) {
      int end = cellEnd(text, i);
      if (end < 0 || end == text.length()) {
        return number;
      }
      number++;
      i = end + 1;
    }
    return number;
  }

  /// The index of the delimiter behind the cell or the text's length; -1: not closed properly.
  private int cellEnd(String text, int from) {
    if (from >= text.length() || text.charAt(from) != '"') {
      int end = text.indexOf(delimiter, from);
      return end < 0 ? text.length() : end;
    }
    int i = from + 1;
    while (true) {
      int quote = text.indexOf('"', i);
      if (quote < 0) {
        return -1;
      }
      if (quote + 1 == text.length() || text.charAt(quote + 1) == delimiter) {
        return quote + 1;
      }
      if (text.charAt(quote + 1) != '"') {
        return -1;
      }
      i = quote + 2;
    }
  }

  private static void appendDoubled(StringBuilder out, String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char sign = text.charAt(i);
      out.append(sign);
      if (sign == '"') {
        out.append(sign);
      }
    }
  }

  private List<String> parse(String record) {
    try {
      return List.of(parser.parseLine(record));
    } catch (IOException impossible) {
      throw new UncheckedIOException("opencsv reads from memory", impossible);
    }
  }
}
