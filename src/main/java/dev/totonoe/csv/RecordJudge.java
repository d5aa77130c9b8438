package dev.totonoe.csv;

import dev.totonoe.record.Parsed;
import dev.totonoe.record.Place;
import dev.totonoe.record.Record;
import dev.totonoe.record.Reject;
import dev.totonoe.record.RejectReason;
import java.util.List;
import java.util.Optional;

/// Turns the bytes of one cut into a record, or into a reject that says what is wrong with them.
final class RecordJudge {
  private final Encoding encoding;
  private final List<String> header;
  private final List<String> headerSigns;
  private final boolean headerInFile;
  private final CellParser parser;

  RecordJudge(Dialect dialect, List<String> header) {
    this.encoding = dialect.encoding();
    this.header = List.copyOf(header);
    this.headerSigns = header.stream().map(RecordJudge::bare).toList();
    this.headerInFile = dialect.headerLine() > 0;
    this.parser = new CellParser(dialect.delimiter());
  }

  Parsed record(Place place, RecordCutter cut) {
    RawText raw = RawText.decode(cut.bytes(), cut.start(), cut.end(), encoding);
    if (raw.fault().isPresent()) {
      return undecodable(place, raw.text(), raw.fault().get(), cut);
    }
    Optional<List<String>> parsed = parser.cells(raw.text());
    if (parsed.isEmpty()) {
      return strayQuote(place, raw.text());
    }
    List<String> cells = parsed.get();
    if (cells.stream().allMatch(String::isBlank)) {
      return reject(
          place,
          0,
          RejectReason.EMPTY_RECORD,
          "expected a value in at least one cell but found %s"
              .formatted(cells.size() == 1 ? "one empty cell" : cells.size() + " empty cells"),
          "nothing is lost with it",
          raw.text());
    }
    if (headerInFile && isHeaderAgain(cells)) {
      return reject(
          place,
          0,
          RejectReason.REPEATED_HEADER,
          "expected a record but found the header again",
          "nothing is lost with it",
          raw.text());
    }
    if (cells.size() < header.size()) {
      return reject(
          place,
          0,
          RejectReason.TOO_FEW_CELLS,
          expectedCells() + " but found " + cells.size(),
          "add the missing cells, or quote a line break that stands inside a cell",
          raw.text());
    }
    if (cells.size() > header.size()) {
      List<String> extra = cells.subList(header.size(), cells.size());
      if (!extra.stream().allMatch(String::isEmpty)) {
        return reject(
            place,
            header.size() + 1,
            RejectReason.TOO_MANY_CELLS,
            expectedCells() + " but found " + cells.size(),
            "quote a cell that has the delimiter in it",
            raw.text());
      }
      cells = cells.subList(0, header.size());
    }
    return new Record(place, cells);
  }

  Reject strayQuote(Place place, RecordCutter cut) {
    return strayQuote(place, RawText.decode(cut.bytes(), cut.start(), cut.end(), encoding).text());
  }

  Reject tooLong(Place place, RecordCutter cut) {
    return reject(
        place,
        0,
        RejectReason.TOO_LONG,
        "expected at most %,d bytes in a record but found a line of %,d, of which the raw text keeps the first %,d"
            .formatted(Limits.RECORD_BYTES_MAX, cut.length(), Limits.RECORD_BYTES_MAX),
        "look for missing line ends",
        RawText.decode(cut.bytes(), cut.start(), cut.end(), encoding).text());
  }

  private Reject undecodable(Place place, String text, RawText.Fault fault, RecordCutter cut) {
    return reject(
        place,
        parser.lastCell(fault.textBefore()),
        RejectReason.UNDECODABLE,
        "expected %s text but found %s at byte %,d of the record (byte %,d of the file)"
            .formatted(
                encoding.word(),
                fault.bytes(),
                fault.index() + 1,
                cut.offset() + fault.index() + 1),
        "save the file again in one encoding",
        text);
  }

  private Reject strayQuote(Place place, String line) {
    return reject(
        place,
        parser.lastCell(line),
        RejectReason.STRAY_QUOTE,
        "expected the quoted cell to close before a delimiter or line end, within %d lines and %,d bytes, but it does not"
            .formatted(Limits.QUOTED_CELL_LINES_MAX, Limits.RECORD_BYTES_MAX),
        "write a quote inside a quoted cell twice, or close the cell",
        line);
  }

  private String expectedCells() {
    String count = header.size() == 1 ? "expected 1 cell" : "expected " + header.size() + " cells";
    return count + (headerInFile ? " as in the header" : " as in most records");
  }

  private boolean isHeaderAgain(List<String> cells) {
    if (cells.size() < header.size()) {
      return false;
    }
    for (int i = 0; i < cells.size(); i++) {
      String expected = i < header.size() ? headerSigns.get(i) : "";
      if (!bare(cells.get(i)).equals(expected)) {
        return false;
      }
    }
    return true;
  }

  /// A header cell without what joining files puts around it: byte order marks, and the quotes that
  /// a mark in front of them turns into text.
  private static String bare(String cell) {
    String text = cell.replace("\uFEFF", "").strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted && text.length() < cell.length() ? text.substring(1, text.length() - 1) : text;
  }

  private static Reject reject(
      Place place, int column, RejectReason reason, String what, String remedy, String raw) {
    String where = column == 0 ? place.toString() : place + ":" + column;
    return new Reject(
        place,
        column,
        reason,
        where + ": " + what + "; the record went to rejects.csv; " + remedy,
        raw);
  }
}
