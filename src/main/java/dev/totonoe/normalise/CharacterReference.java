package dev.totonoe.normalise;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.translate.EntityArrays;

/// What HTML's character references stand for: `&amp;`, `&#38;`, `&#x26;`.
///
/// Source: HTML Standard, section 13.5; the entities of HTML 4.
final class CharacterReference {
  /// What browsers take the references 128–159 for: windows-1252.
  private static final String WINDOWS_1252 =
      "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

  private static final Map<String, Integer> ENTITIES = entities();

  private CharacterReference() {}

  private static Map<String, Integer> entities() {
    return Stream.of(
            EntityArrays.BASIC_UNESCAPE,
            EntityArrays.APOS_UNESCAPE,
            EntityArrays.ISO8859_1_UNESCAPE,
            EntityArrays.HTML40_EXTENDED_UNESCAPE)
        .flatMap(table -> table.entrySet().stream())
        .collect(
            Collectors.toUnmodifiableMap(
                entity -> entity.getKey().toString().replaceAll("[&;]", ""),
                entity -> entity.getValue().toString().codePointAt(0)));
  }

  /// @param reference without `&` and `;`
  /// @return the code point, -1 where there is none
  static int codePoint(String reference) {
    int codePoint =
        reference.startsWith("#")
            ? numeric(reference.substring(1))
            : ENTITIES.getOrDefault(reference, -1);
    if (codePoint >= 0x80 && codePoint < 0x80 + WINDOWS_1252.length()) {
      return WINDOWS_1252.charAt(codePoint - 0x80);
    }
    boolean isCharacter =
        codePoint > 0
            && codePoint <= Character.MAX_CODE_POINT
            && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    return isCharacter ? codePoint : -1;
  }

  private static int numeric(String digits) {
    boolean hexadecimal = digits.startsWith("x") || digits.startsWith("X");
    String number = hexadecimal ? digits.substring(1) : digits;
    long value = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = Character.digit(number.charAt(i), hexadecimal ? 16 : 10);
      if (digit < 0 || number.charAt(i) > 0x7F) {
        return -1;
      }
      value = Math.min(value * (hexadecimal ? 16 : 10) + digit, Integer.MAX_VALUE);
    }
    return number.isEmpty() ? -1 : (int) value;
  }
}
