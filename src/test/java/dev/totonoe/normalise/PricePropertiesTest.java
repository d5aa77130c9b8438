package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.normalise.PriceReading.Status;
import dev.totonoe.normalise.PriceReading.Tax;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// What holds for every price cell, however it is written.
final class PricePropertiesTest {
  private static final String[] FRAGMENTS =
      ("1|12|980|1,280|1.980|1.5|12,50|1 280|1'049,95|.75|0|0.00|千二百|1万2千|十|億|円|￥|¥|\\|$|US$|€|EUR|USD|元|ドル|Kč|руб.|kr|ポンド|セント|角"
              + "|税込|税抜|(税込)|(税別)|込|(込)|+税|本体|内税|inc VAT|定価|通常|特価|価格:|希望小売価格|Was |Now |原価|消費税|からの|から|～|〜|-|ー|―|,-|也|/|、|,|.|・|:| |　"
              + "|(|)|【|】|「|」|%|10%|8%|30%OFF|100g|100gあたり|/100g|1個|2パック|あたり|@|*|※|→|送料込|オープン価格|OPEN|なし|無料|要問合せ|よりどり|A|x|ü|\uD800|\uDC00|𠮷|İ")
          .split("\\|");

  private static final List<PriceColumn> COLUMNS =
      List.of(
          PriceColumn.PLAIN,
          PriceColumn.named("単価(千円・税込)"),
          PriceColumn.named("価格(EUR)"),
          PriceColumn.named("価格($)"),
          PriceColumn.named(
              "価格", new PriceSettings("KWD", Tax.EXCLUDED, DecimalMark.COMMA, BigDecimal.TEN)),
          PriceColumn.named(
              "価格", new PriceSettings("", Tax.UNKNOWN, DecimalMark.POINT, BigDecimal.ONE)));

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.of(FRAGMENTS).list().ofMaxSize(8).map(parts -> String.join("", parts));
  }

  @Property
  void unifyingKeepsWhatACellSays(@ForAll("cells") String cell) {
    String folded = Chain.NAME.unify(cell);
    for (PriceColumn column : COLUMNS) {
      String unified = new PriceNormaliser(column).unify(folded);
      assertThat(column.read(unified)).as(cell).isEqualTo(column.read(folded));
      assertThat(new PriceNormaliser(column).unify(unified)).isEqualTo(unified);
      assertThat(Chain.NAME.unify(unified)).isEqualTo(unified);
    }
  }

  @Property
  void aCellWithoutASinglePriceGetsNoAmount(@ForAll("cells") String cell) {
    for (PriceColumn column : COLUMNS) {
      PriceReading reading = column.read(Chain.NAME.unify(cell));
      if (reading.status() == Status.EXACT) {
        assertThat(reading.prices()).hasSizeBetween(1, 2);
        assertThat(reading.prices()).allMatch(price -> price.amount().signum() > 0);
      } else {
        assertThat(reading.prices()).isEmpty();
        assertThat(reading.currency()).isEmpty();
      }
    }
  }

  @Property(tries = 300)
  void readsEveryYenPriceInEverySpelling(@ForAll("amounts") int yen) {
    String grouped = String.format(java.util.Locale.ROOT, "%,d", yen);
    for (String cell :
        List.of(yen + "円", "￥" + grouped + "-", grouped, "税込" + grouped + "円", grouped + "円(税別)")) {
      assertThat(PriceReading.of(cell).prices())
          .as(cell)
          .extracting(PriceReading.Price::amount)
          .containsExactly(BigDecimal.valueOf(yen));
    }
  }

  @Provide
  Arbitrary<Integer> amounts() {
    return Arbitraries.integers().between(1, 999_999_999);
  }

  /// The short way for plain cells says what the long way says.
  @Property
  void plainPricesAreReadAlike(
      @ForAll @IntRange(min = 0, max = 99_999_999) int amount, @ForAll boolean yen) {
    String cell = amount + (yen ? "円" : "");
    for (PriceColumn column :
        List.of(PriceColumn.PLAIN, PriceColumn.named("税込価格"), PriceColumn.named("価格(千円)"))) {
      assertThat(column.read(cell)).as(cell).isEqualTo(column.readWords(cell));
    }
  }
}
