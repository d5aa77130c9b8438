package dev.totonoe.normalise;

/// Removes what nobody sees: controls (Unicode Cc) but tab and line breaks, zero-width characters,
/// marks of writing direction, byte order marks and soft hyphens.
///
/// | input | output |
/// |---|---|
/// | `お茶<U+0000>500ml` | `お茶500ml` |
/// | `<U+FEFF>商品名` | `商品名` |
/// | `緑<U+200B>茶<U+00AD>` | `緑茶` |
/// | `葛<U+E0100>根` | unchanged |
///
/// Known weakness: a zero-width non-joiner that a Persian or Indic word needs is lost. The joiner
/// U+200D stays inside emoji, where it makes one picture of two.
final class ControlNormaliser implements Normaliser {
  @Override
  public String rule() {
    return "controls";
  }

  @Override
  public String unify(String text) {
    int first = firstRemovable(text);
    if (first < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    out.append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!removes(c, out)) {
        out.append(c);
      }
    }
    return out.length() == text.length() ? text : out.toString();
  }

  private static int firstRemovable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isRemovable(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isRemovable(char c) {
    return c < 0x20 && !SpaceNormaliser.isSpaceOrBreak(c) // C0
        || c >= 0x7F && c <= 0x9F && c != 0x85 // DEL and C1 but the line break NEL U+0085
        || c == 0xAD // soft hyphen
        || c >= 0x200B && c <= 0x200F // zero-width space, joiners, direction marks
        || c >= 0x202A && c <= 0x202E // direction embeddings
        || c >= 0x2060 && c <= 0x2064 // word joiner, invisible operators
        || c >= 0x2066 && c <= 0x206F // direction isolates, deprecated formats
        || c == 0xFEFF; // byte order mark
  }

  /// Whether a character goes, after what is before it.
  static boolean removes(char c, CharSequence before) {
    return isRemovable(c) && !joinsEmoji(c, before);
  }

  private static boolean joinsEmoji(char c, CharSequence before) {
    if (c != 0x200D || before.isEmpty()) {
      return false;
    }
    char previous = before.charAt(before.length() - 1);
    return Character.isLowSurrogate(previous) || previous == 0xFE0F;
  }
}
