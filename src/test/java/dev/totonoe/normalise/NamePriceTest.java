package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NamePriceTest {
  private static List<String> prices(String name) {
    String unified = Chain.NAME.unify(name);
    return NamePrice.in(unified).stream()
        .map(span -> unified.substring(span.start(), span.end()))
        .toList();
  }

  @Test
  void findsPricesInNames() {
    assertThat(prices("チョコ 15g 286円")).containsExactly("286円");
    assertThat(prices("【２９８円】お茶 500ml")).containsExactly("298円");
    assertThat(prices("カレー 税込￥1,080(税抜￥1,000)")).containsExactly("税込￥1,080", "税抜￥1,000");
    assertThat(prices("2千円福袋 5点")).containsExactly("2千円");
    assertThat(prices("お茶 $12.50")).containsExactly("$12.50");
  }

  @Test
  void takesNothingElseForAPrice() {
    for (String name : List.of("円形トレー 24cm", "A4 500枚", "4901234567894円", "三元豚 100g", "1/2円")) {
      assertThat(prices(name)).as(name).isIn(List.of(), List.of("2円"));
    }
  }

  /// A price beside a content changes nothing in it, a price alone is none.
  @ParameterizedTest
  @CsvSource({
    "チョコ 15g 286円, チョコ 15g",
    "【298円】お茶 500ml, お茶 500ml",
    "お茶 500ml×24本 ￥2880, お茶 500ml×24本",
    "お茶500ml298円, お茶500ml",
    "チョコ 286円, チョコ",
    "お茶 税込1080円, お茶",
    "2千円福袋, 福袋",
    "うまい棒 10円, うまい棒",
    "皿 5枚 100円, 皿 5枚",
    "切手 84円, 切手",
    "水 2L 98円(税抜), 水 2L",
    "$12.50 Chocolate 100g, Chocolate 100g"
  })
  void leavesTheContentAsItIsWithoutThePrice(String name, String without) {
    assertThat(ContentReading.of(name)).isEqualTo(ContentReading.of(without));
  }
}
