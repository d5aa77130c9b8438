package dev.totonoe.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "'ＴＶ　３２型', 'tv 32型'",
    "ｱｲｽ, アイス",
    "'  a\tb ', 'a b'",
    "りんご, りんご",
    "'', ''",
    "'　', ''",
    "½, 1⁄2"
  })
  void plainUnifiesWidthCaseAndSpaces(String text, String plain) {
    assertThat(Folding.plain(text)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({"りんごジュース, リンゴジュース", "ﾊﾟﾝ, パン", "Ｔｅａ, tea", "林檎, 林檎", "ゝ, ヽ"})
  void foldAlsoUnifiesKana(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }

  @Test
  void foldingTwiceChangesNothing() {
    for (String text : new String[] {"ＴＶ　３２型", "ｶﾞﾗｽ ぼうる", "\u0000a\u3000\u00A0b"}) {
      String once = Folding.fold(text);
      assertThat(Folding.fold(once)).isEqualTo(once);
    }
  }
}
