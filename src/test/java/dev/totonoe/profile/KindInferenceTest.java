package dev.totonoe.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.SharedData;
import dev.totonoe.record.ColumnKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KindInferenceTest {
  /// Cells are separated by `/`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "NULL",
      textBlock =
          """
          商品名                | ｺｰﾋｰ／牛乳／お茶 | name
          商品名（必須）        | ｺｰﾋｰ／牛乳／お茶 | name
          商 品 名              | ｺｰﾋｰ／牛乳／お茶 | name
          品名                  | りんご／バナナ | name
          名称                  | りんご／バナナ | name
          品目                  | アートパネル（木製）／アイロン | name
          itemName              | Green tea／Milk | name
          PRODUCT_NAME          | Green tea／Milk | name
          Title                 | apple iphone 8／galaxy | name
          item                  | A-001／A-002／B-100 | keep
          item                  | Milk／Tea 3／apple | name
          商品名                | EOS-R5／α7C／Z50 | name
          商品名カナ            | ｺｰﾋｰ／ｷﾞｭｳﾆｭｳ | text
          品名                  | 1001／1002／1003 | keep
          メーカー名            | 明治／UCC | maker
          ﾌﾞﾗﾝﾄﾞ                | 明治／UCC | maker
          メ－カ－              | 明治／UCC | maker
          Brand                 | 明治／UCC | maker
          メーカーコード        | 0012／0034 | code
          仕入先名              | ㈱明治屋／丸紅 | text
          得意先コード          | 4901777018686／4901234567894／4902102072618／4987072076033／4902430784719 | code
          JAN                   | 4901777018686／4901234567894 | gtin
          ＪＡＮコード          | 4.90178E+12／4901777018686 | gtin
          商品コード(JAN)       | 4901777018686／490177701868 | gtin
          バ-コ-ド              | 4901777018686 | gtin
          Jan                   | 120／340／560 | keep
          Japan                 | 東京／大阪 | text
          商品コード            | 4901777018686／4901234567894／4902102072618／4987072076033／4902430784719 | gtin
          商品コード            | A-001／A-002 | code
          謎                    | 4901777018686／4901234567894／4902102072618／4987072076033／4902430784719 | gtin
          謎                    | 4901777018686／4901777018686／4901777018686 | keep
          謎                    | 4901777018687／4901234567895／4902102072619 | keep
          登録                  | 20240401／20240402／20240403／20240404／20240405／20240406 | keep
          売価                  | １９８０／1,280円(税込1,382円)／￥1,980-／税抜 298 | price
          メーカー希望小売価格  | オープン価格／1,980円 | price
          unit_price            | 198／218 | price
          価格改定日            | 2024/4/1／令和6年4月1日 | date
          価格                  | A／B／C | keep
          価格                  | あり／なし／要相談／未定 | text
          税込区分              | 税込／税抜 | text
          発売日                | 2024/4/1／Ｒ3/7/18／20240401／45383 | date
          発売日                | 未定／春頃／夏頃 | text
          定休日                | 月曜／火曜 | text
          created_at            | 2024-04-01 10:00:00／2024-04-02 11:00:00 | keep
          規格                  | 350ml×24本／500g／12個入 | content
          内容量                | 500g／1kg | content
          入数                  | 24／12 | keep
          サイズ                | S／M／L | size
          サイズ                | W60×D40×H30cm／20×30cm／約15×21cm | dimensions
          サイズ                | 350ml／500g／1L×6本 | content
          サイズ                | 小さめ／大きめ／ふつう | text
          寸法                  | 幅60×奥行40×高さ30cm／W600*D400*H300 | dimensions
          在庫数                | 1,280／0／12 | number
          在庫数                | あり／なし／僅少 | text
          重量                  | 1.5kg／500ｇ／800 | measure
          重量                  | 軽い／重い | text
          アルコール度数        | 5％／15度以上16度未満／Alc.7% | measure
          規格                  | 国産／輸入 | text
          色                    | ブラック／白／BK／ﾋﾟﾝｸ | colour
          カラー名              | 黒／白／杢グレー／赤 | colour
          カラー                | S-101／S-102／S-103 | keep
          カラー                | シャンパン／杢／迷彩 | text
          色番                  | 黒／白 | text
          販売単位              | ケース／CS／個／ボール | unit
          単位                  | 本／ﾊﾟｯｸ／kg | unit
          単位                  | 12／24／6 | keep
          発注単位              | 12／ケース／24 | keep
          冷蔵有無              | 有／無／無 | yes_no
          軽減税率対象          | 対象／対象外／対象 | yes_no
          対象                  | 女性／男性／こども | text
          削除フラグ            | 0／1／1 | keep
          販売可否              | ○／×／○ | yes_no
          電話番号              | 03-1234-5678／(06)6123-4567／0120123456 | phone
          TEL                   | ０３－１２３４－５６７８／312345678 | phone
          仕入先電話番号        | 03-1234-5678／06-6123-4567 | phone
          FAX番号               | 03-1234-5678／なし／06-6123-4567 | phone
          電話番号              | A-01／B-02 | code
          電話                  | 受付／担当者 | text
          郵便番号              | 〒100-0001／1000002／１００－０００３ | postal_code
          〒                    | 100-0001／530-0001 | postal_code
          ZIP                   | 1000001／5300001 | postal_code
          郵便番号              | 1／2／3 | code
          URL                   | https://example.jp/／www.example.jp | url
          ホームページ          | http://example.jp／準備中／https://example.co.jp/ | url
          リンク                | あり／なし | text
          メールアドレス        | a@example.jp／b＠example.jp | email
          E-mail                | a@example.jp／なし／b@example.jp | email
          mail                  | 可／不可 | text
          分類                  | 飲料／菓子 | category
          分別区分              | 燃やせるゴミ／金属 | category
          分別区分（略称）      | 可燃／金属 | text
          category_small_name   | 弁当類／寿司類 | category
          category_major_cd     | 04／05 | code
          カテゴリーID          | 04／05 | code
          大分類                | 04／05 | keep
          ID                    | 1／2／3 | code
          並び順                | 1／2／3 | keep
          50音                  | あ／い | text
          出し方のポイント      | 金具は取り除く。 | text
          商品説明              | おいしい | text
          column_3              | りんご／みかん | text
          column_3              | 198／298 | keep
          gtin_2                | 4901777018686 | gtin
          JAN                   | '' | keep
          価格                  | －／－ | keep
          商品名                | '' | name
          """)
  void infers(String heading, String cells, String expected) {
    assertThat(KindInference.guess(List.of(heading), List.of(cells.split("／"))))
        .as(heading + " of " + cells)
        .extracting(guess -> guess.kind().word())
        .isEqualTo(expected);
  }

  @Test
  void aMinorityOfOtherCellsDoesNotDecide() {
    List<String> cells = List.of("198", "298", "398", "", "-", "お問合せください", "店頭で");
    assertThat(KindInference.infer("価格", cells)).isEqualTo(ColumnKind.PRICE);
    assertThat(KindInference.infer("価格", cells.subList(1, 7))).isNotEqualTo(ColumnKind.PRICE);
  }

  @Test
  void withoutAHeadingNearlyAllCellsMustBeValidGtins() {
    List<String> valid =
        List.of(
            "4901777018686",
            "4901234567894",
            "4902102072618",
            "4987072076033",
            "4902430784719",
            "4901777018686",
            "4901234567894",
            "4902102072618",
            "4987072076033");
    List<String> oneWrong = Stream.concat(valid.stream(), Stream.of("4901777018687")).toList();
    List<String> twoWrong = Stream.concat(oneWrong.stream(), Stream.of("4901777018688")).toList();
    assertThat(KindInference.infer("column_1", oneWrong)).isEqualTo(ColumnKind.GTIN);
    assertThat(KindInference.infer("column_1", twoWrong)).isEqualTo(ColumnKind.KEEP);
    assertThat(KindInference.infer("JAN", twoWrong)).isEqualTo(ColumnKind.GTIN);
  }

  @Test
  void nameColumnsOfRealListsLookLikeWordsAndNothingElse() throws Exception {
    for (String list :
        List.of("mext_food_2023.tsv", "mhlw_drug_price_2025.tsv", "gomi_tsu_waste_items.tsv")) {
      List<String[]> rows =
          Files.readAllLines(SharedData.find("categories/" + list), StandardCharsets.UTF_8).stream()
              .skip(1)
              .limit(1000)
              .map(line -> line.split("\t"))
              .toList();
      List<String> names = rows.stream().map(cells -> cells[0]).toList();
      assertThat(KindInference.infer("name", names)).as(list).isEqualTo(ColumnKind.NAME);
      assertThat(KindInference.infer("謎", names)).as(list).isEqualTo(ColumnKind.TEXT);
      for (String wrong : List.of("JAN", "価格", "発売日")) {
        assertThat(KindInference.infer(wrong, names)).as(list).isEqualTo(ColumnKind.TEXT);
      }
    }
  }

  @Test
  void hugeCellsAndHeadingsAreNoDanger() {
    List<String> cells =
        List.of("1,".repeat(500_000), "1" + " ".repeat(500_000) + "x", "9".repeat(500_000));
    for (String heading : List.of("JAN", "価格", "発売日", "規格", "コード", "商品名", "謎")) {
      assertThat(KindInference.infer(heading, cells)).as(heading).isNotEqualTo(ColumnKind.GTIN);
      assertThat(KindInference.infer(heading.repeat(200_000), cells)).isNotNull();
    }
  }
}
