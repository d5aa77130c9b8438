package dev.totonoe.sample;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/// One raw file as it grows: windows-31j, CRLF between rows, and the truth about its rows.
final class Sheet {
  private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

  private final String file;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final StringBuilder truth = new StringBuilder();
  private int line = 1;

  Sheet(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  String truth() {
    return truth.toString();
  }

  /// A row that is delivered, with the leaf it belongs to, empty where nobody could tell.
  void product(String row, String categoryId) {
    truth.append("raw/").append(file).append(',').append(line).append(',');
    truth.append(categoryId).append('\n');
    line(row);
  }

  /// A row, or a line that is no row.
  void line(String row) {
    bytes.writeBytes(encoded(row));
    end(row);
  }

  /// A row in which `lead`, the first byte of a two-byte character, stands alone after `before`: a
  /// program has cut the cell at a number of bytes.
  void cutRow(String before, int lead, String after) {
    bytes.writeBytes(encoded(before));
    bytes.write(lead);
    bytes.writeBytes(encoded(after));
    end(before + after);
  }

  private void end(String row) {
    bytes.writeBytes(encoded("\r\n"));
    line += 1 + (int) row.chars().filter(c -> c == '\n').count();
  }

  private static byte[] encoded(String text) {
    try {
      ByteBuffer buffer = WINDOWS_31J.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not in windows-31j: " + text, e);
    }
  }
}
