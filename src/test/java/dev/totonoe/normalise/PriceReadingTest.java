package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.normalise.PriceReading.Status;
import dev.totonoe.normalise.PriceReading.Tax;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Place;
import dev.totonoe.record.Record;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class PriceReadingTest {
  private static final Place PLACE = new Place("raw/items.csv", 1, 2);

  private static Normalised row(String... headingsAndCells) {
    List<Column> columns = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < headingsAndCells.length; i += 2) {
      columns.add(new Column(headingsAndCells[i], ColumnKind.PRICE));
      cells.add(headingsAndCells[i + 1]);
    }
    return (Normalised)
        RowNormaliser.of(columns, Tables.none()).normalise(new Record(PLACE, cells));
  }

  private static PriceReading read(PriceSettings settings, String heading, String cell) {
    return PriceColumn.named(heading, settings).read(Chain.NAME.unify(cell));
  }

  private static List<String[]> table() {
    try (var in = PriceReadingTest.class.getResourceAsStream("/normalise/price.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(2)
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> readsEveryCellOfTheTable() {
    return table().stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line[0] + ": " + line[1],
                    () -> {
                      Normalised row = row(line[0], line[1]);
                      assertThat(said(row)).isEqualTo(expected(line));
                      assertThat(said(row(line[0], row.cells().getFirst())))
                          .as("read again")
                          .isEqualTo(said(row));
                    }));
  }

  private static List<String> expected(String[] line) {
    List<String> expected = new ArrayList<>(List.of(line).subList(2, line.length));
    expected.set(0, line[2].equals("=") ? line[1] : line[2]);
    return expected;
  }

  private static List<String> said(Normalised row) {
    Map<DerivedColumn, String> derived = row.derived();
    return List.of(
        row.cells().getFirst(),
        derived.getOrDefault(DerivedColumn.PRICE_AMOUNT, ""),
        derived.getOrDefault(DerivedColumn.PRICE_CURRENCY, ""),
        derived.getOrDefault(DerivedColumn.PRICE_TAX, ""),
        derived.getOrDefault(DerivedColumn.PRICE_WITH_TAX, ""),
        derived.getOrDefault(DerivedColumn.PRICE_WITHOUT_TAX, ""),
        String.join("+", row.reviewReasons()));
  }

  /// A spelling that says less or more than the cell is not used at all; none of them is lost here.
  @Test
  void everyUnifiedSpellingSaysTheSameAsTheCell() {
    for (String[] line : table()) {
      PriceColumn column = PriceColumn.named(line[0]);
      PriceReading reading = column.read(Chain.NAME.unify(line[1]));
      assertThat(column.read(reading.unified())).as(line[1]).isEqualTo(reading);
      assertThat(Chain.NAME.unify(reading.unified())).isEqualTo(reading.unified());
    }
  }

  @Test
  void takesFromTheProfileWhatCellAndHeadingLeaveOpen() {
    PriceSettings thousands =
        new PriceSettings("JPY", Tax.INCLUDED, DecimalMark.POINT, new BigDecimal("1000"));
    PriceReading reading = read(thousands, "価格", "12");
    assertThat(reading.amount(Tax.INCLUDED)).contains(new BigDecimal("12000"));
    assertThat(read(thousands, "価格(百円)", "12").prices().getFirst().amount())
        .isEqualTo(new BigDecimal("1200"));
    assertThat(read(thousands, "税抜価格", "12").amount(Tax.EXCLUDED)).isPresent();
    assertThat(read(thousands, "価格", "12円(税別)").amount(Tax.EXCLUDED))
        .contains(new BigDecimal("12"));
  }

  @Test
  void readsSharedSignsAsTheProfileOrHeadingSays() {
    PriceSettings canada = new PriceSettings("CAD", Tax.UNKNOWN, DecimalMark.POINT, BigDecimal.ONE);
    assertThat(read(canada, "価格", "$12.50").currency()).isEqualTo("CAD");
    assertThat(read(canada, "価格", "12.50").currency()).isEqualTo("CAD");
    assertThat(read(canada, "価格", "￥1,980").currency()).isEqualTo("JPY");
    assertThat(read(canada, "価格(USD)", "$12.50").currency()).isEqualTo("USD");
    assertThat(read(canada, "価格", "US$12.50").currency()).isEqualTo("USD");
    assertThat(read(PriceSettings.DEFAULT, "価格", "$12.50").currency()).isEmpty();
    assertThat(read(PriceSettings.DEFAULT, "単価(元)", "¥98").currency()).isEqualTo("CNY");
  }

  @Test
  void readsDecimalsAsTheProfileSays() {
    PriceSettings comma = new PriceSettings("EUR", Tax.UNKNOWN, DecimalMark.COMMA, BigDecimal.ONE);
    assertThat(read(comma, "Preis", "1,280").unified()).isEqualTo("1.28");
    assertThat(read(comma, "Preis", "1.280").unified()).isEqualTo("1280");
    assertThat(read(comma, "Preis", "1,125").unified()).isEqualTo("1.1250");
    assertThat(read(comma, "Preis", "1.1250").unified()).isEqualTo("1.1250");
    assertThat(read(comma, "Preis", "1.280,50").unified()).isEqualTo("1280.5");
  }

  @Test
  void refusesACurrencyThatDoesNotExist() {
    assertThatThrownBy(
            () -> new PriceSettings("YEN", Tax.UNKNOWN, DecimalMark.POINT, BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new PriceSettings("JPY", Tax.UNKNOWN, DecimalMark.POINT, BigDecimal.ZERO))
        .hasMessage("a scale is positive: 0");
  }

  @Test
  void readsHeadings() {
    assertThat(PriceColumn.named("売価（税込）"))
        .extracting("stem", "tax", "cost")
        .containsExactly("売価", Tax.INCLUDED, false);
    assertThat(PriceColumn.named("売価 本体").stem()).isEqualTo("売価");
    assertThat(PriceColumn.named("price_excl_tax"))
        .extracting("stem", "tax")
        .containsExactly("price", Tax.EXCLUDED);
    assertThat(PriceColumn.named("price without tax").tax()).isEqualTo(Tax.EXCLUDED);
    assertThat(PriceColumn.named("price with tax").tax()).isEqualTo(Tax.INCLUDED);
    assertThat(PriceColumn.named("価格(込)").tax()).isEqualTo(Tax.INCLUDED);
    assertThat(PriceColumn.named("店舗別価格").tax()).isEqualTo(Tax.UNKNOWN);
    assertThat(PriceColumn.named("価格(税込/税抜)").tax()).isEqualTo(Tax.UNKNOWN);
    assertThat(PriceColumn.named("金額(百万円)").scale()).isEqualTo(new BigDecimal("1000000"));
    assertThat(PriceColumn.named("千円均一価格").scale()).isEqualTo(BigDecimal.ONE);
    assertThat(PriceColumn.named("価格(円)").currency()).isEqualTo("JPY");
    assertThat(PriceColumn.named("price_usd").currency()).isEqualTo("USD");
    assertThat(PriceColumn.named("TOP価格").currency()).isEqualTo("JPY");
    for (String cost : List.of("原価", "仕入価格", "仕切", "卸単価", "下代", "unit cost", "納入価格")) {
      assertThat(PriceColumn.named(cost).cost()).as(cost).isTrue();
    }
  }

  @Test
  void knowsWhichPricesWithTaxFit() {
    for (String with : List.of("321", "322", "321.84", "327", "328", "327.8")) {
      assertThat(fits(with, "298")).as(with).isTrue();
    }
    for (String with : List.of("320", "323", "326", "329", "298", "321.8")) {
      assertThat(fits(with, "298")).as(with).isFalse();
    }
    assertThat(fits("108", "100")).isTrue();
    assertThat(fits("109", "100")).isFalse();
    assertThat(fits("1", "1")).isTrue();
    assertThat(PriceReading.taxFits(new BigDecimal("11.9"), BigDecimal.TEN, "EUR")).isTrue();
    assertThat(PriceReading.taxFits(new BigDecimal("9"), BigDecimal.TEN, "EUR")).isFalse();
  }

  private static boolean fits(String with, String without) {
    return PriceReading.taxFits(new BigDecimal(with), new BigDecimal(without), "JPY");
  }

  @Test
  void takesBothTaxesFromColumnsOfOneStemAndCurrency() {
    assertThat(row("定価(税抜)", "298", "売価(税込)", "321").derived())
        .containsEntry(DerivedColumn.PRICE_WITHOUT_TAX, "298")
        .doesNotContainKey(DerivedColumn.PRICE_WITH_TAX);
    assertThat(row("価格(税抜)", "298円", "価格(税込)", "$3.21").derived())
        .doesNotContainKey(DerivedColumn.PRICE_WITH_TAX);
    Normalised apart = row("売価(税抜)", "298", "売価(税込)", "350");
    assertThat(apart.derived()).containsEntry(DerivedColumn.PRICE_WITH_TAX, "350");
    assertThat(apart.reviewReasons()).containsExactly("price_tax_mismatch");
    assertThat(row("本体価格", "298", "税込価格", "321").derived())
        .containsEntry(DerivedColumn.PRICE_WITH_TAX, "321");
  }

  @Test
  void passesOverAColumnWithoutAPrice() {
    Normalised open = row("希望小売価格", "オープン", "売価", "1,280");
    assertThat(open.derived()).containsEntry(DerivedColumn.PRICE_AMOUNT, "1280");
    Normalised unclear = row("希望小売価格", "1.980", "売価", "1,280");
    assertThat(unclear.derived()).isEmpty();
    assertThat(unclear.reviewReasons()).containsExactly("price_ambiguous");
  }

  @Test
  void leavesLongCellsAlone() {
    String cell = "1,280円".repeat(100);
    assertThat(PriceReading.of(cell)).isEqualTo(PriceReading.failed(Status.UNREADABLE, cell));
  }
}
