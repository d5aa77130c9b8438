package dev.totonoe.csv;

import java.util.Locale;

/// How lines end. Reading takes LF and CR LF alike for a line end in both of their dialects, and a
/// CR on its own there is data; CR is the line end only of a file that has no LF at all.
public enum LineEnd {
  LF("\n"),
  CRLF("\r\n"),
  CR("\r");

  private final String text;

  LineEnd(String text) {
    this.text = text;
  }

  /// The word used in profiles, such as `crlf`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static LineEnd ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// The characters that end a line when it is written.
  public String text() {
    return text;
  }
}
