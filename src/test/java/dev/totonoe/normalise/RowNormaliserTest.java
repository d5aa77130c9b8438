package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.normalise.Tables.Replacement;
import dev.totonoe.record.Change;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Outcome;
import dev.totonoe.record.Place;
import dev.totonoe.record.Record;
import dev.totonoe.record.Refusal;
import dev.totonoe.record.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RowNormaliserTest {
  private static final Place PLACE = new Place("raw/items.csv", 1, 2);

  private static Outcome outcome(Tables tables, Object... columnsAndCells) {
    List<Column> columns = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columnsAndCells.length; i += 3) {
      columns.add(new Column((String) columnsAndCells[i], (ColumnKind) columnsAndCells[i + 1]));
      cells.add((String) columnsAndCells[i + 2]);
    }
    return RowNormaliser.of(columns, tables).normalise(new Record(PLACE, cells));
  }

  private static Normalised normalised(Object... columnsAndCells) {
    return (Normalised) outcome(Tables.none(), columnsAndCells);
  }

  private static Normalised price(String header, String cell) {
    return normalised(header, ColumnKind.PRICE, cell);
  }

  private static Normalised date(String cell) {
    return normalised("発売日", ColumnKind.DATE, cell);
  }

  private static Normalised gtin(String cell) {
    return normalised("JAN", ColumnKind.GTIN, cell);
  }

  @Test
  void unifiesEveryKindOfColumn() {
    Normalised row =
        normalised(
            "商品名",
            ColumnKind.NAME,
            "ｺ-ﾋ-　ﾌﾞﾚﾝﾄﾞ　１００ｇ",
            "品番",
            ColumnKind.CODE,
            "'ａ－００１",
            "JAN",
            ColumnKind.GTIN,
            "４９０１２３４５６７８９４",
            "規格",
            ColumnKind.CONTENT,
            "１００Ｇ Ｘ １２袋",
            "売価",
            ColumnKind.PRICE,
            "￥１，２８０－",
            "発売日",
            ColumnKind.DATE,
            "Ｒ６．４．１",
            "説明",
            ColumnKind.TEXT,
            "一行目\r\n　二行目",
            "メモ",
            ColumnKind.KEEP,
            "　そのまま　");

    assertThat(row.cells())
        .containsExactly(
            "コーヒー ブレンド 100g",
            "a-001",
            "4901234567894",
            "100g×12袋",
            "1280円",
            "2024-04-01",
            "一行目\n二行目",
            "　そのまま　");
    assertThat(row.derived())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(DerivedColumn.CONTENT_AMOUNT, "100"),
                Map.entry(DerivedColumn.CONTENT_UNIT, "g"),
                Map.entry(DerivedColumn.CONTENT_COUNT, "12"),
                Map.entry(DerivedColumn.CONTENT_COUNT_UNIT, "袋"),
                Map.entry(DerivedColumn.CONTENT_TOTAL, "1200"),
                Map.entry(DerivedColumn.CONTENT_STATUS, "exact"),
                Map.entry(DerivedColumn.PRICE_AMOUNT, "1280"),
                Map.entry(DerivedColumn.PRICE_CURRENCY, "JPY"),
                Map.entry(DerivedColumn.PRICE_TAX, "unknown"),
                Map.entry(DerivedColumn.GTIN, "4901234567894"),
                Map.entry(DerivedColumn.GTIN_KIND, "GTIN-13"),
                Map.entry(DerivedColumn.GTIN_STATUS, "valid")));
    assertThat(row.reviewReasons()).isEmpty();
    assertThat(row.changes()).hasSize(7);
    assertThat(row.changes().getFirst())
        .isEqualTo(
            new Change(
                PLACE, "商品名", "dash+kana+width+spaces", "ｺ-ﾋ-　ﾌﾞﾚﾝﾄﾞ　１００ｇ", "コーヒー ブレンド 100g"));
  }

  @Test
  void appliesTheUsersTables() {
    Tables tables =
        new Tables(
            List.of(new Replacement(Optional.of(ColumnKind.NAME), "珈琲", "コーヒー")),
            List.of("送料無料"),
            Map.of(SpellingKey.of("Ｓ＆Ｂ"), "エスビー食品"));

    Normalised row =
        (Normalised)
            outcome(
                tables,
                "商品名",
                ColumnKind.NAME,
                "【送料無料】珈琲 200g",
                "メーカー",
                ColumnKind.MAKER,
                "s&b",
                "説明",
                ColumnKind.TEXT,
                "送料無料の珈琲");

    assertThat(row.cells()).containsExactly("コーヒー 200g", "エスビー食品", "送料無料の珈琲");
    assertThat(row.changes())
        .extracting(Change::rule)
        .containsExactly("replacement+deletable", "brand");
  }

  @Test
  void unifiesThePatternsOfTheTablesToo() {
    Tables tables =
        new Tables(
            List.of(new Replacement(Optional.empty(), "（株）", "㈱")), List.of("ﾎﾟｲﾝﾄ２倍"), Map.of());

    Normalised row = (Normalised) outcome(tables, "商品名", ColumnKind.NAME, "（株）明治【ポイント２倍】チョコ");

    assertThat(row.cells()).containsExactly("㈱明治 チョコ");
  }

  @Test
  void leavesACellRawWhenTablesFeedEachOtherInACircle() {
    Tables tables =
        new Tables(
            List.of(
                new Replacement(Optional.empty(), "甲", "乙"),
                new Replacement(Optional.empty(), "乙", "甲")),
            List.of(),
            Map.of());

    Normalised row = (Normalised) outcome(tables, "商品名", ColumnKind.NAME, "甲　酒");

    assertThat(row.cells()).containsExactly("甲　酒");
    assertThat(row.reviewReasons()).containsExactly("tables_unsettled");
  }

  @Test
  void takesTheFinerOfNameAndSpecification() {
    Normalised row =
        normalised("商品名", ColumnKind.NAME, "緑茶 500ml", "規格", ColumnKind.CONTENT, "500ml×24本");

    assertThat(row.derived()).containsEntry(DerivedColumn.CONTENT_TOTAL, "12000");
    assertThat(row.reviewReasons()).isEmpty();

    Normalised turned =
        normalised("商品名", ColumnKind.NAME, "緑茶 500ml×24本", "規格", ColumnKind.CONTENT, "500ml");
    assertThat(turned.derived()).containsEntry(DerivedColumn.CONTENT_TOTAL, "12000");
  }

  @Test
  void fillsNothingInWhenNameAndSpecificationDisagree() {
    Normalised row =
        normalised("商品名", ColumnKind.NAME, "緑茶 525ml", "規格", ColumnKind.CONTENT, "500ml×24本");

    assertThat(row.derived())
        .containsExactlyEntriesOf(Map.of(DerivedColumn.CONTENT_STATUS, "ambiguous"));
    assertThat(row.reviewReasons()).containsExactly("content_conflict");
  }

  @Test
  void leavesOpenHowAMeasureIsDividedAmongPieces() {
    Normalised row =
        normalised("商品名", ColumnKind.NAME, "チーズ 7枚入", "規格", ColumnKind.CONTENT, "120g");

    assertThat(row.derived()).isEqualTo(Map.of(DerivedColumn.CONTENT_STATUS, "ambiguous"));
    assertThat(row.reviewReasons()).containsExactly("content_ambiguous");
    Normalised packed =
        normalised("商品名", ColumnKind.NAME, "にぎり 10貫", "規格", ColumnKind.CONTENT, "1パック");
    assertThat(packed.derived()).containsEntry(DerivedColumn.CONTENT_COUNT, "10");
    assertThat(packed.reviewReasons()).isEmpty();
  }

  @Test
  void readsBothPricesOfACell() {
    Normalised row = price("売価", "1,280円(税込1,382円)");

    assertThat(row.cells()).containsExactly("1280円(税込1382円)");
    assertThat(row.derived())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                DerivedColumn.PRICE_AMOUNT, "1280",
                DerivedColumn.PRICE_CURRENCY, "JPY",
                DerivedColumn.PRICE_TAX, "excluded",
                DerivedColumn.PRICE_WITH_TAX, "1382",
                DerivedColumn.PRICE_WITHOUT_TAX, "1280"));
    assertThat(row.reviewReasons()).isEmpty();
  }

  @Test
  void takesTaxAndScaleFromTheHeaderWhenTheCellIsSilent() {
    assertThat(price("税込価格", "1,382").derived())
        .containsEntry(DerivedColumn.PRICE_TAX, "included")
        .containsEntry(DerivedColumn.PRICE_WITH_TAX, "1382")
        .doesNotContainKey(DerivedColumn.PRICE_WITHOUT_TAX);
    assertThat(price("価格（千円）", "12").derived()).containsEntry(DerivedColumn.PRICE_AMOUNT, "12000");
    assertThat(price("税込価格", "税抜298").derived()).containsEntry(DerivedColumn.PRICE_TAX, "excluded");
  }

  @Test
  void readsTheOtherTaxFromTheSiblingColumn() {
    Normalised row =
        normalised(
            "売価(税抜)",
            ColumnKind.PRICE,
            "298",
            "原価",
            ColumnKind.PRICE,
            "200",
            "売価(税込)",
            ColumnKind.PRICE,
            "321");

    assertThat(row.derived())
        .containsEntry(DerivedColumn.PRICE_WITHOUT_TAX, "298")
        .containsEntry(DerivedColumn.PRICE_WITH_TAX, "321");
    assertThat(row.reviewReasons()).isEmpty();
  }

  @Test
  void takesTheFirstPriceThatIsStatedAndNoCost() {
    Normalised row =
        normalised(
            "原価",
            ColumnKind.PRICE,
            "200",
            "標準小売価格",
            ColumnKind.PRICE,
            "",
            "税込価格",
            ColumnKind.PRICE,
            "321");

    assertThat(row.derived())
        .containsEntry(DerivedColumn.PRICE_AMOUNT, "321")
        .containsEntry(DerivedColumn.PRICE_TAX, "included");
    assertThat(normalised("原価", ColumnKind.PRICE, "200", "売価", ColumnKind.PRICE, "").derived())
        .isEmpty();
  }

  @Test
  void flagsPricesThatDoNotFitTheirTax() {
    assertThat(price("売価", "税抜1000円(税込1200円)").reviewReasons())
        .containsExactly("price_tax_mismatch");
    assertThat(price("売価", "1000円(税込1200円)").derived()).isEmpty();
  }

  @Test
  void givesNoAmountWhereThereIsNoSinglePrice() {
    assertThat(price("売価", "オープン価格").reviewReasons()).isEmpty();
    assertThat(price("売価", "-").reviewReasons()).isEmpty();
    assertThat(price("売価", "0").reviewReasons()).containsExactly("price_zero");
    assertThat(price("売価", "398円／よりどり2パック750円").reviewReasons()).containsExactly("price_ambiguous");
    assertThat(price("売価", "￥1.980").reviewReasons()).containsExactly("price_ambiguous");
    assertThat(price("売価", "30%OFF").reviewReasons()).containsExactly("price_unreadable");
    for (String cell : List.of("オープン価格", "-", "0", "398円／よりどり2パック750円", "￥1.980", "30%OFF")) {
      assertThat(price("売価", cell).derived()).as(cell).isEmpty();
    }
  }

  @Test
  void flagsDatesThatAreNotSure() {
    assertThat(date("2024年4月上旬").reviewReasons()).containsExactly("date_vague");
    assertThat(date("平成33年4月1日").reviewReasons()).containsExactly("date_never_existed");
    assertThat(date("24/4/1").reviewReasons()).containsExactly("date_ambiguous");
    assertThat(date("45383").reviewReasons()).containsExactly("date_serial");
    assertThat(date("2024-02-30").reviewReasons()).containsExactly("date_unreadable");
    assertThat(date("2024-02-30").cells()).containsExactly("2024-02-30");
    assertThat(date("").reviewReasons()).isEmpty();
  }

  @Test
  void rejectsYearZeroOfAnEra() {
    Outcome outcome =
        outcome(Tables.none(), "品名", ColumnKind.NAME, "茶,緑", "発売日", ColumnKind.DATE, "令和0年4月1日");

    assertThat(outcome)
        .isEqualTo(
            new Refusal(
                PLACE,
                1,
                RejectReason.IMPOSSIBLE_DATE,
                "expected a date but found \"令和0年4月1日\": no era has a year 0"));
  }

  @Test
  void rejectsACodeThatASpreadsheetLost() {
    Outcome outcome = outcome(Tables.none(), "JAN", ColumnKind.GTIN, "4.90178E+12");

    assertThat(outcome)
        .isEqualTo(
            new Refusal(
                PLACE,
                0,
                RejectReason.GTIN_LOST,
                "expected the digits of a GTIN but found \"4.90178E+12\", in which a spreadsheet has lost digits;"
                    + " export the column as text"));
  }

  @Test
  void tellsTheKindsOfGtin() {
    assertThat(gtin("4901234567894").derived()).containsEntry(DerivedColumn.GTIN_KIND, "GTIN-13");
    assertThat(gtin("49123456").derived()).containsEntry(DerivedColumn.GTIN_KIND, "GTIN-8");
    assertThat(gtin("036000291452").derived())
        .containsEntry(DerivedColumn.GTIN, "0036000291452")
        .containsEntry(DerivedColumn.GTIN_KIND, "GTIN-12");
    assertThat(gtin("14901234567891").derived()).containsEntry(DerivedColumn.GTIN_KIND, "GTIN-14");
    assertThat(gtin("9780072129519").derived()).containsEntry(DerivedColumn.GTIN_KIND, "ISBN-13");
    assertThat(gtin("2012345678903").derived()).containsEntry(DerivedColumn.GTIN_KIND, "in-store");
  }

  @Test
  void keepsACodeThatIsNoGtinAndFlagsIt() {
    for (String code : List.of("4901234567890", "1234567890", "12345678901234567890", "abc")) {
      Normalised row = gtin(code);
      assertThat(row.cells()).containsExactly(code);
      assertThat(row.derived()).isEqualTo(Map.of(DerivedColumn.GTIN_STATUS, "invalid"));
      assertThat(row.reviewReasons()).containsExactly("gtin_invalid");
    }
    assertThat(gtin("").derived()).isEqualTo(Map.of(DerivedColumn.GTIN_STATUS, "none"));
    assertThat(gtin("").reviewReasons()).isEmpty();
  }

  @Test
  void flagsFormulasAndKeepsThem() {
    for (String cell : List.of("=1+1", "@SUM(A1)", "＝cmd", "+cmd|x", "-2+3+cmd")) {
      assertThat(normalised("備考", ColumnKind.KEEP, cell).cells()).containsExactly(cell);
      assertThat(normalised("備考", ColumnKind.TEXT, cell).reviewReasons())
          .as(cell)
          .containsExactly("formula");
    }
    for (String cell : List.of("-", "-5", "+81-3-1234", "A=B", "")) {
      assertThat(normalised("備考", ColumnKind.TEXT, cell).reviewReasons()).as(cell).isEmpty();
    }
  }

  @Test
  void namesTheDerivedColumnsThatTheColumnsSupport() {
    RowNormaliser codes =
        RowNormaliser.of(List.of(new Column("JAN", ColumnKind.GTIN)), Tables.none());
    assertThat(codes.derivedColumns())
        .containsExactly(DerivedColumn.GTIN, DerivedColumn.GTIN_KIND, DerivedColumn.GTIN_STATUS);

    RowNormaliser both =
        RowNormaliser.of(
            List.of(new Column("値段", ColumnKind.PRICE), new Column("品名", ColumnKind.NAME)),
            Tables.none());
    assertThat(both.derivedColumns())
        .startsWith(DerivedColumn.CONTENT_AMOUNT)
        .endsWith(DerivedColumn.PRICE_WITHOUT_TAX)
        .hasSize(11);
  }

  @Test
  void refusesARecordOfAnotherShape() {
    RowNormaliser normaliser =
        RowNormaliser.of(List.of(new Column("品名", ColumnKind.NAME)), Tables.none());

    assertThatThrownBy(() -> normaliser.normalise(new Record(PLACE, List.of("a", "b"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("raw/items.csv:2: 1 cells expected, 2 found");
  }
}
