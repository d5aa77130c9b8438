package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Place;
import dev.totonoe.record.Record;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShiftedCellsTest {
  private static final Column NAME = new Column("商品名", ColumnKind.NAME);
  private static final Column PRICE = new Column("売価", ColumnKind.PRICE);
  private static final Column COST = new Column("原価", ColumnKind.PRICE);
  private static final Column DATE = new Column("発売日", ColumnKind.DATE);
  private static final Column GTIN = new Column("JAN", ColumnKind.GTIN);
  private static final Column STOCK = new Column("在庫", ColumnKind.KEEP);

  private static Normalised row(List<Column> columns, String... cells) {
    return (Normalised)
        RowNormaliser.of(columns, Tables.none())
            .normalise(new Record(new Place("raw/items.csv", 1, 2), List.of(cells)));
  }

  @Test
  void givesNoPriceWhereTheNextColumnHoldsItsLastDigits() {
    Normalised row = row(List.of(NAME, PRICE, DATE), "緑茶", "1", "280");
    assertThat(row.reviewReasons()).contains("cells_shifted");
    assertThat(row.derived()).doesNotContainKey(DerivedColumn.PRICE_AMOUNT);
    assertThat(row(List.of(PRICE, NAME), "￥12", "800円").reviewReasons()).contains("cells_shifted");
  }

  @Test
  void tellsAShiftByAGoodValueOnePlaceTooFar() {
    List<Column> columns = List.of(NAME, PRICE, COST, GTIN, STOCK);
    assertThat(row(columns, "緑茶", "1", "280", "900", "4901234567894").reviewReasons())
        .contains("cells_shifted");
    assertThat(row(columns, "緑茶", "1", "280", "4901234567894", "900").reviewReasons())
        .doesNotContain("cells_shifted");
  }

  @Test
  void takesASmallPriceForAPriceWhereTheRowMayMeanIt() {
    assertThat(row(List.of(PRICE, STOCK), "1", "280").derived())
        .containsEntry(DerivedColumn.PRICE_AMOUNT, "1");
    assertThat(row(List.of(PRICE, DATE), "298", "2024-04-01").reviewReasons()).isEmpty();
    assertThat(row(List.of(PRICE, NAME), "98", "100 チョコ").reviewReasons()).isEmpty();
    assertThat(row(List.of(PRICE, DATE), "1280", "280").reviewReasons())
        .doesNotContain("cells_shifted");
  }
}
