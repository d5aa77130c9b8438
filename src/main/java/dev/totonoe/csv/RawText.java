package dev.totonoe.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;
import java.util.Optional;

/// The bytes of one record as text.
///
/// @param text the text, undecodable bytes as `\xHH`
/// @param fault the first stretch of bytes that is not text, if any
record RawText(String text, Optional<Fault> fault) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /// Bytes that are no text in the encoding.
  ///
  /// @param index where they start in the record's bytes
  /// @param bytes the bytes, such as `0x81 0x20`
  /// @param textBefore what is decoded before them
  record Fault(int index, String bytes, String textBefore) {}

  /// Decodes strictly. The JDK's fast path puts U+FFFD where bytes are wrong, so only text that has
  /// one is decoded again, slowly, to see whether it was in the bytes.
  static RawText decode(byte[] bytes, int from, int to, Encoding encoding) {
    String text = new String(bytes, from, to - from, encoding.charset());
    return text.indexOf('\uFFFD') < 0
        ? new RawText(text, Optional.empty())
        : decodeSlowly(bytes, from, to, encoding);
  }

  private static RawText decodeSlowly(byte[] bytes, int from, int to, Encoding encoding) {
    CharsetDecoder decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer out = CharBuffer.allocate(1024);
    StringBuilder text = new StringBuilder(to - from);
    Optional<Fault> fault = Optional.empty();
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      text.append(out.flip());
      out.clear();
      if (result.isError()) {
        int index = in.position();
        int length = Math.min(result.length(), in.remaining());
        if (fault.isEmpty()) {
          fault = Optional.of(new Fault(index - from, hex(bytes, index, length), text.toString()));
        }
        for (int i = index; i < index + length; i++) {
          text.append("\\x").append(HEX.toHexDigits(bytes[i]));
        }
        in.position(index + length);
      } else if (result.isUnderflow()) {
        return new RawText(text.toString(), fault);
      }
    }
  }

  private static String hex(byte[] bytes, int index, int length) {
    StringBuilder hex = new StringBuilder();
    for (int i = index; i < index + length; i++) {
      hex.append(i == index ? "0x" : " 0x").append(HEX.toHexDigits(bytes[i]));
    }
    return hex.toString();
  }
}
