package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.Place;
import dev.totonoe.record.Record;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Cells that are made to hang or break a reader.
final class HostileCellTest {
  private static final int LENGTH = 100_000;

  /// Linear work takes a tenth of it, on a busy machine too; quadratic work takes minutes.
  private static final Duration TIME_MAX = Duration.ofSeconds(15);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1,",
        "1.",
        "１",
        " ",
        "　",
        "\n",
        "(",
        "【",
        "ー",
        "-",
        "ｶﾞ",
        "－",
        "1×",
        "1本",
        "1ml×",
        "1g+",
        "'",
        "送料",
        "送料無料",
        "【送料無料】",
        "e\u0301",
        "\u0301",
        "\u3099",
        "\uD800",
        "\uDC00",
        "\u200D",
        "十",
        "二",
        "年",
        "2024年",
        "税込",
        "4.9E",
        "\\",
        "$",
        "x1",
        "A1",
        "～1",
        "a@b.jp",
        "a@b.jp;",
        "http://a.jp/",
        "http://a.jp ",
        "03-1234-5678/",
        "(0",
        "+1",
        "〒",
        "あ",
        "&",
        "&amp;",
        "&#59",
        "<",
        "<b",
        "<br>",
        ">",
        "<b x=1",
        "[",
        "[(",
        "[a)",
        "“",
        "1”",
        "ツ",
        "コ-",
        "シヤ",
        "食 ",
        "ア ",
        "★",
        "★ ",
        "♪",
        "1円",
        "P1",
        "P1倍",
        "a",
        "a.",
        "①"
      })
  void readsEveryCellInTime(String piece) {
    String cell = piece.repeat(LENGTH / piece.length());
    List<Column> columns =
        Arrays.stream(ColumnKind.values()).map(kind -> new Column(kind.word(), kind)).toList();
    RowNormaliser normaliser =
        RowNormaliser.of(columns, new Tables(List.of(), List.of("送料無料", "#円OFF", "P#倍"), Map.of()));
    Record record =
        new Record(new Place("raw/items.csv", 1, 2), Collections.nCopies(columns.size(), cell));

    Assertions.assertThat(Duration.ofNanos(nanosOf(() -> normaliser.normalise(record))))
        .as("ten cells of %d characters", LENGTH)
        .isLessThan(TIME_MAX);
    assertThatCode(() -> ContentReading.of(cell.substring(0, 1_000))).doesNotThrowAnyException();
  }

  private static long nanosOf(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return System.nanoTime() - start;
  }
}
