package dev.totonoe.csv;

import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The one machine that knows where records end. Bytes are pushed in, cuts come out; planning and
/// reading both use it, so that they cannot disagree.
///
/// A line without any quote is a record: that is the fast path. Otherwise its cells are walked
/// ([CellWalk]), and a record goes on while a line ends inside a quoted cell. A cell that is not
/// closed properly, covers more than [Limits#quotedCellLinesMax] lines or makes the record longer
/// than [Limits#recordBytesMax] has a stray quote: only the line on which the record starts is cut
/// off, and reading resumes at the next line.
///
/// **Cost.** Looking ahead from a stray quote walks lines that are cut again afterwards. It stays
/// linear: when a look-ahead fails in line F, all lines up to F that it entered inside a cell are
/// doomed. A record that starts later and enters one of them inside a cell goes the same way from
/// there on, so it fails there and then instead of at F. (Where the limit on bytes made the first
/// one fail, the later one might have got a little further; it fails all the same.) So a line is
/// walked at most three times.
///
/// A span must not end inside a doomed stretch ([#settled]): then a reader that starts at the
/// span's first byte, and knows nothing of what came before, makes the same cuts.
///
/// **Memory.** One record of the greatest length and one pushed buffer.
final class RecordCutter {
  /// What was cut off.
  enum Cut {
    /// A line above the header.
    TITLE,
    HEADER,
    /// A line without characters, or with spaces only.
    BLANK,
    RECORD,
    /// The first line of what would have been a record but for a stray quote in it.
    STRAY_QUOTE,
    /// A line that is longer than the limit; [#end] is at the limit.
    TOO_LONG
  }

  private static final byte[] NOTHING = new byte[0];
  private static final int NONE = -1;

  private final Limits limits;
  private final Units units;
  private final int width;
  private final CellWalk walk;
  private final boolean stripsCarriageReturn;
  private final CRC32C checksum = new CRC32C();

  private byte[] window = new byte[64 << 10];
  private int limit;
  private boolean ended;

  /// File offset of `window[0]`.
  private long base;

  /// Where the next cut starts.
  private int mark;

  /// Bytes before it are in the checksum.
  private int checksumMark;

  private long markLine;
  private int titleLinesLeft;
  private boolean headerDue;

  // The record that is being looked at.
  private int scanned;
  private int lineStart;
  private int openLines;
  private int openCellLines;
  private int firstLineEnd = NONE;
  private int firstLineNext;
  private long doomedUntil = NONE;

  // A line that is longer than the window may be.
  private byte @Nullable [] longLine;
  private long longLineBytes;

  // The last cut.
  private byte[] cutBytes = NOTHING;
  private int cutStart;
  private int cutEnd;
  private long cutOffset;
  private long cutLine;
  private long cutLength;

  private RecordCutter(Dialect dialect, Limits limits, long offset, long line) {
    this.limits = limits;
    units = Units.of(dialect);
    width = units.width();
    walk = new CellWalk(units, dialect.delimiter());
    stripsCarriageReturn = dialect.lineEnd() != LineEnd.CR;
    base = offset;
    markLine = line;
  }

  /// Cuts a whole file, without its byte order marks.
  static RecordCutter ofFile(Dialect dialect, Limits limits) {
    RecordCutter cutter = new RecordCutter(dialect, limits, dialect.bomBytes(), 1);
    cutter.headerDue = dialect.headerLine() > 0;
    cutter.titleLinesLeft = Math.max(0, dialect.headerLine() - 1);
    return cutter;
  }

  /// Cuts bytes from the start of a record on.
  static RecordCutter ofSpan(Dialect dialect, Limits limits, long offset, long line) {
    return new RecordCutter(dialect, limits, offset, line);
  }

  /// Takes more bytes. All cuts of the bytes before must have been taken.
  void feed(byte[] bytes, int offset, int length) {
    compact();
    if (limit + length > window.length) {
      window = Arrays.copyOf(window, Math.max(limit + length, 2 * window.length));
    }
    System.arraycopy(bytes, offset, window, limit, length);
    limit += length;
  }

  /// There are no more bytes.
  void finish() {
    ended = true;
  }

  /// Cuts off the next piece; `null`: push more bytes, or, after [#finish], everything is cut.
  @Nullable Cut next() {
    while (true) {
      int end = units.lineEnd(window, scanned, limit);
      if (end == NONE && !ended) {
        scanned = limit - (limit - scanned) % width;
        if (longLine != null
            || limit - mark > limits.recordBytesMax() + Limits.LINE_END_BYTES_MAX) {
          if (openLines > 0) {
            return stray();
          }
          swallow(limit - (limit - mark) % width);
        }
        return null;
      }
      if (end == NONE && lineStart == limit && longLine == null) {
        return openLines > 0 ? strayAtEnd() : null;
      }
      int next = end == NONE ? limit : end + width;
      int contentEnd = stripCarriageReturn(end == NONE ? limit : end);
      Cut cut = cutLine(contentEnd, next);
      if (cut != null) {
        return cut;
      }
      scanned = next;
      lineStart = next;
      units.quoteSeen = false;
    }
  }

  /// The bytes that [#start] and [#end] point into; valid until the next call of [#feed].
  byte[] bytes() {
    return cutBytes;
  }

  int start() {
    return cutStart;
  }

