package dev.totonoe.normalise;

/// Writes quotation marks and apostrophes as typewriters do, and tells them from the marks of feet
/// and inches.
///
/// | from | to | |
/// |---|---|---|
/// | U+201C–U+201F `“` `”` `„` `‟` | U+0022 `"` | but a closing one after a digit, with none open: U+2033 `″` |
/// | U+301D–U+301F `〝` `〞` `〟` | U+0022 `"` | likewise |
/// | U+2018–U+201B `‘` `’` `‚` `‛` | U+0027 `'` | |
/// | U+0060 <code>`</code>, U+00B4 `´`, U+2032 `′` | U+0027 `'` | between Latin letters |
///
/// Corner brackets (`「」『』`) and angle quotes (`«»`) are no quotes of this kind and stay; so do the
/// primes after digits, U+2032 `′` and U+2033 `″`.
///
/// | input | output |
/// |---|---|
/// | `“新茶” 500ml` | `"新茶" 500ml` |
/// | `〝極〟 煎茶` | `"極" 煎茶` |
/// | `Kellogg’s` | `Kellogg's` |
/// | `L´Occitane` | `L'Occitane` |
/// | `モニター 15.6”` | `モニター 15.6″` |
/// | `“No.7” 緑茶` | `"No.7" 緑茶` |
/// | `モニター 15.6″ 6′` | unchanged |
/// | `『極』 "A" 5'10` | unchanged |
///
/// Known weakness: an inch mark inside quotation marks is taken for the closing one.
final class QuoteNormaliser implements Normaliser {
  private static final char INCH = 0x2033;

  @Override
  public String rule() {
    return "quotes";
  }

  @Override
  public String unify(String text) {
    StringBuilder out = null;
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isDouble = c == '"' || c == '＂' || isDoubleQuote(c);
      char unified = isDouble ? unifiedDouble(text, i, open) : unifiedSingle(text, i);
      open = isDouble ? unified != INCH && !open : open;
      if (unified != c) {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, unified);
      }
    }
    return out == null ? text : out.toString();
  }

  private static char unifiedDouble(String text, int at, boolean open) {
    char c = text.charAt(at);
    if (!isDoubleQuote(c)) {
      return c;
    }
    boolean closes = c == 0x201D || c == 0x301E || c == 0x301F;
    return closes && !open && at > 0 && isDigit(text.charAt(at - 1)) ? INCH : '"';
  }

  private static boolean isDoubleQuote(char c) {
    return c >= 0x201C && c <= 0x201F || c >= 0x301D && c <= 0x301F;
  }

  private static char unifiedSingle(String text, int at) {
    char c = text.charAt(at);
    if (c >= 0x2018 && c <= 0x201B) {
      return '\'';
    }
    boolean accent = c == '`' || c == 0xB4 || c == 0x2032;
    boolean insideWord =
        accent
            && at > 0
            && at + 1 < text.length()
            && isLatin(text.charAt(at - 1))
            && isLatin(text.charAt(at + 1));
    return insideWord ? '\'' : c;
  }

  private static boolean isDigit(char wide) {
    char c = WidthNormaliser.narrow(wide);
    return c >= '0' && c <= '9';
  }

  private static boolean isLatin(char wide) {
    char c = WidthNormaliser.narrow(wide);
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
