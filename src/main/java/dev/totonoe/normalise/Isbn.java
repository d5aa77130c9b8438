package dev.totonoe.normalise;

import java.util.Optional;
import java.util.regex.Pattern;

/// The ISBN of ten characters that books had until 2006, and the one of thirteen that each of them
/// has since: 978, the first nine digits, and a check digit over all of them.
///
/// Source: ISO 2108:2017, annexes A and C.
final class Isbn {
  private static final Pattern TEN = Pattern.compile("[0-9]{9}[0-9X]");

  /// Language group, publisher, title, check digit.
  private static final Pattern GROUPED =
      Pattern.compile("[0-9]{1,5}[- ][0-9]{1,7}[- ][0-9]{1,6}[- ][0-9Xx]");

  private Isbn() {}

  /// Whether the text is an ISBN of ten characters, the last of which is its check digit.
  static boolean checksTen(String text) {
    if (!TEN.matcher(text).matches()) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      sum += (text.length() - i) * (c == 'X' ? 10 : c - '0');
    }
    return sum % 11 == 0;
  }

  /// The ISBN-13 of a text that can be nothing but an ISBN-10: ten bare digits are as often a
  /// supplier's number, and one in eleven of those would check.
  ///
  /// @param text `4-06-518432-X`, `020163385X`
  /// @param named whether a label beside the text says that it is an ISBN
  static Optional<String> thirteenOf(String text, boolean named) {
    String ten = text.replace("-", "").replace(" ", "").replace('x', 'X');
    boolean told = named || ten.endsWith("X") || GROUPED.matcher(text).matches();
    if (!told || !checksTen(ten)) {
      return Optional.empty();
    }
    String twelve = "978" + ten.substring(0, 9);
    return Optional.of(twelve + GtinReading.checkDigit(twelve));
  }
}
