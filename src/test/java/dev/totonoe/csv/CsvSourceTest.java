package dev.totonoe.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.EnvironmentFailure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class CsvSourceTest {
  private static List<List<String>> read(byte[] bytes, OutputFormat format) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvSource source =
        CsvSource.open(new ByteArrayInputStream(bytes), format, "products.csv")) {
      rows.add(source.header());
      source.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static byte[] write(OutputFormat format, List<List<String>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvSink sink = new CsvSink(out, format)) {
      sink.start(rows.getFirst());
      for (List<String> row : rows.subList(1, rows.size())) {
        sink.row(row);
      }
    }
    return out.toByteArray();
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> cell =
        Arbitraries.of(
                "\"", ",", "\n", "\r", "\r\n", "\t", "a", " ", "　", "酢", "ア", "ｱ", "\\", "\uFFFD",
                "\0", "🍎", "①", "|")
            .list()
            .ofMaxSize(5)
            .map(pieces -> String.join("", pieces));
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(width -> cell.list().ofSize(width).list().ofMinSize(1).ofMaxSize(5));
  }

  /// Rows of nothing but blanks too, which in raw files are rejects.
  @Property(tries = 1000)
  void givesBackWhateverWasWritten(
      @ForAll("rows") List<List<String>> rows, @ForAll("formats") OutputFormat format)
      throws IOException {
    Assume.that(rows.stream().flatMap(List::stream).allMatch(format::canEncode));
    assertThat(read(write(format, rows), format)).isEqualTo(rows);
  }

  @Provide
  Arbitrary<OutputFormat> formats() {
    return Arbitraries.of(
        OutputFormat.standard(),
        new OutputFormat(Encoding.UTF_8, true, '\t', LineEnd.CRLF),
        new OutputFormat(Encoding.WINDOWS_31J, false, '|', LineEnd.CRLF),
        new OutputFormat(Encoding.WINDOWS_31J, false, ',', LineEnd.LF));
  }

  /// Raw cells are limited, but what is written of them need not be.
  @Test
  void knowsNoLimitOfLinesOrOfARawRecord() throws IOException {
    String lines = "行\n".repeat(Limits.QUOTED_CELL_LINES_MAX + 1);
    String wide = "茶".repeat(Limits.RECORD_BYTES_MAX);
    List<List<String>> rows = List.of(List.of("a", "b"), List.of(lines, wide), List.of("1", "2"));
    assertThat(read(write(OutputFormat.standard(), rows), OutputFormat.standard())).isEqualTo(rows);
  }

  private static void assertDamaged(String text, String message) {
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8), OutputFormat.standard()))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessage(message);
  }

  @Test
  void takesAnythingElseForDamage() {
    assertDamaged(
        "", "products.csv:1: expected a header but found something else; the file is damaged");
    String row = ": expected a row of 2 cells but found something else; the file is damaged";
    assertDamaged("a,b\n1,2\n3\n", "products.csv:3" + row);
    assertDamaged("a,b\n1,2,3\n", "products.csv:2" + row);
    assertDamaged("a,b\n\n1,2\n", "products.csv:2" + row);
    assertDamaged("a,b\n1,\"2\n", "products.csv:2" + row);
    assertThatThrownBy(
            () -> read(new byte[] {'a', '\n', (byte) 0xFF, '\n'}, OutputFormat.standard()))
        .hasMessage(
            "products.csv:2: expected utf-8 text but found something else; the file is damaged");
  }

  @Test
  void readsAHeaderWithoutRows() {
    byte[] header = "a,b\n".getBytes(StandardCharsets.UTF_8);
    assertThat(read(header, OutputFormat.standard()))
        .isEqualTo(Collections.singletonList(List.of("a", "b")));
  }
}
