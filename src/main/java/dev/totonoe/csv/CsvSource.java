package dev.totonoe.csv;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Reads back what [CsvSink] wrote: the header, then row by row, as the same cells. Nothing is
/// guessed here, and whatever is no row of the header's width is damage.
///
/// Memory: one row.
public final class CsvSource implements Iterator<List<String>>, AutoCloseable {
  private static final int BUFFER_BYTES = 256 << 10;

  private final InputStream in;
  private final String shown;
  private final Encoding encoding;
  private final RecordCutter cutter;
  private final CellParser parser;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final List<String> header;
  private boolean ended;
  private @Nullable List<String> next;

  private CsvSource(InputStream in, OutputFormat format, String shown) {
    this.in = in;
    this.shown = shown;
    encoding = format.encoding();
    int bomBytes = format.bom() ? encoding.byteOrderMark().length : 0;
    Dialect dialect = new Dialect(encoding, bomBytes, format.delimiter(), format.lineEnd(), 1);
    cutter = RecordCutter.ofFile(dialect, Limits.OWN_ROWS);
    parser = new CellParser(format.delimiter());
    try {
      in.skipNBytes(bomBytes);
    } catch (IOException e) {
      throw unreadable(e);
    }
    RecordCutter.Cut cut = cut();
    if (cut != RecordCutter.Cut.HEADER) {
      throw damaged(1, "a header");
    }
    header = cells();
  }

  /// @param in the file from its first byte, decompressed; closed by [#close]
  /// @param format how it was written
  /// @param shown the file's name for messages
  /// @throws EnvironmentFailure here and while reading, when the file is not what [CsvSink] writes
  public static CsvSource open(InputStream in, OutputFormat format, String shown) {
    try {
      return new CsvSource(in, format, shown);
    } catch (EnvironmentFailure e) {
      try (in) {
        throw e;
      } catch (IOException closing) {
        e.addSuppressed(closing);
        throw e;
      }
    }
  }

  public List<String> header() {
    return header;
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      RecordCutter.Cut cut = cut();
      next = cut == null ? null : row(cut);
    }
    return next != null;
  }

  @Override
  public List<String> next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    List<String> row = next;
    next = null;
    return row;
  }

  private List<String> row(RecordCutter.Cut cut) {
    List<String> cells = cut == RecordCutter.Cut.RECORD ? cells() : List.of();
    if (cells.size() != header.size()) {
      throw damaged(cutter.line(), "a row of %d cells".formatted(header.size()));
    }
    return cells;
  }

  private List<String> cells() {
    RawText raw = RawText.decode(cutter.bytes(), cutter.start(), cutter.end(), encoding);
    if (raw.fault().isPresent()) {
      throw damaged(cutter.line(), encoding.word() + " text");
    }
    return parser
        .cells(raw.text())
        .orElseThrow(() -> damaged(cutter.line(), "quoted cells that are closed"));
  }

  private RecordCutter.@Nullable Cut cut() {
    RecordCutter.Cut cut = cutter.next();
    while (cut == null && !ended) {
      fill();
      cut = cutter.next();
    }
    return cut;
  }

  private void fill() {
    try {
      int read = in.read(buffer);
      if (read < 0) {
        ended = true;
        cutter.finish();
      } else {
        cutter.feed(buffer, 0, read);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private EnvironmentFailure damaged(long line, String expected) {
    return new EnvironmentFailure(
        "%s:%d: expected %s but found something else; the file is damaged"
            .formatted(shown, line, expected));
  }

  private EnvironmentFailure unreadable(IOException e) {
    return new EnvironmentFailure(shown + ": cannot be read: " + IoReason.of(e), e);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
