package dev.totonoe.normalise;

import dev.totonoe.normalise.ContentToken.Type;

/// Writes the units, counters and multipliers of a specification in one spelling, when it has
/// exactly one reading ([ContentReading]) and still has it afterwards.
///
/// | input | output |
/// |---|---|
/// | `350ML X 24本` | `350ml×24本` |
/// | `1.5リットル*8本` | `1.5L×8本` |
/// | `4㎏(2㎏×2袋)` | `4kg(2kg×2袋)` |
/// | `1袋(5コ入)` | `1袋(5個入)` |
/// | `1,000g` | `1000g` |
/// | `450g/400g` | unchanged |
/// | `100g当り` | unchanged |
///
/// Known weakness: factors stay in their order: `24本×350ml` does not become `350ml×24本`.
final class ContentNormaliser implements Normaliser {
  @Override
  public String rule() {
    return "content";
  }

  @Override
  public String unify(String text) {
    ContentReading reading = ContentReading.of(text);
    if (reading.status() != ContentReading.Status.EXACT) {
      return text;
    }
    String rewritten = rewritten(text);
    boolean same = ContentReading.of(rewritten).equals(reading);
    return same && rewritten(rewritten).equals(rewritten) ? rewritten : text;
  }

  private static String rewritten(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    for (ContentToken token : ContentScanner.scan(text)) {
      boolean afterTimes = !out.isEmpty() && out.charAt(out.length() - 1) == '×';
      String between = text.substring(copied, token.start());
      boolean closesUp = between.isBlank() && (afterTimes || token.type() == Type.TIMES);
      out.append(closesUp ? "" : between)
          .append(spelled(token, text.substring(token.start(), token.end())));
      copied = token.end();
    }
    return out.append(text, copied, text.length()).toString();
  }

  private static String spelled(ContentToken token, String written) {
    return switch (token.type()) {
      case TIMES -> "×";
      case MEASURE -> number(written) + token.word();
      case COUNT -> number(written) + counted(token.word(), written);
      default -> written;
    };
  }

  private static String number(String written) {
    int end = numberEnd(written);
    return written.substring(0, end).replace(",", "");
  }

  private static String counted(String counter, String written) {
    String words = written.substring(numberEnd(written)).strip();
    return words.startsWith(counter)
        ? words
        : ContentUnits.counterAt(words, 0)
            .map(found -> counter + words.substring(found.spelling().length()))
            .orElse(words);
  }

  private static int numberEnd(String written) {
    int end = 0;
    while (end < written.length() && "0123456789,.".indexOf(written.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }
}
