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
    assertThat(Folding.fold(a)).isEqualTo(Folding.fold(b));
  }

  @Test
  void tellsDifferentWordsApart() {
    assertThat(Folding.fold("ビール")).isNotEqualTo(Folding.fold("ビル"));
    assertThat(Folding.fold("ハハ")).isNotEqualTo(Folding.fold("ババ"));
    assertThat(Folding.fold("珈琲")).isNotEqualTo(Folding.fold("コーヒー"));
  }
}
