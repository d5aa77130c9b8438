package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Ｓ＆Ｂ, s & b",
    "ｺ-ﾋ-, こーひー",
    "チュ－インガム, チューインガム",
    "お〜いお茶, お～いお茶",
    "ガーゼ, ｶﾞｰｾﾞ",
    "㈱明治, (株)明治",
    "ＣＡＦÉ, café",
  })
  void comparesAsEqual(String a, String b) {
    assertThat(SpellingKey.of(a)).isEqualTo(SpellingKey.of(b));
  }

  @Test
  void tellsDifferentWordsApart() {
    assertThat(SpellingKey.of("ビール")).isNotEqualTo(SpellingKey.of("ビル"));
    assertThat(SpellingKey.of("ハハ")).isNotEqualTo(SpellingKey.of("ババ"));
    assertThat(SpellingKey.of("珈琲")).isNotEqualTo(SpellingKey.of("コーヒー"));
  }
}
