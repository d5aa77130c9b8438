package dev.totonoe.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The encodings that product data comes in.
///
/// Two of them are read with the wider of the JDK's charsets, so that what Windows programs write
/// under these names (① U+2460, ㈱ U+3231, 髙 U+9AD9) is text and not an error; both agree with the
/// plain charset on the characters of JIS X 0208, but for ISO-2022-JP's 0x213D, which is U+2015
/// here and U+2014 there.
public enum Encoding {
  UTF_8("utf-8", StandardCharsets.UTF_8),
  /// Not `Shift_JIS`, which lacks ①, ㈱ and 髙.
  WINDOWS_31J("windows-31j", Charset.forName("windows-31j")),
  EUC_JP("euc-jp", Charset.forName("x-eucJP-Open")),
  ISO_2022_JP("iso-2022-jp", Charset.forName("x-windows-50221")),
  UTF_16LE("utf-16le", StandardCharsets.UTF_16LE),
  UTF_16BE("utf-16be", StandardCharsets.UTF_16BE);

  private final String word;
  private final Charset charset;

  Encoding(String word, Charset charset) {
    this.word = word;
    this.charset = charset;
  }

  /// The charset that decodes and encodes it; it writes no byte order mark by itself.
  public Charset charset() {
    return charset;
  }

  /// The word used in profiles, such as `windows-31j`.
  public String word() {
    return word;
  }

  /// The encoding that a word names; upper case and the common names of windows-31j are understood.
  public static Optional<Encoding> ofWord(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT);
    for (Encoding encoding : values()) {
      if (encoding.word.equals(plain)) {
        return Optional.of(encoding);
      }
    }
    return switch (plain) {
      case "utf8" -> Optional.of(UTF_8);
      case "shift_jis", "shift-jis", "sjis", "cp932", "ms932" -> Optional.of(WINDOWS_31J);
      case "eucjp" -> Optional.of(EUC_JP);
      default -> Optional.empty();
    };
  }

  /// The bytes of U+FEFF in this encoding; none where it has no such mark.
  byte[] byteOrderMark() {
    return switch (this) {
      case UTF_8, UTF_16LE, UTF_16BE -> "\uFEFF".getBytes(charset);
      case WINDOWS_31J, EUC_JP, ISO_2022_JP -> new byte[0];
    };
  }
}
