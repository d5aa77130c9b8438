package dev.totonoe.csv;

import java.util.function.Consumer;

/// One sequential pass over the decompressed bytes of a file. It finds the bounds of records and
/// hands out spans of whole records; a span is closed at the first record end at or behind the
/// target, or a little later where a stray quote makes the records there depend on each other.
///
/// Bytes are pushed in, byte order marks included, so that the caller can hash the same buffers.
/// Cost: linear in the bytes. Memory: one record of the greatest length and one pushed buffer.
public final class BoundaryScanner {
  private final RecordCutter cutter;
  private final long spanBytesTarget;
  private final Consumer<Span> spans;

  private int bomBytesLeft;
  private long bytes;
  private long records;
  private long blankLines;

  private long spanOffset;
  private long spanLine;
  private long spanOrdinal;
  private long spanRecords;
  private long spanEnd;

  /// @param spanBytesTarget how long a span should be, at least 1
  /// @param spans takes each span as soon as it is closed, in the file's order
  public BoundaryScanner(Dialect dialect, long spanBytesTarget, Consumer<Span> spans) {
    this(dialect, spanBytesTarget, spans, Limits.STANDARD);
  }

  BoundaryScanner(Dialect dialect, long spanBytesTarget, Consumer<Span> spans, Limits limits) {
    if (spanBytesTarget < 1) {
      throw new IllegalArgumentException("a span has at least one byte: " + spanBytesTarget);
    }
    this.cutter = RecordCutter.ofFile(dialect, limits);
    this.spanBytesTarget = spanBytesTarget;
    this.spans = spans;
    this.bomBytesLeft = dialect.bomBytes();
    this.spanOffset = dialect.bomBytes();
    this.spanLine = 1;
    this.spanOrdinal = 1;
  }

  public void write(byte[] buffer, int off, int len) {
    bytes += len;
    int skipped = Math.min(bomBytesLeft, len);
    bomBytesLeft -= skipped;
    cutter.feed(buffer, off + skipped, len - skipped);
    takeCuts();
  }

  /// The file has ended. Closes the last span.
  public Totals finish() {
    cutter.finish();
    takeCuts();
    if (spanRecords > 0) {
      closeSpan();
    }
    return new Totals(records, cutter.nextLine() - 1, blankLines, bytes);
  }

  private void takeCuts() {
    for (RecordCutter.Cut cut = cutter.next(); cut != null; cut = cutter.next()) {
      switch (cut) {
        case TITLE, HEADER -> startSpan();
        case BLANK -> blankLines++;
        case RECORD, STRAY_QUOTE, TOO_LONG -> {
          records++;
          spanRecords++;
        }
      }
      spanEnd = cutter.nextOffset();
      if (spanRecords > 0 && spanEnd - spanOffset >= spanBytesTarget && cutter.settled()) {
        closeSpan();
      }
    }
  }

  private void closeSpan() {
    spans.accept(
        new Span(
            spanOffset,
            spanEnd - spanOffset,
            spanLine,
            spanOrdinal,
            spanRecords,
            cutter.takeChecksum()));
    spanOffset = spanEnd;
    spanLine = cutter.nextLine();
    spanOrdinal = records + 1;
    spanRecords = 0;
  }

  private void startSpan() {
    cutter.takeChecksum();
    spanOffset = cutter.nextOffset();
    spanLine = cutter.nextLine();
  }
}
