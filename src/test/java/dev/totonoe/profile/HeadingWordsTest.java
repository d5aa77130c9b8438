package dev.totonoe.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.record.ColumnKind;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Headings as they stand in price lists, shop masters and exports of shop systems.
final class HeadingWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name     | 商品名 商品名称 商品名（全角20文字以内） 商品名※ 正式商品名 商品正式名称 品名・規格 製品名 品目名 商品名1 name Name product_name ProductName ITEM-NAME item.title タイトル 医薬品名
          gtin     | JAN JANコード ＪＡＮＣＤ jan_code JanCode EAN13 UPC GTIN-14 バーコード ﾊﾞｰｺｰﾄﾞ 商品コード（JAN） JAN/ITF ISBN gtin_2
          price    | 価格 販売価格 標準小売価格（税抜） 売単価 納品単価(円) 原価 仕切価格 卸値 参考上代 薬価 税込 price list_price unit_price_2 Price(JPY) cost 仕入単価
          date     | 発売日 発売年月日 登録日時 価格適用日 終売予定日 賞味期限 日付 release_date updated created_at DATE
          content  | 規格 規格・容量 内容量 容量 入数 ケース入数 荷姿 net_volume spec
          size     | サイズ size 商品サイズ
          number   | 在庫数 在庫数量 発注ロット 数量 qty stock_quantity
          measure  | 重量 重量(g) アルコール度数 消費電力 weight 高さ
          dimensions | 寸法 外形寸法 製品寸法 dimensions
          maker    | メーカー メーカー名 ﾒｰｶｰ メ－カ－ 製造元 ブランド名 発売元 brand brand_name Manufacturer
          category | 分類 商品分類 大分類 カテゴリ カテゴリー名 部門名 ジャンル 分別区分 category product_category category_name
          code     | 商品コード 商品CD 品番 メーカー品番 自社品番 型番 カテゴリーID 分類コード brand_code sku item_id 管理番号 得意先コード 仕入先番号 No No. 価格改定番号
          text     | 備考 商品説明 商品名カナ 商品名（カナ） 品名略称 分別区分（略称） メーカー略称 説明文 description item_name_kana notes 原材料名 商品名英語
          nothing  | 並び順 50音 産地 温度帯 消費税率 税率 発注単位 得意先名 店舗名 住所 担当者名 会社名 在庫区分 重量単位 URL 画像 supplier_name vendor store_name Japan janitor costume dates 品種 定休日 曜日 賞味期限日数 column_1 column_12_2 price_type price_currency 税区分 価格帯 名 ※ ()
          """)
  void mean(String kind, String headings) {
    for (String heading : headings.split(" ")) {
      assertThat(HeadingWords.kind(heading).map(ColumnKind::word).orElse("nothing"))
          .as(heading)
          .isEqualTo(kind);
    }
  }

  @ParameterizedTest
  @CsvSource({"商品名,品名", "製品名,名称", "品名,品目", "名称,商品", "product name,title", "name,item"})
  void theFirstIsTheSurerName(String surer, String other) {
    assertThat(HeadingWords.nameRank(surer)).isLessThan(HeadingWords.nameRank(other));
    assertThat(Stream.of(surer, other).map(HeadingWords::kind))
        .allMatch(kind -> kind.orElseThrow() == ColumnKind.NAME);
  }
}
