package dev.totonoe.normalise;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.validator.routines.EmailValidator;

/// Writes an e-mail address without what stands around it (`mailto:`, angle brackets, a full stop)
/// and with its domain in lower case; several addresses are parted by `; `. A cell that holds
/// anything else stays as it was: what is hidden from robots (`info(at)…`) or misspelt is not
/// guessed.
///
/// The part before the `@` keeps its case, because only the receiver may say that it means nothing.
///
/// | input | output |
/// |---|---|
/// | `mailto:info@Example.co.jp` | `info@example.co.jp` |
/// | `<Info@EXAMPLE.JP>` | `Info@example.jp` |
/// | `info @ example.jp` | `info@example.jp` |
/// | `a@example.jp、b@example.jp` | `a@example.jp; b@example.jp` |
/// | `info@example.jp。` | `info@example.jp` |
/// | `info@example.co.jp` | unchanged |
/// | `info(at)example.jp` | unchanged |
/// | `info@example.con` | unchanged |
/// | `山田 <yamada@example.jp>` | unchanged |
///
/// Known weakness: addresses with two dots in a row, or one before the `@`, which Japanese carriers
/// once gave out, are told to be none; a top-level domain newer than the library is, too.
///
/// Source: RFC 5321, sections 2.3.5 and 2.4; commons-validator.
final class EmailNormaliser implements Normaliser {
  /// RFC 5321, section 4.5.3.1: 64 before the `@`, 255 behind it.
  private static final int ADDRESS_CHARS_MAX = 320;

  /// A cell of more is no list of a supplier's addresses.
  private static final int CHARS_MAX = 2_000;

  private static final String SEPARATOR = "; ";
  private static final String MAILTO = "mailto:";

  @Override
  public String rule() {
    return "email";
  }

  @Override
  public String unify(String text) {
    if (text.length() > CHARS_MAX || text.indexOf('@') < 0) {
      return text;
    }
    String joined = text.replace(" @", "@").replace("@ ", "@");
    List<String> addresses = parts(joined).map(EmailNormaliser::address).toList();
    boolean all = !addresses.isEmpty() && addresses.stream().allMatch(EmailNormaliser::isAddress);
    return all ? String.join(SEPARATOR, addresses) : text;
  }

  /// Whether a unified cell is one address or several.
  static boolean holds(String unified) {
    return unified.length() <= CHARS_MAX
        && Arrays.stream(unified.split(SEPARATOR, -1)).allMatch(EmailNormaliser::isAddress);
  }

  private static java.util.stream.Stream<String> parts(String text) {
    return Arrays.stream(text.split("[;,、/ ]")).filter(part -> !part.isEmpty());
  }

  private static String address(String part) {
    String address = part;
    if (address.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
      address = address.substring(MAILTO.length());
    }
    if (address.startsWith("<") && address.endsWith(">")) {
      address = address.substring(1, address.length() - 1);
    }
    while (address.endsWith(".") || address.endsWith("。")) {
      address = address.substring(0, address.length() - 1);
    }
    int at = address.lastIndexOf('@');
    return at < 0
        ? address
        : address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
  }

  private static boolean isAddress(String text) {
    return text.length() <= ADDRESS_CHARS_MAX && EmailValidator.getInstance().isValid(text);
  }
}
