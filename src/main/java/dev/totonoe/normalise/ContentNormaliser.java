package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentToken.Type;
import java.util.List;

/// Writes the units, counters and multipliers of a specification in one spelling. What the cell
/// says ([ContentReading]) stays the same, whether that is one content, a choice or a size.
///
/// | input | output |
/// |---|---|
/// | `350ML X 24本` | `350ml×24本` |
/// | `350ml*24ホン` | `350ml×24本` |
/// | `1.5リットル*8本` | `1.5L×8本` |
/// | `4㎏(2㎏×2袋)` | `4kg(2kg×2袋)` |
/// | `1袋(5コ入)` | `1袋(5個入)` |
/// | `1,000g` | `1000g` |
/// | `34*80CM` | `34×80cm` |
/// | `22cmX50m` | `22cm×50m` |
/// | `450G/400G` | `450g/400g` |
/// | `100㌘当り` | `100g当り` |
/// | `450g/400g` | unchanged |
/// | `M4×20` | unchanged |
///
/// Known weakness: factors stay in their order: `24本×350ml` does not become `350ml×24本`.
final class ContentNormaliser implements Normaliser {
  @Override
  public String rule() {
    return "content";
  }

  @Override
  public String unify(String text) {
    if (text.length() > ContentReading.LENGTH_MAX) {
      return text;
    }
    String rewritten = rewritten(text);
    if (rewritten.equals(text)) {
      return text;
    }
    boolean same = ContentReading.of(rewritten).equals(ContentReading.of(text));
    return same && rewritten(rewritten).equals(rewritten) ? rewritten : text;
  }

  private static String rewritten(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    List<ContentToken> tokens = ContentScanner.scan(text, ContentGoods.named(text));
    for (int i = 0; i < tokens.size(); i++) {
      ContentToken token = tokens.get(i);
      boolean multiplies = token.type() == Type.TIMES && isBetweenNumbers(tokens, i);
      boolean afterTimes = !out.isEmpty() && out.charAt(out.length() - 1) == '×';
      String between = text.substring(copied, token.start());
      boolean closesUp = between.isBlank() && (multiplies || afterTimes && isNumber(token));
      String written = text.substring(token.start(), token.end());
      out.append(closesUp ? "" : between).append(multiplies ? "×" : spelled(token, written));
      copied = token.end();
    }
    return out.append(text, copied, text.length()).toString();
  }

  /// A multiplier that no number or bracket stands beside may be a footnote's mark: `*当店限定`.
  private static boolean isBetweenNumbers(List<ContentToken> tokens, int index) {
    boolean left =
        index > 0
            && (isNumber(tokens.get(index - 1)) || tokens.get(index - 1).type() == Type.CLOSE);
    boolean right =
        index + 1 < tokens.size()
            && (isNumber(tokens.get(index + 1)) || tokens.get(index + 1).type() == Type.OPEN);
    return left && right;
  }

  private static boolean isNumber(ContentToken token) {
    return switch (token.type()) {
      case MEASURE, COUNT, BARE, OTHER_NUMBER, SIZE, AMBIGUOUS -> true;
      case TIMES, PLUS, SLASH, RANGE, OPEN, CLOSE, CHOICE, WORD -> false;
    };
  }

  private static String spelled(ContentToken token, String written) {
    if (!isNumber(token) || token.word().isEmpty()) {
      return written;
    }
    int end = numberEnd(written);
    String digits = written.substring(0, end);
    String number = WrittenNumber.of(digits).good() ? digits.replace(",", "") : digits;
    String words = written.substring(end).strip();
    return number + (token.base() == ContentToken.Base.NONE ? counted(token, words) : token.word());
  }

  private static String counted(ContentToken token, String words) {
    String counter = token.word();
    return words.startsWith(counter)
        ? words
        : ContentUnits.counterAt(words, 0)
            .map(found -> counter + words.substring(found.spelling().length()))
            .orElse(words);
  }

  private static int numberEnd(String written) {
    int end = 0;
    while (end < written.length() && ContentNumbers.isNumeral(written.charAt(end))) {
      end++;
    }
    return end;
  }
}
