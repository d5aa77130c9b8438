package dev.totonoe.normalise;

/// Takes off the apostrophe with which spreadsheets mark a number as text, in codes.
///
/// | input | output |
/// |---|---|
/// | `'00123` | `00123` |
/// | `'4901234567894` | `4901234567894` |
/// | `'90s` | `90s` |
/// | `'` | unchanged |
/// | `O'Neill` | unchanged |
///
/// Known weakness: a code that really begins with an apostrophe loses it.
final class ApostropheNormaliser implements Normaliser {
  @Override
  public String rule() {
    return "apostrophe";
  }

  @Override
  public String unify(String text) {
    int start = 0;
    while (start < text.length() && (text.charAt(start) == '\'' || text.charAt(start) == 0x2019)) {
      start++;
    }
    boolean marksCode =
        start > 0 && start < text.length() && Character.isLetterOrDigit(text.charAt(start));
    return marksCode ? text.substring(start) : text;
  }
}
