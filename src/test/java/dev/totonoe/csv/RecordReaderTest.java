package dev.totonoe.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.record.Place;
import dev.totonoe.record.Reject;
import dev.totonoe.record.RejectReason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RecordReaderTest {
  private static final Dialect UTF_8 = new Dialect(Encoding.UTF_8, 0, ',', LineEnd.LF, 1);
  private static final List<String> HEADER = List.of("name", "price");

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void readsQuotedCellsWithDelimitersQuotesAndLineBreaks(Encoding encoding) {
    WholeFile read = read("\"酢,\"\"米酢\"\"\r\n500ml\",1\r\n5\" 管|能,2\r\n\"\",3", encoding);
    assertThat(read.records())
        .containsExactly(
            List.of("酢,\"米酢\"\r\n500ml", "1"), List.of("5\" 管|能", "2"), List.of("", "3"));
    assertThat(read.totals().physicalLines()).isEqualTo(5);
  }

  @Test
  void takesAQuoteBehindASpaceForText() {
    assertThat(read("a, \"b\"\n").records()).containsExactly(List.of("a", " \"b\""));
  }

  @Test
  void keepsDoubledQuotesOfUnquotedCells() {
    assertThat(read("5\"\" 管,\"x\"\n").records()).containsExactly(List.of("5\"\" 管", "x"));
  }

  @Test
  void seesNoDelimiterInsideACharacterOfWindows31j() {
    // 0x83 0x7C is ポ and 0x7C is '|'; the second line makes the bounds depend on it.
    Dialect dialect = new Dialect(Encoding.WINDOWS_31J, 0, '|', LineEnd.LF, 1);
    byte[] bytes = "name|price\nポ\"ン|\"1\n2\"\n".getBytes(dialect.encoding().charset());
    assertThat(WholeFile.read(bytes, dialect, HEADER, 1).records())
        .containsExactly(List.of("ポ\"ン", "1\n2"));
  }

  @Test
  void seesNoQuoteInsideACharacterOfIso2022Jp() {
    // ア is 0x25 0x22, the latter being '"'; ～ and half-width ｢ too.
    assertThat(read("ア,アア\n｢ア｣,\"ア\nア\"\n", Encoding.ISO_2022_JP).records())
        .containsExactly(List.of("ア", "アア"), List.of("｢ア｣", "ア\nア"));
  }

  @Test
  void skipsBlankLines() {
    WholeFile read = read("\na,1\n   \n\r\nb,2\n\n");
    assertThat(read.records()).containsExactly(List.of("a", "1"), List.of("b", "2"));
    assertThat(read.totals().blankLines()).isEqualTo(4);
    assertThat(read.outcomes().get(1).place()).isEqualTo(new Place(WholeFile.NAME, 2, 6));
  }

  @Test
  void rejectsARecordWithTooFewCells() {
    WholeFile read = read("a,1\nb\nc,3\n");
    assertThat(read.records()).hasSize(2);
    assertThat(read.rejects())
        .containsExactly(
            new Reject(
                new Place("raw/items.csv", 2, 3),
                0,
                RejectReason.TOO_FEW_CELLS,
                "raw/items.csv:3: expected 2 cells as in the header but found 1; the record went to"
                    + " rejects.csv; add the missing cells, or quote a line break that stands inside a"
                    + " cell",
                "b"));
  }

  @Test
  void rejectsARecordWithTooManyCells() {
    Reject reject = onlyReject("a,1,980\n");
    assertThat(reject.reason()).isEqualTo(RejectReason.TOO_MANY_CELLS);
    assertThat(reject.column()).isEqualTo(3);
    assertThat(reject.message())
        .isEqualTo(
            "raw/items.csv:2:3: expected 2 cells as in the header but found 3; the record went to"
                + " rejects.csv; quote a cell that has the delimiter in it");
  }

  @Test
  void dropsEmptyCellsBeyondTheHeader() {
    assertThat(read("a,1,,\"\"\n").records()).containsExactly(List.of("a", "1"));
  }

  @Test
  void rejectsAnEmptyRecord() {
    Reject reject = onlyReject(",\n");
    assertThat(reject.reason()).isEqualTo(RejectReason.EMPTY_RECORD);
    assertThat(reject.message())
        .isEqualTo(
            "raw/items.csv:2: expected a value in at least one cell but found 2 empty cells; the"
                + " record went to rejects.csv; nothing is lost with it");
    assertThat(onlyReject("　,\n").reason()).isEqualTo(RejectReason.EMPTY_RECORD);
  }

  @Test
  void rejectsTheHeaderInTheMiddle() {
    for (String again :
        List.of("name,price", "\"name\",price", "\uFEFF\"name\",price", "name,price,")) {
      Reject reject = onlyReject(again + "\n");
      assertThat(reject.reason()).as(again).isEqualTo(RejectReason.REPEATED_HEADER);
      assertThat(reject.raw()).isEqualTo(again);
      assertThat(reject.message())
          .isEqualTo(
              "raw/items.csv:2: expected a record but found the header again; the record went to"
                  + " rejects.csv; nothing is lost with it");
    }
  }

  @Test
  void rejectsOnlyTheRecordWithUndecodableBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("name,price\nx,9\ny".getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(new byte[] {(byte) 0x81, ' ', ',', '1', (byte) 0xFF, '\n', 'z', ',', '2'});
    Dialect dialect = new Dialect(Encoding.WINDOWS_31J, 0, ',', LineEnd.LF, 1);
    WholeFile read = WholeFile.read(bytes.toByteArray(), dialect, HEADER, 1);
    assertThat(read.records()).containsExactly(List.of("x", "9"), List.of("z", "2"));
    assertThat(read.rejects())
        .containsExactly(
            new Reject(
                new Place("raw/items.csv", 2, 3),
                1,
                RejectReason.UNDECODABLE,
                "raw/items.csv:3:1: expected windows-31j text but found 0x81 at byte 2 of the record"
                    + " (byte 17 of the file); the record went to rejects.csv; save the file again in"
                    + " one encoding",
                "y\\x81 ,1\\xFF"));
  }

  @Test
  void takesAReplacementCharacterForText() {
    assertThat(read("37\uFFFD,1\n").records()).containsExactly(List.of("37\uFFFD", "1"));
  }

  @Test
  void rejectsOnlyTheLineWithAStrayQuote() {
    WholeFile read = read("a,1\nb,\"2\nc,3\nd,\"4\"\ne,5\n");
    assertThat(read.records())
        .containsExactly(
            List.of("a", "1"), List.of("c", "3"), List.of("d", "4"), List.of("e", "5"));
    assertThat(read.rejects())
        .containsExactly(
            new Reject(
                new Place("raw/items.csv", 2, 3),
                2,
                RejectReason.STRAY_QUOTE,
                "raw/items.csv:3:2: expected the quoted cell to close before a delimiter or line end,"
                    + " within 200 lines and 1,048,576 bytes, but it does not; the record went to"
                    + " rejects.csv; write a quote inside a quoted cell twice, or close the cell",
                "b,\"2"));
  }

  @Test
  void rejectsALineWhoseClosingQuoteIsFollowedByText() {
    WholeFile read = read("\"a\"x,1\nb,2\n");
    assertThat(read.rejects()).extracting(Reject::raw).containsExactly("\"a\"x,1");
    assertThat(read.records()).containsExactly(List.of("b", "2"));
  }

  @Test
  void rejectsAStrayQuoteThatRunsToTheEndOfTheFile() {
    WholeFile read = read("a,1\nb,\"2\nc,3\nd,4");
    assertThat(read.rejects()).extracting(Reject::raw).containsExactly("b,\"2");
    assertThat(read.records()).hasSize(3);
  }

  @Test
  void readsAQuotedCellOfTheGreatestHeight() {
    String tallest = "\"" + "x\n".repeat(Limits.QUOTED_CELL_LINES_MAX - 1) + "\",1\n";
    assertThat(read(tallest).records()).hasSize(1);
    WholeFile tooTall = read("\"" + "x\n".repeat(Limits.QUOTED_CELL_LINES_MAX) + "\",1\n");
    assertThat(tooTall.records()).isEmpty();
    assertThat(tooTall.rejects().getFirst().reason()).isEqualTo(RejectReason.STRAY_QUOTE);
    assertThat(tooTall.rejects().getFirst().raw()).isEqualTo("\"x");
    assertThat(tooTall.totals().records()).isEqualTo(Limits.QUOTED_CELL_LINES_MAX + 1);
  }

  @Test
  void readsARecordOfTheGreatestLengthAndRejectsALongerOne() {
    String longest = "a".repeat(Limits.RECORD_BYTES_MAX - 2) + ",1\n";
    assertThat(read(longest).records()).hasSize(1);
    WholeFile read = read("a" + longest + "b,2\n");
    assertThat(read.records()).containsExactly(List.of("b", "2"));
    Reject reject = read.rejects().getFirst();
    assertThat(reject.reason()).isEqualTo(RejectReason.TOO_LONG);
    assertThat(reject.message())
        .isEqualTo(
            "raw/items.csv:2: expected at most 1,048,576 bytes in a record but found a line of"
                + " 1,048,578, of which the raw text keeps the first 1,048,576; the record went to"
                + " rejects.csv; look for missing line ends");
    assertThat(reject.raw()).hasSize(Limits.RECORD_BYTES_MAX);
  }

  @Test
  void rejectsALineOfManyTimesTheGreatestLengthOnce() {
    byte[] bytes =
        ("name,price\n" + "x,\"y".repeat(3_000_000) + "\nb,2\n").getBytes(StandardCharsets.UTF_8);
    WholeFile pushed = WholeFile.read(bytes, UTF_8, HEADER, 1, 300_000, Limits.STANDARD);
    assertThat(pushed.rejects()).hasSize(1);
    assertThat(pushed.rejects().getFirst().reason()).isEqualTo(RejectReason.TOO_LONG);
    assertThat(pushed.rejects().getFirst().message()).contains("12,000,001");
    assertThat(pushed.records()).containsExactly(List.of("b", "2"));
    assertThat(WholeFile.read(bytes, UTF_8, HEADER, 1).outcomes()).isEqualTo(pushed.outcomes());
  }

  /// Each of these lines opens a cell that would run on for a whole MiB, or for 200 lines, if every
  /// look-ahead were made in full: a hundred thousand look-aheads of that size take hours.
  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void looksAheadAtLinearCost() {
    for (String line : List.of("x\",\"y\n", "a,\"b\n", "a,\"b\nc\nd\ne\n", ",\"\"\"\"\"\nx\n")) {
      int lines = (int) line.lines().count() * 100_000;
      List<Span> spans = new ArrayList<>();
      BoundaryScanner scanner = new BoundaryScanner(UTF_8, 1 << 20, spans::add);
      byte[] bytes = ("name,price\n" + line.repeat(100_000)).getBytes(StandardCharsets.UTF_8);
      scanner.write(bytes, 0, bytes.length);
      Totals totals = scanner.finish();
      assertThat(totals.physicalLines()).isEqualTo(lines + 1);
      assertThat(spans.stream().mapToLong(Span::records).sum()).isEqualTo(totals.records());
    }
  }

  @Test
  void noticesThatTheInputChanged() {
    byte[] bytes = "name,price\na,1\nb,2\n".getBytes(StandardCharsets.UTF_8);
    Span span = WholeFile.read(bytes, UTF_8, HEADER, 100).spans().getFirst();
    byte[] changed = "name,price\na,1\nb,3\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> drain(new ByteArrayInputStream(changed, 11, 8), span))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessage(
            "raw/items.csv: changed while it was being read: its checksum is not that of the plan;"
                + " leave the input alone during a run and run again");
    assertThatThrownBy(() -> drain(new ByteArrayInputStream(bytes, 11, 7), span))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("it ends 1 bytes early");
  }

  @Test
  void saysWhereReadingFailed() {
    byte[] bytes = "name,price\na,1\n".getBytes(StandardCharsets.UTF_8);
    Span span = WholeFile.read(bytes, UTF_8, HEADER, 100).spans().getFirst();
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("stale file handle");
          }
        };
    assertThatThrownBy(() -> drain(broken, span))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessage("raw/items.csv:2: cannot be read (stale file handle); run again");
  }

  @Test
  void readsWholeFilesWithoutAPlan() {
    byte[] bytes = "\uFEFFtitle\nname,price\na,1\n".getBytes(StandardCharsets.UTF_8);
    Dialect dialect = new Dialect(Encoding.UTF_8, 3, ',', LineEnd.LF, 2);
    try (RecordReader reader =
        RecordReader.openWhole(new ByteArrayInputStream(bytes), dialect, "x.csv", HEADER)) {
      assertThat(reader.next().place()).isEqualTo(new Place("x.csv", 1, 3));
      assertThat(reader.hasNext()).isFalse();
    }
  }

  @Test
  void treatsLoneCarriageReturnsAsLineEndsOnlyInTheirDialect() {
    byte[] bytes = "name,price\ra,\"1\r2\"\r\rb,2".getBytes(StandardCharsets.UTF_8);
    Dialect dialect = new Dialect(Encoding.UTF_8, 0, ',', LineEnd.CR, 1);
    assertThat(WholeFile.read(bytes, dialect, HEADER, 1).records())
        .containsExactly(List.of("a", "1\r2"), List.of("b", "2"));
    assertThat(read("a\rb,1\n").records()).containsExactly(List.of("a\rb", "1"));
  }

  @Test
  void readsRandomTextInAnySpans() {
    Random random = new Random(42);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(random.nextInt(10) == 0 ? "\"商\n品\"\"\"" : "商品" + i)
          .append(',')
          .append(i)
          .append('\n');
    }
    WholeFile whole = read(text.toString());
    byte[] bytes = ("name,price\n" + text).getBytes(StandardCharsets.UTF_8);
    assertThat(WholeFile.read(bytes, UTF_8, HEADER, 1000, 777, Limits.STANDARD).outcomes())
        .isEqualTo(whole.outcomes())
        .hasSize(20_000);
  }

  private static void drain(InputStream in, Span span) {
    try (RecordReader reader = RecordReader.open(in, span, UTF_8, WholeFile.NAME, HEADER)) {
      reader.forEachRemaining(parsed -> assertThat(parsed).isNotNull());
    }
  }

  private static Reject onlyReject(String record) {
    WholeFile read = read(record);
    assertThat(read.outcomes()).hasSize(1);
    return read.rejects().getFirst();
  }

  private static WholeFile read(String records) {
    return read(records, Encoding.UTF_8);
  }

  private static WholeFile read(String records, Encoding encoding) {
    Dialect dialect = new Dialect(encoding, 0, ',', LineEnd.LF, 1);
    byte[] bytes = ("name,price\n" + records).getBytes(encoding.charset());
    return WholeFile.read(bytes, dialect, HEADER, 1);
  }
}
