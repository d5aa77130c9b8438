package dev.totonoe.categorise;

import java.util.Optional;

/// Characters that nobody sees in a table and no unified cell has: with them a pattern would never
/// hold, for no reason that its author could see.
final class Invisible {
  private Invisible() {}

  /// The first of them, such as `the invisible character U+200B`.
  static Optional<String> in(String text) {
    return text.codePoints()
        .filter(Invisible::isInvisible)
        .mapToObj("the invisible character U+%04X"::formatted)
        .findFirst();
  }

  /// The text with `?` for each of them.
  static String shown(String text) {
    return text.codePoints()
        .map(point -> isInvisible(point) ? '?' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
