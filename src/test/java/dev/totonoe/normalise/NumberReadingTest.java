package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.normalise.NumberReading.Notation;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers as stock lists, order sheets and old price tags write them.
final class NumberReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0              | 0
          1280           | 1280
          1,280          | 1280
          1，280         | 1280
          １２，８００     | 12800
          6、544         | 6544
          6､544          | 6544
          1 234 567      | 1234567
          1　234         | 1234
          1,234,567.89   | 1234567.89
          .5             | 0.5
          007            | 7
          -5             | -5
          −5             | -5
          ‐5             | -5
          －１．５        | -1.5
          ▲300           | -300
          △ 1,200        | -1200
          マイナス1.2     | -1.2
          +5             | 5
          -0             | 0
          二〇二四        | 2024
          一〇八          | 108
          二十七          | 27
          三百二          | 302
          千二百三十四    | 1234
          一億二千万      | 120000000
          1万2千          | 12000
          1.5億           | 150000000
          1.5億250.32千   | 150250320
          2千2十5         | 2025
          105千万         | 1050000000
          7万 5千 4百     | 75400
          3 万 4,500      | 34500
          一万零二百五十  | 10250
          二百・七一      | 200.71
          〇・〇八        | 0.08
          21点2           | 21.2
          2千万点5544     | 20000000.5544
          壱弐参          | 123
          壱阡弐佰参拾肆  | 1234
          拾弐萬          | 120000
          伍陸漆捌玖      | 56789
          廿五            | 25
          卅              | 30
          百廿三          | 123
          四〇万          | 400000
          3億4千８百万    | 348000000
          一無量大数      | 100000000000000000000000000000000000000000000000000000000000000000000
          一恒河沙        | 10000000000000000000000000000000000000000000000000000
          6/5             | 1.2
          -3/2            | -1.5
          ½               | 0.5
          1½              | 1.5
          1 1/2           | 1.5
          五分の一        | 0.2
          3と5分の1       | 3.2
          千又四分の三    | 1000.75
          半分            | 0.5
          5割2分          | 0.52
          3割             | 0.3
          2割5分3厘       | 0.253
          2ダース         | 24
          半ダース        | 6
          2^10            | 1024
          2の10乗         | 1024
          2.5の-1乗       | 0.4
          1.2×10の3乗     | 1200
          -12e-1          | -1.2
          1.2E+05         | 120000
          """)
  void reads(String cell, BigDecimal value) {
    assertThat(NumberReading.of(cell))
        .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "▲",
        "億",
        "億万",
        "一万二万",
        "百百",
        "十百",
        "一億万",
        "万",
        "200,00,000",
        "2,4",
        "12,5",
        ",000",
        "000,000",
        "256,55.1",
        "6.",
        "1.2.3",
        "1,2345",
        "1,234 567",
        "423 0000",
        "1, 234",
        "10 20",
        "(10)",
        "1〜2",
        "3-5",
        "1,000円",
        "5個",
        "約10",
        "10以上",
        "10余万",
        "数千",
        "二、三千",
        "二三千",
        "四五万",
        "二十二三",
        "1.5千五百",
        "千千",
        "1万12345",
        "三あ八",
        "あ",
        "西九条",
        "1/0",
        "0分の1",
        "2ダース入",
        "5割12分",
        "2^1000",
        "2^0.5",
        "0^-1",
        "一〇千",
        "〇百",
        "NaN",
        "1e",
        "e5",
        "１２３ABC",
        "- 5",
        "--5",
        "5%",
        "①",
        "Ⅳ",
        "1/2/3",
        "2と3",
        "\uD840",
        "十と",
        "の乗",
        "2の乗"
      })
  void readsNothing(String cell) {
    assertThat(NumberReading.of(cell)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,234     | POINT  | 1234
          1,234     | EITHER | 1234
          1,234     | COMMA  | 1.234
          1.234     | POINT  | 1.234
          1.234     | EITHER | 1.234
          1.234     | COMMA  | 1234
          39,1      | EITHER | 39.1
          39,1      | COMMA  | 39.1
          0,125     | EITHER | 0.125
          1234,567  | EITHER | 1234.567
          1.234,5   | COMMA  | 1234.5
          1.234.567 | COMMA  | 1234567
          1.5       | COMMA  | 1.5
          1 234,5   | COMMA  | 1234.5
          """)
  void readsTheDecimalMarkThatTheColumnHas(String cell, DecimalMark mark, BigDecimal value) {
    assertThat(NumberReading.of(cell, mark).orElseThrow().value()).isEqualByComparingTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          39,1,2    | EITHER
          1.234,5   | EITHER
          00,5      | EITHER
          1,2,3     | COMMA
          1,5.3     | COMMA
          1.234.5   | COMMA
          """)
  void readsNothingWhereMarksContradict(String cell, DecimalMark mark) {
    assertThat(NumberReading.of(cell, mark)).isEmpty();
  }

  @Test
  void tellsHowTheNumberIsWritten() {
    assertThat(NumberReading.of("1万2千", DecimalMark.POINT).orElseThrow().notation())
        .isEqualTo(Notation.NUMERAL);
    assertThat(NumberReading.of("6/5", DecimalMark.POINT).orElseThrow().notation())
        .isEqualTo(Notation.FRACTION);
    assertThat(NumberReading.of("5割", DecimalMark.POINT).orElseThrow().notation())
        .isEqualTo(Notation.SHARE);
    assertThat(NumberReading.of("2ダース", DecimalMark.POINT).orElseThrow().notation())
        .isEqualTo(Notation.DOZEN);
    assertThat(NumberReading.of("2^5", DecimalMark.POINT).orElseThrow().notation())
        .isEqualTo(Notation.POWER);
  }
}
