package dev.totonoe.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.record.Parsed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/// Whatever the bytes are, planning and reading agree.
final class RecordCutterPropertyTest {
  /// Pieces of which dirty files are made; bytes, not characters, so that they break each other.
  private static final List<byte[]> PIECES =
      List.of(
          bytes("\n"),
          bytes("\r\n"),
          bytes("\r"),
          bytes("\""),
          bytes("\"\""),
          bytes(","),
          bytes("\","),
          bytes(",\""),
          bytes("\n\""),
          bytes("\"\n"),
          bytes("x\",\"y\n"),
          bytes("a"),
          bytes("bc,d"),
          bytes(" "),
          bytes("|"),
          bytes("\t"),
          bytes("あ"),
          bytes("\0"),
          new byte[] {(byte) 0x81},
          new byte[] {(byte) 0x83, 0x7C},
          new byte[] {(byte) 0xB1},
          bytes("\u001b$B"),
          bytes("\u001b(B"),
          bytes("\u001b(I"),
          bytes("$\"%\""),
          new byte[] {0, '"'},
          new byte[] {'"', 0},
          new byte[] {0, '\n'},
          new byte[] {'\n', 0},
          new byte[] {0, ','},
          new byte[] {',', 0},
          new byte[] {0x0E},
          new byte[] {0x0F});

  @Provide
  Arbitrary<byte[]> soup() {
    return Arbitraries.of(PIECES).list().ofMaxSize(120).map(RecordCutterPropertyTest::join);
  }

  @Provide
  Arbitrary<Dialect> dialects() {
    return Combinators.combine(
            Arbitraries.of(Encoding.class),
            Arbitraries.of(',', '|', '\t'),
            Arbitraries.of(LineEnd.class),
            Arbitraries.of(0, 0, 1, 3))
        .as((encoding, sign, end, header) -> new Dialect(encoding, 0, sign, end, header));
  }

  /// Small ones, so that they are met.
  @Provide
  Arbitrary<Limits> limits() {
    return Combinators.combine(
            Arbitraries.of(1, 2, 4, 200), Arbitraries.of(1, 6, 17, 40, 80, 1 << 20))
        .as(Limits::new);
  }

  @Property(tries = 1500)
  void everySpanTargetAndEveryPushGiveTheSameOutcomes(
      @ForAll("soup") byte[] bytes,
      @ForAll("dialects") Dialect dialect,
      @ForAll @LongRange(min = 1, max = 300) long target,
      @ForAll @IntRange(min = 1, max = 40) int push,
      @ForAll("limits") Limits limits) {
    List<String> header = List.of("h", "h");
    int all = Math.max(1, bytes.length);
    WholeFile whole = WholeFile.read(bytes, dialect, header, Long.MAX_VALUE, all, limits);
    WholeFile parts = WholeFile.read(bytes, dialect, header, target, push, limits);
    assertThat(parts.outcomes()).isEqualTo(whole.outcomes());
    assertThat(parts.totals()).isEqualTo(whole.totals());
    assertThat(whole.totals().records()).isEqualTo(whole.outcomes().size());
    assertThat(whole.totals().bytes()).isEqualTo(bytes.length);
    assertThat(whole.spans()).hasSizeLessThanOrEqualTo(1);
  }

  @Property(tries = 500)
  void spansFollowEachOtherWithoutAGap(
      @ForAll("soup") byte[] bytes, @ForAll("dialects") Dialect dialect) {
    WholeFile parts = WholeFile.read(bytes, dialect, List.of("h", "h"), 1);
    WholeFile whole = WholeFile.read(bytes, dialect, List.of("h", "h"), Long.MAX_VALUE);
    if (parts.spans().isEmpty()) {
      assertThat(whole.spans()).isEmpty();
      return;
    }
    long offset = whole.spans().getFirst().offset();
    long ordinal = 1;
    for (Span span : parts.spans()) {
      assertThat(span.offset()).isEqualTo(offset);
      assertThat(span.firstOrdinal()).isEqualTo(ordinal);
      offset += span.length();
      ordinal += span.records();
    }
    assertThat(ordinal - 1).isEqualTo(parts.totals().records());
    assertThat(blank(bytes, (int) offset)).isTrue();
  }

  @Property(tries = 500)
  void ordinalsAndLinesOnlyGrow(@ForAll("soup") byte[] bytes, @ForAll("dialects") Dialect dialect) {
    long ordinal = 0;
    long line = 0;
    for (Parsed parsed : WholeFile.read(bytes, dialect, List.of("h", "h"), 7).outcomes()) {
      assertThat(parsed.place().ordinal()).isEqualTo(ordinal + 1);
      assertThat(parsed.place().line()).isGreaterThan(line);
      ordinal = parsed.place().ordinal();
      line = parsed.place().line();
    }
  }

  private static boolean blank(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] != 0 && bytes[i] != ' ' && bytes[i] != '\n' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(List<byte[]> pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pieces.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
