package dev.totonoe.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The characters that an encoding gives back as they were. A charset's own `canEncode` is not
/// that: the JDK's windows-31j encodes `¥` U+00A5 as 0x5C, which reads `\`.
final class EncodableText {
  private static final Map<Encoding, EncodableText> KNOWN = new ConcurrentHashMap<>();

  /// The plane's characters that come back; unused where the encoding has all of Unicode.
  private final BitSet characters = new BitSet(1 << 16);

  private final boolean unicode;

  private EncodableText(Encoding encoding) {
    unicode =
        switch (encoding) {
          case UTF_8, UTF_16LE, UTF_16BE -> true;
          case WINDOWS_31J, EUC_JP, ISO_2022_JP -> false;
        };
    if (!unicode) {
      fill(encoding);
    }
  }

  static EncodableText in(Encoding encoding) {
    return KNOWN.computeIfAbsent(encoding, EncodableText::new);
  }

  boolean contains(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign < 0x80 && (unicode || sign >= ' ')) {
        continue;
      }
      if (unicode) {
        if (Character.isHighSurrogate(sign)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        } else if (Character.isSurrogate(sign)) {
          return false;
        }
      } else if (!characters.get(sign)) {
        return false;
      }
    }
    return true;
  }

  private void fill(Encoding encoding) {
    CharsetEncoder encoder = encoding.charset().newEncoder();
    char[] one = new char[1];
    for (int sign = 0; sign <= Character.MAX_VALUE; sign++) {
      one[0] = (char) sign;
      if (Character.isSurrogate(one[0]) || !encoder.canEncode(one[0])) {
        continue;
      }
      try {
        ByteBuffer bytes = encoder.encode(CharBuffer.wrap(one));
        String back =
            new String(bytes.array(), bytes.arrayOffset(), bytes.limit(), encoding.charset());
        characters.set(sign, back.length() == 1 && back.charAt(0) == one[0]);
      } catch (CharacterCodingException e) {
        characters.clear(sign);
      }
    }
  }
}
