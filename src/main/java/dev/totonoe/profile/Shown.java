package dev.totonoe.profile;

/// Text from outside made fit for a line on a terminal or in a message: control characters and what
/// else cannot be seen stand as escapes, and long text is cut.
public final class Shown {
  private static final int QUOTED_CHARS_MAX = 60;

  private Shown() {}

  static String quoted(String text) {
    boolean cut = text.length() > QUOTED_CHARS_MAX;
    String head = cut ? text.substring(0, QUOTED_CHARS_MAX) : text;
    return '"' + visible(head) + (cut ? "…" : "") + '"';
  }

  /// One line, no control characters, no unpaired surrogates, no characters that turn the writing
  /// direction.
  public static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              switch (Character.getType(point)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    visible.append(escape(point));
                default -> visible.appendCodePoint(point);
              }
            });
    return visible.toString();
  }

  private static String escape(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case 0 -> "\\0";
      default -> point > 0xFFFF ? "\\U%08X".formatted(point) : "\\u%04X".formatted(point);
    };
  }
}
