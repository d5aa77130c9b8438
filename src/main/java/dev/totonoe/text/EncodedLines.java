package dev.totonoe.text;

import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a file line by line and tells the lines that are not in the encoding. In UTF-8, EUC-JP and
/// Shift_JIS no character has a line feed among its bytes, so lines can be cut before decoding.
final class EncodedLines {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private EncodedLines() {}

  interface Reader {
    /// @param number from 1
    /// @param line without its end, the first also without a byte order mark
    void line(int number, String line);
  }

  /// @throws EnvironmentFailure when the file cannot be read
  static void read(
      Path file, Charset encoding, long bytesMax, Complaints complaints, Reader reader) {
    byte[] bytes = bytes(file, bytesMax, complaints);
    CharsetDecoder decoder = encoding.newDecoder(); // reports what it cannot decode
    int number = 0;
    for (int start = 0; start < bytes.length; ) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      number++;
      int last = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
      try {
        String line = decoder.decode(ByteBuffer.wrap(bytes, start, last - start)).toString();
        boolean marked = number == 1 && line.startsWith(BYTE_ORDER_MARK);
        reader.line(number, marked ? line.substring(BYTE_ORDER_MARK.length()) : line);
      } catch (CharacterCodingException e) {
        complaints.at(file, number).say("is not in " + encoding.name());
      }
      start = end + 1;
    }
  }

  private static byte[] bytes(Path file, long bytesMax, Complaints complaints) {
    try {
      long bytes = Files.size(file);
      if (bytes > bytesMax) {
        complaints.add(
            "%s: expected at most %,d bytes but found %,d".formatted(file, bytesMax, bytes));
        return new byte[0];
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": cannot be read: " + e, e);
    }
  }
}
