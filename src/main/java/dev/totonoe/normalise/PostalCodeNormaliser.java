package dev.totonoe.normalise;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a Japanese postal code as `100-0001`. A cell that holds anything else, an address behind
/// the code or a digit too few, stays as it was: which zero a spreadsheet dropped cannot be told
/// from a digit that a person forgot.
///
/// | input | output |
/// |---|---|
/// | `〒1000001` | `100-0001` |
/// | `〒 100 - 0001` | `100-0001` |
/// | `郵便番号:100-0001` | `100-0001` |
/// | `(〒100-0001)` | `100-0001` |
/// | `1000001.0` | `100-0001` |
/// | `100-0001` | unchanged |
/// | `600001` | unchanged |
/// | `000-0000` | unchanged |
/// | `〒100-0001 東京都千代田区` | unchanged |
///
/// Known weakness: whether Japan Post has given the seven digits to a place is not checked, and
/// codes of other countries are none.
///
/// Source: Japan Post: seven digits since 1998; no region has 000.
final class PostalCodeNormaliser implements Normaliser {
  /// Each part can match in one way only, so that a long cell fails at once.
  private static final Pattern WRITTEN =
      Pattern.compile(
          "[(\\[]? ?(?:郵便番号|〒|〶|〠|ZIP)? ?[:：]? ?(?:〒)? ?([0-9]{3}) ?-? ?([0-9]{4})(?:\\.0)? ?[)\\]]?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CANONICAL = Pattern.compile("(?!000)[0-9]{3}-[0-9]{4}");

  /// Longer than any spelling of a code.
  private static final int CHARS_MAX = 40;

  @Override
  public String rule() {
    return "postal_code";
  }

  @Override
  public String unify(String text) {
    if (text.length() > CHARS_MAX) {
      return text;
    }
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches() || written.group(1).equals("000")) {
      return text;
    }
    return written.group(1) + "-" + written.group(2);
  }

  /// Whether a unified cell is a postal code.
  static boolean holds(String unified) {
    return CANONICAL.matcher(unified).matches();
  }
}
