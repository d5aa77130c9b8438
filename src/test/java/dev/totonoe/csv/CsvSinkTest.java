package dev.totonoe.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class CsvSinkTest {
  @Test
  void quotesOnlyWhereNeeded() throws IOException {
    assertThat(
            write(OutputFormat.standard(), List.of("a b", "", "c,d", "e\"f", "g\nh", "i\rj", "'k")))
        .isEqualTo("a b,,\"c,d\",\"e\"\"f\",\"g\nh\",\"i\rj\",'k\n");
  }

  @Test
  void quotesARowThatWouldBeABlankLine() throws IOException {
    assertThat(write(OutputFormat.standard(), List.of(""))).isEqualTo("\"\"\n");
    assertThat(write(OutputFormat.standard(), List.of("  "))).isEqualTo("\"  \"\n");
  }

  @Test
  void writesMarkAndHeaderOnlyAtTheStart() throws IOException {
    OutputFormat format = new OutputFormat(Encoding.UTF_8, true, '\t', LineEnd.CRLF);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvSink sink = new CsvSink(out, format)) {
      sink.start(List.of("名", "価格"));
      sink.row(List.of("酢", "1"));
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFF名\t価格\r\n酢\t1\r\n");
    assertThat(write(format, List.of("酢", "1"))).isEqualTo("酢\t1\r\n");
  }

  @Test
  void writesNoMarkWhereTheEncodingHasNone() throws IOException {
    OutputFormat format = new OutputFormat(Encoding.WINDOWS_31J, true, ',', LineEnd.LF);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvSink sink = new CsvSink(out, format)) {
      sink.start(List.of("①㈱髙～"));
    }
    assertThat(out.toByteArray()).isEqualTo("①㈱髙～\n".getBytes(Encoding.WINDOWS_31J.charset()));
  }

  @Test
  void encodesOnlyWhatReadsBackAsItWas() {
    OutputFormat windows = new OutputFormat(Encoding.WINDOWS_31J, false, ',', LineEnd.LF);
    assertThat(windows.canEncode("①㈱髙～ｶﾞ\\~\n")).isTrue();
    assertThat(windows.canEncode("¥")).isFalse();
    assertThat(windows.canEncode("〜")).isFalse();
    assertThat(windows.canEncode("🍎")).isFalse();
    OutputFormat utf8 = OutputFormat.standard();
    assertThat(utf8.canEncode("¥〜🍎\0")).isTrue();
    assertThat(utf8.canEncode("\uD83C")).isFalse();
    assertThat(utf8.canEncode("\uDF4E\uD83C")).isFalse();
  }

  @Test
  void refusesWhatCannotBeEncoded() {
    OutputFormat format = new OutputFormat(Encoding.WINDOWS_31J, false, ',', LineEnd.LF);
    assertThatThrownBy(() -> write(format, List.of("🍎")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a cell cannot be encoded: ask canEncode first");
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> cell =
        Arbitraries.of(
                "\"", ",", "\n", "\r", "\r\n", "\t", "a", " ", "酢", "ア", "ｱ", "ポ", "\\", "|", "\0",
                "\uFEFF", "🍎", "①", "\u00A0", ";")
            .list()
            .ofMaxSize(6)
            .map(pieces -> String.join("", pieces));
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(width -> cell.list().ofSize(width).list().ofMinSize(1).ofMaxSize(5));
  }

  @Property(tries = 1000)
  void givesBackAnyCells(
      @ForAll("rows") List<List<String>> rows,
      @ForAll Encoding encoding,
      @ForAll LineEnd lineEnd,
      @ForAll("delimiters") char delimiter)
      throws IOException {
    OutputFormat format = new OutputFormat(encoding, false, delimiter, lineEnd);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvSink sink = new CsvSink(out, format)) {
      for (List<String> row : rows) {
        Assume.that(row.stream().allMatch(format::canEncode));
        Assume.that(!row.stream().allMatch(String::isBlank));
        sink.row(row);
      }
    }
    List<String> header = rows.getFirst().stream().map(cell -> "h").toList();
    Dialect dialect = new Dialect(encoding, 0, delimiter, lineEnd, 0);
    WholeFile read = WholeFile.read(out.toByteArray(), dialect, header, 1);
    assertThat(read.records()).isEqualTo(rows);
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(',', '\t', ';', '|');
  }

  private static String write(OutputFormat format, List<String> row) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvSink sink = new CsvSink(out, format)) {
      sink.row(row);
    }
    return out.toString(format.encoding().charset());
  }
}
