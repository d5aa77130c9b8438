package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

/// What holds for every number, measure, set of dimensions and size, however it is written.
final class MeasuredPropertiesTest {

  private static final String[] FRAGMENTS =
      ("1|2|0|00|350|1,280|1.5|39,1|.|,|、|・|点| |　|-|－|▲|△|マイナス|+|±|約|最大|一|二|三|〇|零|十|百|千|万|億|兆|京|壱|拾|廿|極|恒河沙|"
              + "分の|と|又|/|½|割|分|厘|ダース|半|^|の|乗|×10|e|E|%|％|㌫|゜|°|ﾟ|C|℃|度|摂氏|華氏|時速|毎秒|アルコール分|ALC|.|:|以上|未満|以下|"
              + "g|kg|㎏|キロ|W|w|mAh|V|Hz|kcal|cm|㎝|mm|m|㎡|m2|²|in|\"|ml|L|Ω|\u2126|μ|µm|～|〜|~|×|x|X|*|φ|Φ|幅|奥行|高さ|直径|縦|横|"
              + "D|H|T|(|)|外寸|サイズ|寸|S|M|LL|3L|XL|F|フリー|号|大|B70|ﾌﾘｰ|\u2064|\uD840|\uDC0B|𥝱|İ|あ")
          .split("\\|");

  private static final List<Normaliser> NORMALISERS =
      Stream.concat(
              Stream.of((Normaliser) new SizeNormaliser()),
              Stream.of(DecimalMark.values())
                  .flatMap(
                      mark ->
                          Stream.of(
                              new NumberNormaliser(mark),
                              new MeasureNormaliser(mark),
                              new DimensionsNormaliser(mark))))
          .toList();

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.frequencyOf(
            Tuple.of(30, Arbitraries.of(FRAGMENTS)),
            Tuple.of(1, Arbitraries.strings().all().ofMaxLength(2)))
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Property
  void unifyingTwiceChangesNothing(@ForAll("cells") String cell) {
    for (Normaliser normaliser : NORMALISERS) {
      String once = normaliser.unify(cell);
      assertThat(normaliser.unify(once)).as("%s of %s", normaliser.rule(), cell).isEqualTo(once);
    }
  }

  @Property
  void aUnifiedNumberHasItsValue(@ForAll("cells") String cell) {
    String unified = new NumberNormaliser().unify(cell);
    if (!unified.equals(cell)) {
      assertThat(new BigDecimal(unified))
          .isEqualByComparingTo(NumberReading.of(cell).orElseThrow());
    }
  }

  @Property
  void aUnifiedMeasureReadsTheSame(@ForAll("cells") String cell) {
    MeasureReading.of(cell, DecimalMark.EITHER)
        .ifPresent(
            reading -> {
              String written = reading.written(DecimalMark.EITHER);
              MeasureReading again = MeasureReading.of(written, DecimalMark.EITHER).orElseThrow();
              assertThat(again.written(DecimalMark.EITHER)).isEqualTo(written);
              assertThat(again.parts()).hasSameSizeAs(reading.parts());
              for (int i = 0; i < again.parts().size(); i++) {
                MeasureReading.Part part = again.parts().get(i);
                assertThat(part.value()).isEqualByComparingTo(reading.parts().get(i).value());
                assertThat(part.unit()).isEqualTo(reading.parts().get(i).unit());
              }
            });
  }

  @Property
  void readsWhatJavaWrites(
      @ForAll @Scale(4) @BigRange(min = "-1e15", max = "1e15") BigDecimal value) {
    assertThat(NumberReading.of(value.toPlainString()).orElseThrow()).isEqualByComparingTo(value);
    assertThat(NumberReading.of("%,.4f".formatted(value)).orElseThrow())
        .isEqualByComparingTo(value);
  }

  @Property
  void readsKanjiAsTheyAreWritten(@ForAll long any) {
    long value = Math.floorMod(any, 1_0000_0000_0000_0000L);
    assertThat(NumberReading.of(kanji(value)).orElseThrow())
        .isEqualByComparingTo(BigDecimal.valueOf(value));
  }

  private static String kanji(long value) {
    if (value == 0) {
      return "〇";
    }
    StringBuilder out = new StringBuilder();
    long divisor = 1_0000_0000_0000L;
    for (String large : List.of("兆", "億", "万", "")) {
      int section = (int) (value / divisor % 10_000);
      int unit = 1000;
      for (String small : List.of("千", "百", "十", "")) {
        int digit = section / unit % 10;
        boolean silent = digit == 0 || digit == 1 && unit > 1;
        out.append(silent ? "" : "一二三四五六七八九".substring(digit - 1, digit));
        out.append(digit == 0 ? "" : small);
        unit /= 10;
      }
      out.append(section == 0 ? "" : large);
      divisor /= 10_000;
    }
    return out.toString();
  }
}
