package dev.totonoe.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Guesses the encoding of text without a byte order mark.
///
/// ISO-2022-JP shows by its escape sequences, UTF-8 by being valid, which text in other encodings
/// hardly ever is. Otherwise the reading that looks most like Japanese text wins, UTF-16 among them
/// if there are zero bytes. No reading is ruled out by a few bad bytes.
///
/// Known weakness: a handful of half-width kana in windows-31j can be plausible kanji in EUC-JP; a
/// file with nothing else in it needs the encoding in its profile.
final class EncodingGuess {
  /// A bad byte outweighs this much good text. Reading text in the wrong encoding gives one every
  /// few characters.
  private static final double ERROR_WEIGHT = -10;

  /// UTF-16 product data has at least this share of ASCII characters: delimiters, digits, line
  /// ends.
  private static final double UTF_16_ZEROS_SHARE_MIN = 0.01;

  private EncodingGuess() {}

  /// @param bytes a piece of the file that starts at the start of a line (for UTF-16: at an even
  ///   offset)
  static Encoding of(byte[] bytes) {
    int zeros = 0;
    int escapes = 0;
    int high = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        zeros++;
      } else if (bytes[i] < 0) {
        high++;
      } else if (bytes[i] == 0x1B && i + 2 < bytes.length && isCharacterSet(bytes, i)) {
        escapes++;
      }
    }
    if (escapes > high) {
      return Encoding.ISO_2022_JP;
    }
    List<Encoding> candidates = new ArrayList<>();
    boolean wide = zeros > 0 && zeros >= UTF_16_ZEROS_SHARE_MIN * (bytes.length / 2.0);
    candidates.add(Encoding.UTF_8);
    if (wide) {
      candidates.add(Encoding.UTF_16LE);
      candidates.add(Encoding.UTF_16BE);
    } else if (Reading.of(bytes, Encoding.UTF_8).errors == 0) {
      return Encoding.UTF_8;
    }
    candidates.add(Encoding.WINDOWS_31J);
    candidates.add(Encoding.EUC_JP);
    return mostPlausible(bytes, candidates);
  }

  private static boolean isCharacterSet(byte[] bytes, int escape) {
    int first = bytes[escape + 1];
    int second = bytes[escape + 2];
    return (first == '$' && (second == '@' || second == 'B' || second == '('))
        || (first == '(' && second == 'I');
  }

  private static Encoding mostPlausible(byte[] bytes, List<Encoding> candidates) {
    Encoding best = candidates.getFirst();
    double bestScore = Double.NEGATIVE_INFINITY;
    for (Encoding encoding : candidates) {
      double score = Reading.of(bytes, encoding).score();
      if (score > bestScore) {
        best = encoding;
        bestScore = score;
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
    private char lastButOne;
    private final boolean twoByteKana;

    private Reading(boolean twoByteKana) {
      this.twoByteKana = twoByteKana;
    }

    static Reading of(byte[] bytes, Encoding encoding) {
      Reading reading = new Reading(encoding == Encoding.EUC_JP);
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
      lastButOne = last;
      last = sign;
    }

    private double weight(char sign) {
      if (sign < 0x80) {
        return asciiWeight(sign);
      }
      if (sign >= '\u3041' && sign <= '\u3096') {
        return 2;
      }
      if (isKatakana(sign)) {
        // Katakana come in runs.
        return isKatakana(last) ? 2 : 0.5;
      }
      if (sign >= '\u4E00' && sign <= '\u9FFF') {
        return KANJI_LEVEL_1.get(sign) ? 1 : -0.5;
      }
      if (sign >= '\uFF61' && sign <= '\uFF9F') {
        // EUC-JP puts 0x8E before each: a pattern that windows-31j reads as kanji of one row.
        double weight = halfWidthWeight(sign);
        return twoByteKana && weight > 0 ? 4 * weight : weight;
      }
      if ((sign >= '\uFF01' && sign <= '\uFF5E') || (sign >= '\u3000' && sign <= '\u301F')) {
        return 1;
      }
      boolean neverInProductData =
          (sign >= '\u0500' && sign <= '\u1FFF')
              || (sign >= '\u2C00' && sign <= '\u2FFF')
              || (sign >= '\u3400' && sign <= '\u4DBF')
              || (sign >= '\uA000' && sign <= '\uF8FF' && !Character.isSurrogate(sign));
      return neverInProductData ? -2 : 0;
    }

    private static double asciiWeight(char sign) {
      if (sign == 0) {
        return -3;
      }
      boolean text = sign >= ' ' || sign == '\t' || sign == '\r' || sign == '\n';
      return text ? 0.1 : -2;
    }

    /// ､ and ･ are what the first bytes of kana in EUC-JP look like: every other character then. A
    /// voiced mark stands behind a kana that takes one.
    private double halfWidthWeight(char sign) {
      if (sign <= '\uFF65') {
        return lastButOne == '\uFF64' || lastButOne == '\uFF65' ? -2 : 0;
      }
      if (sign >= '\uFF9E') {
        return VOICEABLE.indexOf(last) >= 0 ? 0.6 : -1.5;
      }
      return 0.6;
    }

    private static boolean isKatakana(char sign) {
      return sign >= '\u30A1' && sign <= '\u30FC';
    }
  }
}