  /// Behind the cut's last byte, its line end not included.
  int end() {
    return cutEnd;
  }

  /// The cut's place in the file.
  long offset() {
    return cutOffset;
  }

  /// The cut's bytes with its line end, whatever part of them is at hand.
  long length() {
    return cutLength;
  }

  /// The physical line on which the cut starts.
  long line() {
    return cutLine;
  }

  /// The physical line behind the cut.
  long nextLine() {
    return markLine;
  }

  /// The file offset behind the cut.
  long nextOffset() {
    return base + mark;
  }

  /// Whether a span may end behind the cut.
  boolean settled() {
    return nextOffset() >= doomedUntil;
  }

  /// The CRC-32C of all bytes cut since the last call.
  long takeChecksum() {
    addToChecksum();
    long value = checksum.getValue();
    checksum.reset();
    return value;
  }

  private @Nullable Cut cutLine(int contentEnd, int next) {
    if (openLines == 0) {
      if (titleLinesLeft > 0 && longLine == null) {
        titleLinesLeft--;
        return cut(Cut.TITLE, contentEnd, next, 1);
      }
      if (longLine != null || contentEnd - mark > limits.recordBytesMax()) {
        return cutLongLine(next);
      }
      if (!units.quoteSeen) {
        return cut(isBlank(contentEnd) ? Cut.BLANK : Cut.RECORD, contentEnd, next, 1);
      }
      units.startRecord();
    } else if (contentEnd - mark > limits.recordBytesMax()) {
      return stray();
    }
    return switch (walk.line(window, lineStart, contentEnd, openLines > 0)) {
      case CLOSED -> cut(Cut.RECORD, contentEnd, next, openLines + 1);
      case BROKEN -> {
        rememberFirstLine(contentEnd, next);
        yield stray();
      }
      case OPEN -> {
        rememberFirstLine(contentEnd, next);
        openLines++;
        openCellLines = walk.opensHere() ? 1 : openCellLines + 1;
        boolean doomed = base + next <= doomedUntil;
        boolean tooTall = openCellLines >= limits.quotedCellLinesMax();
        yield doomed || tooTall ? stray() : null;
      }
    };
  }

  private void rememberFirstLine(int contentEnd, int next) {
    if (openLines == 0) {
      firstLineEnd = contentEnd;
      firstLineNext = next;
    }
  }

  private Cut strayAtEnd() {
    doomedUntil = Long.MAX_VALUE;
    return stray();
  }

  /// The record fails in the line at hand: only its first line is cut off.
  private Cut stray() {
    if (openLines > 0) {
      doomedUntil = Math.max(doomedUntil, base + lineStart);
    }
    return cut(Cut.STRAY_QUOTE, firstLineEnd, firstLineNext, 1);
  }

  private Cut cut(Cut kind, int contentEnd, int next, int lines) {
    cutBytes = window;
    cutStart = mark;
    cutEnd = contentEnd;
    cutOffset = base + mark;
    cutLength = next - mark;
    return finishCut(kind, next, lines);
  }

  private Cut cutLongLine(int next) {
    swallow(next);
    cutBytes = longLine == null ? NOTHING : longLine;
    cutStart = 0;
    cutEnd = cutBytes.length;
    cutOffset = base + mark - longLineBytes;
    cutLength = longLineBytes;
    longLine = null;
    longLineBytes = 0;
    if (titleLinesLeft > 0) {
      titleLinesLeft--;
      return finishCut(Cut.TITLE, mark, 1);
    }
    return finishCut(Cut.TOO_LONG, mark, 1);
  }

  /// Lets go of the bytes up to `to` but for the first of the line, as many as a record may have.
  private void swallow(int to) {
    if (longLine == null) {
      longLine = Arrays.copyOfRange(window, mark, mark + limits.recordBytesMax());
    }
    longLineBytes += to - mark;
    mark = to;
    lineStart = to;
    scanned = Math.max(scanned, to);
  }

  private Cut finishCut(Cut kind, int next, int lines) {
    cutLine = markLine;
    markLine += lines;
    mark = next;
    scanned = next;
    lineStart = next;
    openLines = 0;
    units.quoteSeen = false;
    if (headerDue && kind != Cut.TITLE) {
      headerDue = false;
      // Spans start behind the header, so nothing that it ran into may count there.
      doomedUntil = NONE;
      return Cut.HEADER;
    }
    return kind;
  }

  private boolean isBlank(int contentEnd) {
    for (int i = mark; i < contentEnd; i += width) {
      if (i + width > contentEnd || !units.is(window, i, ' ')) {
        return false;
      }
    }
    return true;
  }

  private int stripCarriageReturn(int end) {
    int before = end - width;
    boolean strip = stripsCarriageReturn && before >= lineStart && units.is(window, before, '\r');
    return strip ? before : end;
  }

  private void addToChecksum() {
    checksum.update(window, checksumMark, mark - checksumMark);
    checksumMark = mark;
  }

  private void compact() {
    addToChecksum();
    if (mark == 0) {
      return;
    }
    System.arraycopy(window, mark, window, 0, limit - mark);
    base += mark;
    scanned -= mark;
    lineStart -= mark;
    firstLineEnd -= mark;
    firstLineNext -= mark;
    limit -= mark;
    mark = 0;
    checksumMark = 0;
  }
}
