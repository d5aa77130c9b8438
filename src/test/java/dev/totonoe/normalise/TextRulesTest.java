package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.LineEnd;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Place;
import dev.totonoe.record.Record;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the rules of text make of whole cells, with the dictionary bundle that the worker ships.
final class TextRulesTest {
  private static final Tables TABLES = Tables.load(Path.of("dictionaries/default"));

  private static Column column(ColumnKind kind, Map<Choice, String> chosen) {
    return new Column(kind.word(), kind, new Choices(kind, chosen));
  }

  private static String unified(ColumnKind kind, Map<Choice, String> chosen, String cell) {
    return RowNormaliser.rulesFor(column(kind, chosen), TABLES).unify(cell);
  }

  private static String name(String cell) {
    return unified(ColumnKind.NAME, Map.of(), cell);
  }

  /// Rows that were found in real lists, by kind of finding.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ボツクステイツシユ 16個          | ボックスティッシュ 16個
          レモングラステイー 100袋         | レモングラスティー 100袋
          10秒チヤージビタミンゼリー飲料     | 10秒チャージビタミンゼリー飲料
          アロンアルフアＡ「三共」          | アロンアルフアA「三共」
          富士フイルム インスタントカメラ    | 富士フイルム インスタントカメラ
          キユーピーマヨネーズ             | キユーピーマヨネーズ
          長寿命ナツメ球（返品不可）        | 長寿命ナツメ球
          カ－ル・ツアイス                | カール・ツアイス
          シテイ ゴミブクロ | シテイ ゴミブクロ
          ハツカ大根 | ハツカ大根
          薬びん(飲み薬以外）              | 薬びん(飲み薬以外)
          ラップ（食用品）の芯(紙製）       | ラップ(食用品)の芯(紙製)
          42個入[食洗機　洗剤］            | 42個入[食洗機 洗剤]
          令和６年産】新米                | 令和6年産】新米
          ＼全品ポイント20倍／緑茶         | 緑茶
          【楽天総合3位】緑茶              | 緑茶
          送料無料 ／セ／ ● 緑茶          | 緑茶
          緑茶 糖質50%OFF                | 緑茶 糖質50%OFF
          緑茶(送料無料 500ml)            | 緑茶(500ml)
          ディスプレイ 15.6”              | ディスプレイ 15.6″
          S&amp;amp;B カレー              | S&B カレー
          Ｔシャツ ＜Ｌ＞ ＜限定＞         | Tシャツ <L> <限定>
          iPhone14 S & B                 | iPhone14 S & B
          ①緑茶 ㈱山田 ½                  | ①緑茶 ㈱山田 ½
          """)
  void unifiesANameAsAMerchandiserWould(String cell, String expected) {
    assertThat(name(cell)).isEqualTo(expected);
  }

  @Test
  void keepsTheLinesOfAPage() {
    assertThat(unified(ColumnKind.TEXT, Map.of(), "<p>一行目<br />\r\n二行目</p><p>三行目&nbsp;</p>"))
        .isEqualTo("一行目\n二行目\n三行目");
  }

  @Test
  void leavesAReferenceThatTheOutputCannotHold() {
    OutputFormat windows31j = new OutputFormat(Encoding.WINDOWS_31J, false, ',', LineEnd.CRLF);
    Chain rules =
        RowNormaliser.rulesFor(column(ColumnKind.NAME, Map.of()), TABLES, windows31j::canEncode);

    assertThat(rules.unify("caf&eacute; &yen;100 &mdash;&amp;")).isEqualTo("caf&eacute; ￥100 ―&");
    assertThat(name("caf&eacute;")).isEqualTo("café");
  }

  @Test
  void expandsCompatibilityCharactersWhereTheProfileSaysSo() {
    Map<Choice, String> chosen = Map.of(Choice.COMPATIBILITY, "expand");

    assertThat(unified(ColumnKind.NAME, chosen, "①緑茶 ㈱山田 1½㌔ ㍻5年 20㎡ Ａ™"))
        .isEqualTo("(1)緑茶 (株)山田 1 1/2キロ 平成5年 20m2 A(TM)");
  }

  @Test
  void writesLatinWordsInTheChosenCase() {
    assertThat(unified(ColumnKind.NAME, Map.of(Choice.LATIN, "upper"), "Ucc coffee 500ml iPhone14"))
        .isEqualTo("UCC COFFEE 500ml iPhone14");
    assertThat(unified(ColumnKind.NAME, Map.of(Choice.LATIN, "lower"), "UCC COFFEE 1.5L"))
        .isEqualTo("ucc coffee 1.5L");
  }

  @Test
  void takesTheMakerOffTheNameOnlyWhereTheRowSaysTheSame() {
    assertThat(split("明治 ミルクチョコレート", "明治")).isEqualTo("ミルクチョコレート");
    assertThat(split("【明治】ミルクチョコレート", "明治")).isEqualTo("ミルクチョコレート");
    assertThat(split("みさき台農産㈱ トマト 3個", "みさき台農産")).isEqualTo("トマト 3個");
    assertThat(split("明治 ミルクチョコレート", "")).isEqualTo("明治 ミルクチョコレート");
    assertThat(split("明治 ミルクチョコレート", "森永")).isEqualTo("明治 ミルクチョコレート");
    assertThat(split("明治ミルクチョコレート", "明治")).isEqualTo("明治ミルクチョコレート");
    assertThat(split("明治", "明治")).isEqualTo("明治");
  }

  private static String split(String name, String maker) {
    List<Column> columns =
        List.of(
            column(ColumnKind.NAME, Map.of(Choice.MAKER_PART, "split")),
            column(ColumnKind.MAKER, Map.of()));
    Record record = new Record(new Place("raw/items.csv", 1, 2), List.of(name, maker));
    Normalised row = (Normalised) RowNormaliser.of(columns, TABLES).normalise(record);
    assertThat(row.changes())
        .filteredOn(change -> change.column().equals("name"))
        .allMatch(change -> change.before().equals(name) && change.rule().contains("maker"));
    return row.cells().getFirst();
  }
}
