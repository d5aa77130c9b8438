package dev.totonoe.csv;

import java.util.Objects;

/// How a file is to be written.
///
/// @param encoding its encoding
/// @param bom whether it starts with a byte order mark; without effect where the encoding has none
/// @param delimiter what separates cells
/// @param lineEnd what ends every row, the last one too
public record OutputFormat(Encoding encoding, boolean bom, char delimiter, LineEnd lineEnd) {
  public OutputFormat {
    Objects.requireNonNull(encoding);
    Objects.requireNonNull(lineEnd);
    if (!Dialect.canDelimit(delimiter)) {
      throw new IllegalArgumentException("not a delimiter: code point " + (int) delimiter);
    }
  }

  /// UTF-8 without byte order mark, commas, LF.
  public static OutputFormat standard() {
    return new OutputFormat(Encoding.UTF_8, false, ',', LineEnd.LF);
  }

  /// Whether a text can be written in this format and read back as the same text. So `¥` U+00A5
  /// cannot be in windows-31j, whose encoder would make it `\`, nor a lone surrogate anywhere.
  public boolean canEncode(String text) {
    return EncodableText.in(encoding).contains(text);
  }
}
