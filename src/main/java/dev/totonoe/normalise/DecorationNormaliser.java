package dev.totonoe.normalise;

/// Takes the signs off that set a name into the light and say nothing: those that lead it, those
/// that close it when the same sign leads, lonely ones at its end, and notes and hearts anywhere at
/// its end. A name of nothing else stays.
///
/// The signs: `★` U+2605 `☆` U+2606 `◆` U+25C6 `◇` U+25C7 `●` U+25CF `■` U+25A0 `□` U+25A1 `▼`
/// U+25BC `▲` U+25B2 `♪` U+266A `♥` U+2665 `♡` U+2661. `○`, `◎`, `△` and `×` are verdicts, `※`
/// begins a note: they stay.
///
/// | input | output |
/// |---|---|
/// | `★新茶★ 500ml` | `新茶★ 500ml` |
/// | `★☆新茶☆★` | `新茶` |
/// | `●緑茶 500ml` | `緑茶 500ml` |
/// | `緑茶 500ml ●` | `緑茶 500ml` |
/// | `おいしい牛乳♪` | `おいしい牛乳` |
/// | `キムチ 辛さ★★★` | unchanged |
/// | `キムチ 辛口 ★` | unchanged |
/// | `★5つ` | unchanged |
/// | `★★★` | unchanged |
///
/// Known weakness: a supplier's own code in such signs (`■` for discontinued) goes too; switch the
/// rule off where the signs mean something.
final class DecorationNormaliser implements Normaliser {
  private static final String SIGNS = "★☆◆◇●■□▼▲♪♥♡";
  private static final String STARS = "★☆";
  private static final String NOTES = "♪♥♡";

  @Override
  public String rule() {
    return "decoration";
  }

  @Override
  public String unify(String text) {
    if (text.isEmpty() || !isSign(text.charAt(0)) && !isSign(text.charAt(text.length() - 1))) {
      return text;
    }
    int start = 0;
    while (start < text.length() && isSignOrSpace(text.charAt(start))) {
      start++;
    }
    boolean counts = start < text.length() && Character.isDigit(text.charAt(start));
    start = counts || start == text.length() ? 0 : start;
    String leading = text.substring(0, start);
    int end = text.length();
    while (end > start && isDecoration(text, end - 1, leading)) {
      end--;
    }
    while (end > start && end < text.length() && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end == start ? text : text.substring(start, end);
  }

  /// Whether the last character, with those after it gone, is a decoration.
  private static boolean isDecoration(String text, int at, String leading) {
    char c = text.charAt(at);
    if (isSpace(c)) {
      return at + 1 < text.length();
    }
    if (!isSign(c)) {
      return false;
    }
    boolean lonely = at > 0 && isSpace(text.charAt(at - 1)) && STARS.indexOf(c) < 0;
    return lonely || NOTES.indexOf(c) >= 0 || leading.indexOf(c) >= 0;
  }

  private static boolean isSign(char c) {
    return SIGNS.indexOf(c) >= 0;
  }

  private static boolean isSignOrSpace(char c) {
    return isSign(c) || isSpace(c);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '　';
  }
}
