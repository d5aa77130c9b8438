package dev.totonoe.csv;

import dev.totonoe.failure.InputFailure;
import dev.totonoe.record.Place;
import dev.totonoe.record.Record;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Takes a first look at a file: how it is written, what its header is, and its first records.
///
/// It reads the first MiB; where that is pure ASCII it reads on to the first other byte, so that
/// the encoding is judged by text that shows it. A file that is ASCII to its end is UTF-8.
public final class Sniffer {
  private static final List<Character> DELIMITERS = List.of(',', '\t', ';', '|');
  private static final int READ_BYTES = 256 << 10;

  /// The dialect, its header line still open, and the records with their cells.
  private record Look(Dialect dialect, List<Row> rows) {}

  private record Row(int line, List<String> cells) {}

  private Sniffer() {}

  /// @throws InputFailure the file is a spreadsheet or the like, or the hinted header line is not
  ///   there
  public static Sniffed sniff(Path file, DialectHints hints) throws IOException {
    byte[] head;
    byte[] tell;
    try (InputStream in = RawBytes.open(file)) {
      head = in.readNBytes(Limits.SNIFF_BYTES_MAX);
      tell = tellingBytes(head, in);
    }
    OtherFormat.of(head)
        .ifPresent(
            other -> {
              throw new InputFailure(
                  "%s: expected CSV but found %s; save the list as CSV"
                      .formatted(file.getFileName(), other.description()));
            });
    Marks marks = Marks.of(head, hints);
    Encoding encoding = marks.encoding.or(hints::encoding).orElseGet(() -> EncodingGuess.of(tell));
    byte[] body = Arrays.copyOfRange(head, marks.bytes, head.length);
    if (head.length == Limits.SNIFF_BYTES_MAX) {
      body = wholeLines(body, encoding);
    }
    LineEnd lineEnd = lineEnd(body, encoding);
    List<Look> looks = new ArrayList<>();
    for (char delimiter : hints.delimiter().map(List::of).orElse(DELIMITERS)) {
      looks.add(look(new Dialect(encoding, marks.bytes, delimiter, lineEnd, 0), body));
    }
    Look look = mostConsistent(looks);
    int headerLine = headerLine(file, hints, look);
    char delimiter = look.dialect.delimiter();
    Dialect dialect = new Dialect(encoding, marks.bytes, delimiter, lineEnd, headerLine);
    return headerLine == 0
        ? withoutHeader(file, dialect, look, body)
        : withHeader(file, dialect, body);
  }

  /// Byte order marks at the start of the file.
  private record Marks(Optional<Encoding> encoding, int bytes) {
    static Marks of(byte[] head, DialectHints hints) {
      for (Encoding encoding : List.of(Encoding.UTF_8, Encoding.UTF_16LE, Encoding.UTF_16BE)) {
        byte[] mark = encoding.byteOrderMark();
        int bytes = 0;
        while (Arrays.equals(
            head, bytes, Math.min(head.length, bytes + mark.length), mark, 0, mark.length)) {
          bytes += mark.length;
        }
        if (bytes > 0 && hints.encoding().map(hint -> hint == encoding).orElse(true)) {
          return new Marks(Optional.of(encoding), bytes);
        }
      }
      return new Marks(Optional.empty(), 0);
    }
  }

  /// A piece of the file around its first byte that is not ASCII text, from the start of a line.
  private static byte[] tellingBytes(byte[] head, InputStream rest) throws IOException {
    byte[] piece = head;
    while (true) {
      int first = firstTelling(piece);
      if (first < piece.length) {
        int start = first;
        while (start > 0 && piece[start - 1] != '\n') {
          start--;
        }
        if (piece == head && first < Limits.ENCODING_SAMPLE_BYTES_MAX) {
          start = 0;
        }
        byte[] known = Arrays.copyOfRange(piece, start & ~1, piece.length);
        int more = Limits.ENCODING_SAMPLE_BYTES_MAX - known.length;
        if (more <= 0) {
          return Arrays.copyOf(known, Limits.ENCODING_SAMPLE_BYTES_MAX);
        }
        byte[] behind = rest.readNBytes(more);
        byte[] sample = Arrays.copyOf(known, known.length + behind.length);
        System.arraycopy(behind, 0, sample, known.length, behind.length);
        return sample;
      }
      byte[] next = rest.readNBytes(READ_BYTES);
      if (next.length == 0) {
        return new byte[0];
      }
      piece = next;
    }
  }

