package dev.totonoe.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the prices inside a product's name, so that their numbers are not taken for its content.
///
/// | name | prices |
/// |---|---|
/// | `チョコ 15g 286円` | `286円` |
/// | `【298円】お茶 500ml` | `298円` |
/// | `カレー 税込￥1,080(税抜￥1,000)` | `税込￥1,080`, `税抜￥1,000` |
/// | `2千円福袋` | `2千円` |
/// | `円形トレー 24cm` | |
final class NamePrice {
  private static final String TAX = "(?:税込|税抜|税別|本体|定価|特価)(?:み|き)?(?:価格)?[: ]?";
  private static final String SIGN = "[￥\\\\$€￡] ?";
  private static final String NUMBER = "[0-9]{1,9}(?:[,.][0-9]{1,9}){0,3}";
  private static final String SCALE = "[十百千万億]{0,3}";
  private static final String MONEY = " ?(?:円|ドル|ユーロ|€)";

  /// Every repetition has a limit, and the number is taken whole, so that the search is linear.
  private static final Pattern PRICE =
      Pattern.compile(
          "(?<![0-9.,])(?:"
              + ("(?:" + TAX + ")?" + SIGN + "(?>" + NUMBER + ")" + SCALE + "(?:" + MONEY + ")?")
              + "|"
              + ("(?:" + TAX + ")?(?>" + NUMBER + ")" + SCALE + MONEY)
              + ")");

  /// A price's place in the name.
  record Span(int start, int end) {}

  private NamePrice() {}

  /// @param name a unified name
  static List<Span> in(String name) {
    List<Span> spans = new ArrayList<>();
    Matcher matcher = PRICE.matcher(name);
    while (matcher.find()) {
      spans.add(new Span(matcher.start(), matcher.end()));
    }
    return spans;
  }
}
