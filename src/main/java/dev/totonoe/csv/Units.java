package dev.totonoe.csv;

/// The code units of an encoding, as far as the bounds of records depend on them: which bytes are a
/// line end, a quote or a delimiter, and which only look like one inside a longer character.
///
/// All positions are byte indexes; `to` is exclusive; a unit is [#width] bytes.
abstract sealed class Units {
  static final int QUOTE = '"';

  /// A unit that is not an ASCII character on its own.
  static final int OTHER = -1;

  private final int width;

  /// Whether [#lineEnd] passed a quote; the caller clears it.
  boolean quoteSeen;

  Units(int width) {
    this.width = width;
  }

  static Units of(Dialect dialect) {
    byte terminator = (byte) (dialect.lineEnd() == LineEnd.CR ? '\r' : '\n');
    return switch (dialect.encoding()) {
      case UTF_8, EUC_JP -> new Transparent(terminator);
      // Trail bytes are 0x40–0x7E and 0x80–0xFC: '|' can be one; comma, tab, semicolon and the
      // quote cannot.
      case WINDOWS_31J ->
          dialect.delimiter() >= 0x40 ? new LeadAware(terminator) : new Transparent(terminator);
      case ISO_2022_JP -> new Escaped(terminator);
      case UTF_16LE -> new Wide(terminator, 0);
      case UTF_16BE -> new Wide(terminator, 1);
    };
  }

  final int width() {
    return width;
  }

  /// The index of the first line end unit, or -1. Notes in [#quoteSeen] whether a quote (or a byte
  /// that may be one) stands before it.
  abstract int lineEnd(byte[] bytes, int from, int to);

  /// A record starts: forget what came before.
  void startRecord() {}

  /// The index of the first unit that is the ASCII character, or `to`. Calls within one record move
  /// forward only.
  abstract int find(byte[] bytes, int from, int to, int ascii);

  /// The ASCII character at an index, or [#OTHER].
  abstract int at(byte[] bytes, int index);

  /// Whether the unit at an index has the value, whatever the mode: for controls and spaces.
  abstract boolean is(byte[] bytes, int index, char value);

  /// The index of the next unit that is text: `from`, or behind the escape sequences there.
  int skipEscapes(byte[] bytes, int from, int to) {
    return from;
  }

  /// Encodings in which every byte below 0x80 is an ASCII character wherever it stands.
  private static sealed class Transparent extends Units {
    private final byte terminator;

    Transparent(byte terminator) {
      super(1);
      this.terminator = terminator;
    }

    @Override
    final int lineEnd(byte[] bytes, int from, int to) {
      byte end = terminator;
      boolean quote = false;
      for (int i = from; i < to; i++) {
        byte b = bytes[i];
        if (b == end) {
          quoteSeen |= quote;
          return i;
        }
        quote |= b == QUOTE;
      }
      quoteSeen |= quote;
      return -1;
    }

    @Override
    int find(byte[] bytes, int from, int to, int ascii) {
      for (int i = from; i < to; i++) {
        if (bytes[i] == ascii) {
          return i;
        }
      }
      return to;
    }

    @Override
    int at(byte[] bytes, int index) {
      return bytes[index] >= 0 ? bytes[index] : OTHER;
    }

    @Override
    final boolean is(byte[] bytes, int index, char value) {
      return bytes[index] == value;
    }
  }

  /// windows-31j with a delimiter that can be the second byte of a character. Lead bytes are
  /// 0x81–0x9F and 0xE0–0xFC; a line end is never swallowed.
  private static final class LeadAware extends Transparent {
    LeadAware(byte terminator) {
      super(terminator);
    }

    @Override
    int find(byte[] bytes, int from, int to, int ascii) {
      int i = from;
      while (i < to) {
        int b = bytes[i] & 0xFF;
        if (b == ascii) {
          return i;
        }
        boolean lead = (b >= 0x81 && b <= 0x9F) || (b >= 0xE0 && b <= 0xFC);
        i += lead && i + 1 < to && (bytes[i + 1] & 0xFF) >= 0x40 ? 2 : 1;
      }
      return to;
    }
  }

  /// ISO-2022-JP: escape sequences switch between ASCII, two-byte characters and half-width kana,
  /// and the bytes of the latter two look like ASCII (RFC 1468; the kana set is a common
  /// extension).
  private static final class Escaped extends Transparent {
    private enum Mode {
      ASCII,
      KANA,
      TWO_BYTES
    }

    private Mode mode = Mode.ASCII;

    Escaped(byte terminator) {
      super(terminator);
    }

    @Override
    void startRecord() {
      mode = Mode.ASCII;
    }

    @Override
    int find(byte[] bytes, int from, int to, int ascii) {
      int i = from;
      while (i < to) {
        int behind = skipEscapes(bytes, i, to);
        if (behind != i) {
          i = behind;
        } else if (mode == Mode.ASCII && bytes[i] == ascii) {
          return i;
        } else {
          i += mode == Mode.TWO_BYTES ? 2 : 1;
        }
      }
      return to;
    }

    @Override
    int at(byte[] bytes, int index) {
      return mode == Mode.ASCII ? super.at(bytes, index) : OTHER;
    }

    @Override
    int skipEscapes(byte[] bytes, int from, int to) {
      int i = from;
      while (i < to) {
        if (bytes[i] == 0x0E) {
          mode = Mode.KANA;
          i++;
        } else if (bytes[i] == 0x0F) {
          mode = Mode.ASCII;
          i++;
        } else if (bytes[i] == 0x1B && i + 2 < to) {
          int length = switchMode(bytes, i, to);
          if (length == 0) {
            return i;
          }
          i += length;
        } else {
          return i;
        }
      }
      return i;
    }

    private int switchMode(byte[] bytes, int escape, int to) {
      int first = bytes[escape + 1];
      int second = bytes[escape + 2];
      if (first == '(' && (second == 'B' || second == 'J' || second == 'H')) {
        mode = Mode.ASCII;
        return 3;
      }
      if (first == '(' && second == 'I') {
        mode = Mode.KANA;
        return 3;
      }
      if (first == '$' && (second == '@' || second == 'B')) {
        mode = Mode.TWO_BYTES;
        return 3;
      }
      if (first == '$' && second == '(' && escape + 3 < to && bytes[escape + 3] == 'D') {
        mode = Mode.TWO_BYTES;
        return 4;
      }
      return 0;
    }
  }

  /// UTF-16: units of two bytes, counted from the start of the record.
  private static final class Wide extends Units {
    private final byte terminator;
    private final int low;

    /// @param low where the low byte stands in a unit: 0 or 1
    Wide(byte terminator, int low) {
      super(2);
      this.terminator = terminator;
      this.low = low;
    }

    @Override
    int lineEnd(byte[] bytes, int from, int to) {
      for (int i = from; i + 1 < to; i += 2) {
        byte b = bytes[i + low];
        if (b == terminator && bytes[i + 1 - low] == 0) {
          return i;
        }
        quoteSeen |= b == QUOTE;
      }
      return -1;
    }

    @Override
    int find(byte[] bytes, int from, int to, int ascii) {
      for (int i = from; i + 1 < to; i += 2) {
        if (bytes[i + low] == ascii && bytes[i + 1 - low] == 0) {
          return i;
        }
      }
      return to;
    }

    @Override
    int at(byte[] bytes, int index) {
      return bytes[index + 1 - low] == 0 && bytes[index + low] >= 0 ? bytes[index + low] : OTHER;
    }

    @Override
    boolean is(byte[] bytes, int index, char value) {
      return bytes[index + low] == value && bytes[index + 1 - low] == 0;
    }
  }
}
