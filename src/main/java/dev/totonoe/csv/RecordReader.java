package dev.totonoe.csv;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.record.Parsed;
import dev.totonoe.record.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads the records of one span. Every record that [BoundaryScanner] counted comes out exactly
/// once, as a [dev.totonoe.record.Record] with its cells in the file's order or as a
/// [dev.totonoe.record.Reject].
///
/// Cells beyond the header's are dropped where all of them are empty (`1,2,,` under `a,b`): they
/// have no column and say nothing. Any other difference in number is a reject.
public final class RecordReader implements Iterator<Parsed>, AutoCloseable {
  private static final int BUFFER_BYTES = 256 << 10;

  private final InputStream in;
  private final String file;
  private final RecordCutter cutter;
  private final RecordJudge judge;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final OptionalLong checksum;

  private long bytesLeft;
  private long ordinal;
  private boolean ended;
  private boolean checked;
  private @Nullable Parsed next;

  private RecordReader(
      InputStream in,
      String file,
      RecordCutter cutter,
      RecordJudge judge,
      long bytesMax,
      long firstOrdinal,
      OptionalLong checksum) {
    this.in = in;
    this.file = file;
    this.cutter = cutter;
    this.judge = judge;
    this.bytesLeft = bytesMax;
    this.ordinal = firstOrdinal;
    this.checksum = checksum;
  }

  /// Reads one span.
  ///
  /// @param bytesOfSpan the decompressed file, positioned at the span's offset; not read beyond the
  ///   span's end; closed by [#close]
  /// @param file the file's name for places and messages, such as `raw/items.csv`
  /// @param header the header's cells, as [Sniffed#header] has them
  public static RecordReader open(
      InputStream bytesOfSpan, Span span, Dialect dialect, String file, List<String> header) {
    return open(bytesOfSpan, span, dialect, file, header, Limits.STANDARD);
  }

  static RecordReader open(
      InputStream bytesOfSpan,
      Span span,
      Dialect dialect,
      String file,
      List<String> header,
      Limits limits) {
    return new RecordReader(
        bytesOfSpan,
        file,
        RecordCutter.ofSpan(dialect, limits, span.offset(), span.firstLine()),
        new RecordJudge(dialect, header),
        span.length(),
        span.firstOrdinal(),
        OptionalLong.of(span.crc32c()));
  }

  /// Reads a whole file from its first byte, without a plan: nothing is known to check it against.
  public static RecordReader openWhole(
      InputStream bytes, Dialect dialect, String file, List<String> header) {
    RecordReader reader =
        new RecordReader(
            bytes,
            file,
            RecordCutter.ofFile(dialect, Limits.STANDARD),
            new RecordJudge(dialect, header),
            Long.MAX_VALUE,
            1,
            OptionalLong.empty());
    try {
      bytes.skipNBytes(dialect.bomBytes());
    } catch (IOException e) {
      throw reader.unreadable(e);
    }
    return reader;
  }

  /// @throws EnvironmentFailure the bytes cannot be read, or are not those that the span was made
  ///   of
  @Override
  public boolean hasNext() {
    while (next == null) {
      RecordCutter.Cut cut = cutter.next();
      if (cut != null) {
        next = judge(cut);
      } else if (ended) {
        check();
        return false;
      } else {
        fill();
      }
    }
    return true;
  }

  @Override
  public Parsed next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Parsed result = next;
    next = null;
    return result;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private @Nullable Parsed judge(RecordCutter.Cut cut) {
    return switch (cut) {
      case TITLE, HEADER, BLANK -> null;
      case RECORD -> judge.record(place(), cutter);
      case STRAY_QUOTE -> judge.strayQuote(place(), cutter);
      case TOO_LONG -> judge.tooLong(place(), cutter);
    };
  }

  private Place place() {
    return new Place(file, ordinal++, cutter.line());
  }

  private void fill() {
    int read;
    try {
      read = bytesLeft == 0 ? -1 : in.read(buffer, 0, (int) Math.min(buffer.length, bytesLeft));
    } catch (IOException e) {
      throw unreadable(e);
    }
    if (read >= 0) {
      bytesLeft -= read;
      cutter.feed(buffer, 0, read);
      return;
    }
    ended = true;
    cutter.finish();
    if (checksum.isPresent() && bytesLeft > 0) {
      throw changed("it ends %,d bytes early".formatted(bytesLeft));
    }
  }

  /// Only now are all bytes in the checksum; what was handed out so far is worth what it says.
  private void check() {
    if (!checked && checksum.isPresent() && cutter.takeChecksum() != checksum.getAsLong()) {
      throw changed("its checksum is not that of the plan");
    }
    checked = true;
  }

  private EnvironmentFailure changed(String how) {
    return new EnvironmentFailure(
        file
            + ": changed while it was being read: "
            + how
            + "; leave the input alone during a run and run again");
  }

  private EnvironmentFailure unreadable(IOException e) {
    return new EnvironmentFailure(
        "%s:%d: cannot be read (%s); run again".formatted(file, cutter.nextLine(), IoReason.of(e)),
        e);
  }
}
