package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Place;
import dev.totonoe.record.Record;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cells of columns of numbers, measures, dimensions and sizes, from the raw cell to what is
/// delivered: `=` unchanged, `?` unchanged and flagged.
final class MeasuredColumnsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          １，２８０      | 1280
          '0012          | 0012
          1,280          | 1280
          12.0           | 12
          0.50           | 0.5
          0              | =
          -3             | =
          ▲3             | -3
          一〇〇         | 100
          10万           | 100000
          1.2億          | 120000000
          1.234          | ?
          12.500         | ?
          1234.500       | 1234.5
          0.250          | 0.25
          007            | =
          なし           | =
          －             | -
          〇             | 0
          39,1           | ?
          10個           | ?
          5～10          | ?
          100以上        | ?
          在庫あり       | ?
          (10)           | ?
          1/2            | ?
          2ダース        | ?
          1.2E+05        | ?
          3極            | ?
          12 34          | ?
          1,23,456       | ?
          二三千         | ?
          """)
  void numbers(String raw, String expected) {
    check(ColumnKind.NUMBER, raw, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          500ｇ                  | 500g
          1.50㎏                 | 1.5kg
          1.5キロ                | 1.5kg
          1,500 g                | 1500g
          １００Ｖ               | 100V
          AC100V                 | =
          ＤＣ１２Ｖ             | DC12V
          1,200ワット            | 1200W
          1200w                  | 1200W
          20000mah               | 20000mAh
          50/60HZ                | 50/60Hz
          50Hz/60Hz              | 50/60Hz
          250キロカロリー        | 250kcal
          250Kcal                | 250kcal
          1,046 kJ               | 1046kJ
          20゜C                  | 20℃
          20ﾟC                   | 20℃
          20°C                   | 20℃
          摂氏２０度             | 20℃
          -18℃以下               | =
          マイナス18℃            | -18℃
          68゜F                  | 68°F
          華氏68度               | 68°F
          20゜                   | 20度
          15度                   | =
          39,1％                 | 39.1%
          50パーセント           | 50%
          3割                    | =
          ＡＬＣ．５％           | アルコール分5%
          Alc.5.5%               | アルコール分5.5%
          アルコール分5.5度      | アルコール分5.5%
          アルコール 5%vol       | アルコール分5%
          アルコール度数15度以上16度未満 | アルコール分15%以上16%未満
          5～10℃                 | =
          5℃〜10℃                | 5～10℃
          5-10℃                  | 5～10℃
          5 〜 10 ℃              | 5～10℃
          5- 10℃                 | 5～10℃
          5～-3℃                 | =
          5～10℃/20℃             | ?
          アルコール分100ml      | ?
          -5～5℃                 | =
          500g～1kg              | =
          約200ｇ                | 約200g
          1.500kg                | =
          1.234                  | =
          1.2 kg 以下            | 1.2kg以下
          0.00％                 | 0.00%
          時速3センチ            | 3cm/h
          最大1500W              | =
          ±5%                    | =
          30坪                   | =
          6畳                    | =
          12㎡                   | =
          12平方メートル         | 12㎡
          12m2                   | 12㎡
          0.5㎥                  | 0.5m3
          85㏈                   | 85dB
          800ﾙｰﾒﾝ                | 800lm
          5インチ                | 5in
          時速120キロ            | 120km/h
          毎分30リットル         | ?
          3千ボルト              | 3000V
          500                    | =
          1,500                  | 1500
          軽い                   | ?
          500g×2                 | ?
          100V(強)               | ?
          5～10                  | ?
          100W 50Hz              | ?
          5mW                    | =
          5MW                    | =
          30分                   | =
          2時間                  | =
          6ヵ月                  | 6ヶ月
          3極                    | ?
          100円                  | ?
          """)
  void measures(String raw, String expected) {
    check(ColumnKind.MEASURE, raw, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          W60×D40×H30cm                  | =
          Ｗ６０×Ｄ４０×Ｈ３０ｃｍ         | W60×D40×H30cm
          W60xD40xH30cm                  | W60×D40×H30cm
          w600*d400*h300                 | W600×D400×H300
          W60 x D40 x H30 cm             | W60×D40×H30cm
          W60cm×D40cm×H30cm              | W60×D40×H30cm
          W60・D40・H30cm                | W60×D40×H30cm
          W600/D400/H300mm               | W600×D400×H300mm
          60(W)x40(D)x30(H)              | W60×D40×H30
          (W)60×(D)40×(H)30cm            | W60×D40×H30cm
          600W×400D×300Hmm               | W600×D400×H300mm
          60W×40D×30H                    | W60×D40×H30
          幅60×奥行40×高さ30cm           | W60×D40×H30cm
          幅60㎝、奥行き40㎝、高さ30㎝   | W60×D40×H30cm
          幅：60cm 奥行：40cm 高さ：30cm | W60×D40×H30cm
          幅1,200×奥行450×高さ700㎜      | W1200×D450×H700mm
          縦20×横30cm                    | =
          たて20×よこ30cm                | 縦20×横30cm
          約20×30cm                      | =
          約２０Ｘ３０センチ             | 約20×30cm
          φ30×150mm                      | =
          26cmφ                          | φ26cm
          直径約26cm                     | 約φ26cm
          高さ約30cm                     | 約H30cm
          約W60×約D40×約H30cm            | 約W60×D40×H30cm
          W約60×D約40×H約30cm            | 約W60×D40×H30cm
          W60×D40×H約30cm                | =
          （約）幅60×奥行40cm            | 約W60×D40cm
          本体サイズ(約)：W60×D40×H30cm  | 本体サイズ:約W60×D40×H30cm
          60W                            | ?
          10cm角                         | ?
          Φ30×150mm                      | φ30×150mm
          直径26cm                       | φ26cm
          径26cm×高さ10cm                | φ26×H10cm
          20×30                          | =
          20X30X5                        | 20×30×5
          20.0×30.5cm                    | 20×30.5cm
          25cm×50m                       | =
          25cmx50m                       | 25cm×50m
          600×400(mm)                    | 600×400mm
          W60×D40×H30～45cm              | =
          外寸：W60×D40×H30cm            | 外寸:W60×D40×H30cm
          本体サイズ：約W60×D40×H30cm    | 本体サイズ:約W60×D40×H30cm
          210×297㎜                      | 210×297mm
          30cm                           | =
          A4                             | =
          B5判                           | =
          -                              | =
          二十×三十cm                    | 20×30cm
          60L                            | ?
          20                             | ?
          20/30                          | ?
          20-30cm                        | ?
          350ml×24本                     | ?
          W60(脚含む)×D40cm              | ?
          大                             | ?
          0×30cm                         | ?
          60×L                           | ?
          """)
  void dimensions(String raw, String expected) {
    check(ColumnKind.DIMENSIONS, raw, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          S            | =
          Ｌ           | L
          ｌｌ         | LL
          3L           | =
          ３Ｌ         | 3L
          XL           | =
          xxl          | XXL
          Lサイズ      | L
          Ｌ サイズ    | L
          L寸          | L
          F            | =
          20×30cm      | =
          W60xD40cm    | W60×D40cm
          A4判         | A4
          M/L          | ?
          ﾌﾘｰ          | フリー
          フリーサイズ | フリー
          FREE         | フリー
          ONE SIZE     | ワンサイズ
          25.0cm       | 25cm
          25.0センチ   | 25cm
          25.5㎝       | 25.5cm
          24.5         | =
          7号          | =
          ７ 号        | 7号
          M～L         | =
          M-L          | M～L
          M〜L         | M～L
          100-110      | 100～110
          100cm～110cm | 100～110cm
          22.0～24.0cm | 22～24cm
          M(9号)       | =
          M（９号）    | M(9号)
          特大         | =
          大サイズ     | 大
          B70          | =
          W32L34       | =
          EU42         | =
          3E           | =
          26インチ     | 26in
          S,M,L        | ?
          S/M/L        | ?
          エル         | ?
          メンズL      | ?
          選べるサイズ | ?
          350ml        | ?
          000          | ?
          """)
  void sizes(String raw, String expected) {
    check(ColumnKind.SIZE, raw, expected);
  }

  private static void check(ColumnKind kind, String raw, String expected) {
    Normalised row = normalised(kind, raw);
    String unchanged = expected.matches("[=?]") ? Chain.NAME.unify(raw) : expected;
    assertThat(row.cells()).containsExactly(unchanged);
    String reason = kind.word() + "_unreadable";
    assertThat(row.reviewReasons()).isEqualTo(expected.equals("?") ? List.of(reason) : List.of());
  }

  private static Normalised normalised(ColumnKind kind, String raw) {
    return normalised(new Column(kind.word(), kind), raw);
  }

  private static Normalised normalised(Column column, String raw) {
    RowNormaliser normaliser = RowNormaliser.of(List.of(column), Tables.none());
    Record record = new Record(new Place("raw/items.csv", 1, 2), List.of(raw));
    return (Normalised) normaliser.normalise(record);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NUMBER     | 1.234,50    | 1234,5
          NUMBER     | 1,234       | 1,234
          NUMBER     | 1.234       | 1234
          MEASURE    | 1,25㎏      | 1,25kg
          MEASURE    | 1.500㎏     | 1500kg
          DIMENSIONS | 20,5x30cm   | 20,5×30cm
          """)
  void readTheDecimalCommaThatTheProfileChooses(ColumnKind kind, String raw, String expected) {
    Choices comma = new Choices(kind, Map.of(Choice.DECIMAL, "comma"));
    Normalised row = normalised(new Column("列", kind, comma), raw);
    assertThat(row.cells()).containsExactly(expected);
    assertThat(row.reviewReasons()).isEmpty();
  }

  @Test
  void leavesACommaOpenWhereThePointAloneStandsBeforeDecimals() {
    assertThat(new MeasureNormaliser(DecimalMark.POINT).unify("39,1%")).isEqualTo("39,1%");
  }
}
