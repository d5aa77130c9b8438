package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Place;
import dev.totonoe.record.Record;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words of tables, as suppliers write them, with the tables of the default bundle and a user's
/// own.
final class CodeListTest {
  private static final Tables DEFAULT = Tables.load(Path.of("dictionaries/default"));

  private static final Map<ColumnKind, RowNormaliser> OF_KIND =
      Stream.of(ColumnKind.COLOUR, ColumnKind.UNIT, ColumnKind.YES_NO, ColumnKind.MAKER)
          .collect(
              Collectors.toMap(
                  kind -> kind, kind -> RowNormaliser.of(List.of(new Column("列", kind)), DEFAULT)));

  @TempDir private Path bundle;

  /// The last column is empty where the cell is one of the table's words.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          colour | ブラック           | ブラック       |
          colour | 黒                 | ブラック       |
          colour | 黒色               | ブラック       |
          colour | くろ               | ブラック       |
          colour | ﾌﾞﾗｯｸ              | ブラック       |
          colour | ぶらっく           | ブラック       |
          colour | ＢＬＡＣＫ         | ブラック       |
          colour | black              | ブラック       |
          colour | ＢＫ               | ブラック       |
          colour | bk                 | ブラック       |
          colour | オフホワイト       | オフホワイト   |
          colour | off-white          | off-white      | list_unknown
          colour | OFF WHITE          | オフホワイト   |
          colour | ネービー           | ネイビー       |
          colour | ネ－ビ－           | ネイビー       |
          colour | グレイ             | グレー         |
          colour | ねずみ色           | グレー         |
          colour | 濃紺               | 濃紺           | list_unknown
          colour | 深緑               | 深緑           |
          colour | フカミドリ         | 深緑           |
          colour | ｳｽﾐﾄﾞﾘ             | ウスミドリ     | list_unknown
          colour | 蒼                 | 蒼             | list_unknown
          colour | 碧                 | 碧             | list_unknown
          colour | 垢                 | 垢             | list_unknown
          colour | 台                 | 台             | list_unknown
          colour | 白×黒              | 白×黒          | list_unknown
          colour | ブラック/ホワイト  | ブラック/ホワイト | list_unknown
          colour | BL                 | BL             | list_unknown
          colour | GR                 | GR             | list_unknown
          colour | R                  | R              | list_unknown
          colour | 01 ブラック        | 01 ブラック    | list_unknown
          colour | ワイン　レッド     | ワインレッド   |
          colour | -                  | -              |
          colour | ''                 | ''             |
          unit   | ケース             | ケース         |
          unit   | ｹｰｽ                | ケース         |
          unit   | ｹ-ｽ                | ケース         |
          unit   | ｃｓ               | ケース         |
          unit   | C/S                | ケース         |
          unit   | Case               | ケース         |
          unit   | 箱                 | 箱             |
          unit   | ＢＯＸ             | 箱             |
          unit   | ヶ                 | 個             |
          unit   | ｹ                  | 個             |
          unit   | コ                 | 個             |
          unit   | ｺ                  | 個             |
          unit   | pcs                | 個             |
          unit   | PCS                | 個             |
          unit   | P                  | P              | list_unknown
          unit   | CT                 | CT             | list_unknown
          unit   | フクロ             | 袋             |
          unit   | ㎏                 | kg             |
          unit   | ＫＧ               | kg             |
          unit   | キロ               | kg             |
          unit   | ㍑                 | L              |
          unit   | l                  | L              |
          unit   | 打                 | ダース         |
          unit   | 甲                 | 甲             | list_unknown
          unit   | 12個               | 12個           | list_unknown
          unit   | 個（バラ）         | 個(バラ)       | list_unknown
          yes_no | 有                 | ○              |
          yes_no | あり               | ○              |
          yes_no | ｱﾘ                 | ○              |
          yes_no | 有り               | ○              |
          yes_no | 〇                 | ○              |
          yes_no | ◯                  | ○              |
          yes_no | TRUE               | ○              |
          yes_no | Ｙ                 | ○              |
          yes_no | 対象               | ○              |
          yes_no | 対象外             | ×              |
          yes_no | 無                 | ×              |
          yes_no | なし               | ×              |
          yes_no | 不可               | ×              |
          yes_no | ✕                  | ×              |
          yes_no | x                  | ×              |
          yes_no | △                  | △              | list_unknown
          yes_no | 1                  | 1              | list_unknown
          yes_no | 0                  | 0              | list_unknown
          yes_no | 一部対象           | 一部対象       | list_unknown
          yes_no | 未定               | 未定           | list_unknown
          maker  | ミサキダイノウサン | みさき台農産   |
          maker  | みさき台農産㈱     | みさき台農産   |
          maker  | まだ知らない食品   | まだ知らない食品 |
          """)
  void unifiesWordsOfTheDefaultTables(String kind, String cell, String unified, String reason) {
    RowNormaliser normaliser = OF_KIND.get(ColumnKind.ofWord(kind).orElseThrow());

    Normalised row = normalise(normaliser, cell);

    assertThat(row.cells()).containsExactly(unified);
    assertThat(row.reviewReasons()).isEqualTo(reason == null ? List.of() : List.of(reason));
    assertThat(normalise(normaliser, unified).changes()).isEmpty();
  }

  /// A user's own list: makers and foods in kanji, drinks in kana.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          コーヒー       | コーヒー  |
          珈琲           | コーヒー  | reading
          麦酒           | ビール    | reading
          ビヤ           | ビール    | list
          豆腐           | 豆腐      |
          とうふ         | 豆腐      | reading
          トウフ         | 豆腐      | reading
          トーフ         | 豆腐      | reading
          ﾄｳﾌ            | 豆腐      | kana+reading
          冷や奴         | 冷や奴    |
          おおさか       | 大阪      | reading
          オーサカ       | 大阪      | reading
          コオリ         | コオリ    |
          小売           | 小売      |
          コウリ         | 小売      | reading
          イトウ         | イトウ    |
          伊藤           | 伊藤      |
          伊東           | 伊東      |
          伊籐           | 伊籐      |
          公正           | 公正      |
          佐倉           | 佐倉      |
          桜             | 桜        |
          サクラ         | サクラ    |
          葡萄           | 葡萄      |
          キ             | キ        |
          アオ           | アオ      |
          病院           | 病院      |
          ビョウイン     | 病院      | reading
          ビヨウイン     | ビヨウイン |
          """)
  void findsWordsByTheirReadingOnlyWhereTheyAreTheSameWord(String cell, String unified, String rule)
      throws IOException {
    write(
        "list-word.csv",
        """
        spelling,canonical
        コーヒー,コーヒー
        ビール,ビール
        ビヤ,ビール
        豆腐,豆腐
        大阪,大阪
        小売,小売
        伊藤,伊藤
        伊東,伊東
        コウセイ,コウセイ
        サクラ,サクラ
        ブドウ,ブドウ
        木,木
        青,青
        病院,病院
        """);
    Column column = column("word", Map.of());

    Normalised row = normalise(Tables.load(bundle), column, cell);

    assertThat(row.cells()).containsExactly(unified);
    assertThat(row.changes())
        .extracting("rule")
        .isEqualTo(rule == null ? List.of() : List.of(rule));
  }

  @Test
  void theUserDictionaryTellsReadingsToo() throws IOException {
    write("list-word.csv", "spelling,canonical\n戸隠堂,戸隠堂\n");
    Column column = column("word", Map.of());
    assertThat(normalise(Tables.load(bundle), column, "とがくれどう").cells()).containsExactly("とがくれどう");

    write("userdict.csv", "戸隠堂,戸隠堂,トガクレドウ,カスタム名詞\n");

    assertThat(normalise(Tables.load(bundle), column, "とがくれどう").cells()).containsExactly("戸隠堂");
  }

  @Test
  void readingsAreNotLookedUpWhereTheProfileSaysSo() throws IOException {
    write("list-word.csv", "spelling,canonical\nコーヒー,コーヒー\n");
    Column column = column("word", Map.of(Choice.READING, "off"));

    Normalised row = normalise(Tables.load(bundle), column, "珈琲");

    assertThat(row.cells()).containsExactly("珈琲");
    assertThat(row.reviewReasons()).containsExactly("list_unknown");
  }

  @Test
  void aListThatIsOffSaysNothing() {
    Column column =
        new Column(
            "色",
            ColumnKind.COLOUR,
            new Choices(ColumnKind.COLOUR, Map.of(Choice.CODE_LIST, "off")));

    Normalised row = normalise(DEFAULT, column, "ｸﾛ");

    assertThat(row.cells()).containsExactly("クロ");
    assertThat(row.reviewReasons()).isEmpty();
  }

  @Test
  void aBundleWithoutTheDefaultTablesLeavesWordsAndSaysNothing() {
    Normalised row = normalise(Tables.none(), new Column("色", ColumnKind.COLOUR), "ｸﾛ");

    assertThat(row.cells()).containsExactly("クロ");
    assertThat(row.reviewReasons()).isEmpty();
  }

  @Test
  void refusesATableThatTheBundleLacks() throws IOException {
    write("list-origin.csv", "spelling,canonical\n北海道,北海道\n");
    Tables tables = Tables.load(bundle);

    assertThatThrownBy(() -> RowNormaliser.of(List.of(column("orign", Map.of())), tables))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(
            "column 列: the dictionary bundle has no list-orign.csv, which its choice list: orign names;"
                + " add the file with the header spelling,canonical and pack the bundle, or name one that"
                + " is there (origin)");
  }

  @Test
  void tellsEveryContradictionWithBothLines() throws IOException {
    write(
        "list-colour.csv",
        """
        spelling,canonical
        BK,ブラック
        ｂｋ,黒
        黒,墨
        墨,スミ
        白,ﾎﾜｲﾄ
        ,レッド
        赤,レッド,R
        """);
    write("list-Farbe.csv", "spelling,canonical\n");

    assertThatThrownBy(() -> Tables.load(bundle))
        .isInstanceOf(ConfigurationFailure.class)
        .message()
        .satisfies(
            message ->
                assertThat(message.replace(bundle.toString(), "d").lines())
                    .containsExactly(
                        "d/list-Farbe.csv: expected list-<name>.csv with a name of a-z, 0-9, _ and -; rename it",
                        "d/list-colour.csv:8:3: expected 2 cells as in the header but found 3; the table is not used; quote a cell that has the delimiter in it",
                        "d/list-colour.csv:7: expected a spelling and its canonical form but found \"\", \"レッド\"",
                        "d/list-colour.csv:3: \"ｂｋ\" stands for \"黒\" here and for \"ブラック\" on line 2; keep one",
                        "d/list-colour.csv:4: \"黒\" stands for \"墨\" here and for \"黒\" on line 3; keep one; a canonical form stands for itself only",
                        "d/list-colour.csv:5: \"墨\" stands for \"スミ\" here and for \"墨\" on line 4; keep one; a canonical form stands for itself only",
                        "d/list-colour.csv:6: canonical: every cell is unified as text, which makes \"ホワイト\" of \"ﾎﾜｲﾄ\"; write that"));
  }

  @Test
  void warnsOfDuplicatesAndOfReadingsThatTwoWordsShare() throws IOException {
    write("list-maker.csv", "spelling,canonical\n伊藤,伊藤\n伊東,伊東\n明治,明治\n伊藤,伊藤\n大阪,大阪屋\nオオサカ,逢坂屋\n");
    write("brands.csv", "spelling,canonical\n明治乳業,明治\n明治乳業,明治\n");

    assertThat(Tables.load(bundle).warnings(Path.of("d")))
        .containsExactly(
            "d/brands.csv:3: \"明治乳業\" is already on line 2",
            "d/list-maker.csv:5: \"伊藤\" is already on line 2",
            "d/list-maker.csv:3: \"伊東\" and \"伊藤\" on line 2 are both read イトウ; that reading is not looked up, a line with it can say which is meant",
            "d/list-maker.csv:7: \"逢坂屋\" and \"大阪屋\" on line 6 are both read オーサカヤ; that reading is not looked up, a line with it can say which is meant",
            "d/list-maker.csv:7: \"オオサカ\" and \"大阪\" on line 6 are both read オオサカ; that reading is not looked up, a line with it can say which is meant");
  }

  @Test
  void theDefaultTablesHaveNothingToWarnOf() {
    assertThat(DEFAULT.warnings(Path.of("d"))).isEmpty();
    assertThat(DEFAULT.lists().byName().keySet())
        .containsExactlyInAnyOrder("colour", "unit", "yes_no");
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(bundle.resolve(file), text);
  }

  private static Column column(String list, Map<Choice, String> others) {
    Map<Choice, String> chosen = new EnumMap<>(Choice.class);
    chosen.putAll(others);
    chosen.put(Choice.CODE_LIST, list);
    return new Column("列", ColumnKind.LIST, new Choices(ColumnKind.LIST, chosen));
  }

  private static Normalised normalise(Tables tables, Column column, String cell) {
    return normalise(RowNormaliser.of(List.of(column), tables), cell);
  }

  private static Normalised normalise(RowNormaliser normaliser, String cell) {
    Record record = new Record(new Place("raw/items.csv", 1, 2), List.of(cell));
    return (Normalised) normaliser.normalise(record);
  }
}
