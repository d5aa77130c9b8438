package dev.totonoe.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.BitSet;
import java.util.List;

/// Guesses the encoding of text without a byte order mark.
///
/// Order of evidence: UTF-16 by where its zero bytes stand; ISO-2022-JP by its escape sequences;
/// UTF-8 where the bytes are valid as such, which text in other encodings hardly ever is; otherwise
/// the reading that looks most like Japanese. No reading is ruled out by a few bad bytes.
final class EncodingGuess {
  /// A bad byte outweighs this much good text. Reading text in the wrong encoding gives one every
  /// few characters.
  private static final double ERROR_WEIGHT = -10;

  /// Of the code units of UTF-16 product data at least this share is ASCII (delimiters, digits).
  private static final double UTF_16_ASCII_SHARE_MIN = 0.02;

  /// NUL bytes that are data, and low bytes 0x00 of UTF-16, may disturb the pattern this much.
  private static final double UTF_16_DISORDER_MAX = 0.05;

  private static final List<Encoding> BY_SCORE =
      List.of(Encoding.UTF_8, Encoding.WINDOWS_31J, Encoding.EUC_JP);

  private EncodingGuess() {}

  /// @param bytes a piece of the file that starts at the start of a line (for UTF-16: at an even
  ///   offset)
  static Encoding of(byte[] bytes) {
    int[] zeros = new int[2];
    int escapes = 0;
    int high = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        zeros[i & 1]++;
      } else if (bytes[i] < 0) {
        high++;
      } else if (bytes[i] == 0x1B && i + 2 < bytes.length && isCharacterSet(bytes, i)) {
        escapes++;
      }
    }
    double units = bytes.length / 2.0;
    if (isUtf16(zeros[1], zeros[0], units)) {
      return Encoding.UTF_16LE;
    }
    if (isUtf16(zeros[0], zeros[1], units)) {
      return Encoding.UTF_16BE;
    }
    if (escapes > high) {
      return Encoding.ISO_2022_JP;
    }
    return bestReading(bytes);
  }

  private static boolean isUtf16(int highZeros, int lowZeros, double units) {
    return units >= 1
        && highZeros >= UTF_16_ASCII_SHARE_MIN * units
        && lowZeros <= UTF_16_DISORDER_MAX * highZeros;
  }

  private static boolean isCharacterSet(byte[] bytes, int escape) {
    int first = bytes[escape + 1];
    int second = bytes[escape + 2];
    return (first == '$' && (second == '@' || second == 'B' || second == '('))
        || (first == '(' && second == 'I');
  }

  private static Encoding bestReading(byte[] bytes) {
    Encoding best = Encoding.UTF_8;
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Encoding encoding : BY_SCORE) {
      Reading reading = Reading.of(bytes, encoding);
      if (encoding == Encoding.UTF_8 && reading.errors == 0) {
        return encoding;
      }
      if (reading.score() > bestScore) {
        best = encoding;
        bestScore = reading.score();
      }
    }
    return best;
  }

  /// How much a piece of text, read in one encoding, looks like Japanese.
  private static final class Reading {
    /// The kanji of daily use: level 1 of JIS X 0208, rows 16 to 47.
    private static final BitSet KANJI_LEVEL_1 = kanjiLevel1();

    /// The half-width kana that can take a voiced mark: ｳ, ｶ–ﾄ, ﾊ–ﾎ.
    private static final String VOICEABLE = "ｳｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ";

    private int errors;
    private double plausibility;
    private char last;

    static Reading of(byte[] bytes, Encoding encoding) {
      Reading reading = new Reading();
      CharsetDecoder decoder =
          encoding
              .charset()
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      ByteBuffer in = ByteBuffer.wrap(bytes);
      CharBuffer out = CharBuffer.allocate(8 << 10);
      while (true) {
        // The piece may end in the middle of a character: that is no error.
        CoderResult result = decoder.decode(in, out, false);
        out.flip();
        while (out.hasRemaining()) {
          reading.add(out.get());
        }
        out.clear();
        if (result.isError()) {
          reading.errors++;
          in.position(in.position() + Math.min(result.length(), in.remaining()));
        } else if (result.isUnderflow()) {
          return reading;
        }
      }
    }

    private static BitSet kanjiLevel1() {
      BitSet kanji = new BitSet(1 << 16);
      for (int row = 16; row <= 47; row++) {
        for (int cell = 1; cell <= 94; cell++) {
          byte[] euc = {(byte) (0xA0 + row), (byte) (0xA0 + cell)};
          kanji.set(new String(euc, Encoding.EUC_JP.charset()).charAt(0));
        }
      }
      kanji.clear('\uFFFD');
      return kanji;
    }

    double score() {
      return plausibility + ERROR_WEIGHT * errors;
    }

    private void add(char sign) {
      plausibility += weight(sign);
      last = sign;
    }

    private double weight(char sign) {
      if (sign < 0x80) {
        return 0;
      }
      if ((sign >= '\u3041' && sign <= '\u3096') || (sign >= '\u30A1' && sign <= '\u30FC')) {
        return 2;
      }
      if (sign >= '\u4E00' && sign <= '\u9FFF') {
        return KANJI_LEVEL_1.get(sign) ? 1 : -0.5;
      }
      if (sign >= '\uFF61' && sign <= '\uFF65') {
        // ､ and ･ are the first bytes of every kana in EUC-JP.
        return -1.5;
      }
      if (sign == '\uFF9E' || sign == '\uFF9F') {
        return VOICEABLE.indexOf(last) >= 0 ? 0.6 : -1.5;
      }
      if (sign >= '\uFF66' && sign <= '\uFF9D') {
        return 0.6;
      }
      if ((sign >= '\uFF01' && sign <= '\uFF5E') || (sign >= '\u3000' && sign <= '\u301F')) {
        return 1;
      }
      if (sign >= '\uE000' && sign <= '\uF8FF') {
        return -2;
      }
      return 0;
    }
  }
}