  private static int firstTelling(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && bytes[i] > 0 && bytes[i] != 0x1B) {
      i++;
    }
    return i;
  }

  private static LineEnd lineEnd(byte[] body, Encoding encoding) {
    Units units = Units.of(new Dialect(encoding, 0, ',', LineEnd.LF, 0));
    int width = units.width();
    int feeds = 0;
    int pairs = 0;
    for (int i = units.lineEnd(body, 0, body.length);
        i >= 0;
        i = units.lineEnd(body, i + width, body.length)) {
      feeds++;
      pairs += i >= width && units.is(body, i - width, '\r') ? 1 : 0;
    }
    if (feeds > 0) {
      return 2 * pairs > feeds ? LineEnd.CRLF : LineEnd.LF;
    }
    Units returns = Units.of(new Dialect(encoding, 0, ',', LineEnd.CR, 0));
    return returns.lineEnd(body, 0, body.length) >= 0 ? LineEnd.CR : LineEnd.LF;
  }

  /// The piece up to its last line end; all of it where it has none.
  private static byte[] wholeLines(byte[] body, Encoding encoding) {
    Units units = Units.of(new Dialect(encoding, 0, ',', LineEnd.LF, 0));
    int width = units.width();
    for (int end = body.length - body.length % width; end >= width; end -= width) {
      if (units.is(body, end - width, '\n')) {
        return Arrays.copyOf(body, end);
      }
    }
    return body;
  }

  private static Look mostConsistent(List<Look> looks) {
    Look best = looks.getFirst();
    for (Look look : looks) {
      best = consistency(look.rows) > consistency(best.rows) ? look : best;
    }
    return best;
  }

  /// How well a delimiter explains the records: the share of records with the usual number of cells
  /// counts twice, the number itself by its logarithm; 0 where that number is 1.
  private static double consistency(List<Row> rows) {
    Map<Integer, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row.cells.size(), 1, Integer::sum));
    double best = 0;
    for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
      double share = (double) count.getValue() / rows.size();
      best = Math.max(best, share * share * Math.log(count.getKey()));
    }
    return best;
  }

  private static Look look(Dialect dialect, byte[] body) {
    RecordCutter cutter = RecordCutter.ofFile(dialect, Limits.STANDARD);
    CellParser parser = new CellParser(dialect.delimiter());
    List<Row> rows = new ArrayList<>();
    cutter.feed(body, 0, body.length);
    cutter.finish();
    for (RecordCutter.Cut cut = cutter.next();
        cut != null && rows.size() < Limits.SAMPLE_RECORDS_MAX;
        cut = cutter.next()) {
      if (cut == RecordCutter.Cut.RECORD) {
        int line = Math.toIntExact(cutter.line());
        parser.cells(text(cutter, dialect)).ifPresent(cells -> rows.add(new Row(line, cells)));
      }
    }
    return new Look(dialect, rows);
  }

  private static int headerLine(Path file, DialectHints hints, Look look) {
    if (hints.headerLine().isEmpty()) {
      OptionalInt header = HeaderGuess.of(look.rows.stream().map(Row::cells).toList());
      return header.isPresent() ? look.rows.get(header.getAsInt()).line : 0;
    }
    int line = hints.headerLine().getAsInt();
    if (line > 0 && !look.rows.isEmpty() && look.rows.getLast().line < line) {
      throw new InputFailure(
          "%s:%d: expected the header but the last record starts on line %d; correct the header line in the profile"
              .formatted(file, line, look.rows.getLast().line));
    }
    return look.rows.isEmpty() ? 0 : line;
  }

  private static Sniffed withHeader(Path file, Dialect dialect, byte[] body) {
    RecordCutter cutter = RecordCutter.ofFile(dialect, Limits.STANDARD);
    cutter.feed(body, 0, body.length);
    cutter.finish();
    List<String> titles = new ArrayList<>();
    RecordCutter.Cut cut = cutter.next();
    while (cut == RecordCutter.Cut.TITLE) {
      titles.add(text(cutter, dialect));
      cut = cutter.next();
    }
    String headerText = cut == null ? "" : text(cutter, dialect);
    Optional<List<String>> header = new CellParser(dialect.delimiter()).cells(headerText);
    if (header.isEmpty() || headerText.isBlank()) {
      throw new InputFailure(
          "%s:%d: expected the header but found %s; correct the file, or the header line in the profile"
              .formatted(
                  file,
                  dialect.headerLine(),
                  header.isEmpty() ? "a quoted cell that is not closed" : "a blank line"));
    }
    return new Sniffed(dialect, header.get(), titles, sample(file, dialect, header.get(), body));
  }

  private static Sniffed withoutHeader(Path file, Dialect dialect, Look look, byte[] body) {
    List<List<String>> records = look.rows.stream().map(Row::cells).toList();
    int width = records.isEmpty() ? 0 : HeaderGuess.usualWidth(records);
    List<String> header = IntStream.rangeClosed(1, width).mapToObj(n -> "column_" + n).toList();
    return new Sniffed(dialect, header, List.of(), sample(file, dialect, header, body));
  }

  /// The first records as reading will give them.
  private static List<List<String>> sample(
      Path file, Dialect dialect, List<String> header, byte[] body) {
    RecordCutter cutter = RecordCutter.ofFile(dialect, Limits.STANDARD);
    RecordJudge judge = new RecordJudge(dialect, header);
    Place place = new Place(file.toString(), 1, 1);
    List<List<String>> sample = new ArrayList<>();
    cutter.feed(body, 0, body.length);
    cutter.finish();
    for (RecordCutter.Cut cut = cutter.next();
        cut != null && sample.size() < Limits.SAMPLE_RECORDS_MAX;
        cut = cutter.next()) {
      if (cut == RecordCutter.Cut.RECORD
          && judge.record(place, cutter) instanceof Record(Place _, List<String> cells)) {
        sample.add(cells);
      }
    }
    return sample;
  }

  private static String text(RecordCutter cutter, Dialect dialect) {
    return RawText.decode(cutter.bytes(), cutter.start(), cutter.end(), dialect.encoding()).text();
  }
}
