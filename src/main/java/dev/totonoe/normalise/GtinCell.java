package dev.totonoe.normalise;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a cell with one code holds: its digits without label, quotes and separators.
final class GtinCell {
  /// Longer cells hold no codes, or too many to tell them apart.
  private static final int LENGTH_MAX = 200;

  private static final Pattern LABEL =
      Pattern.compile(
          "(?i:(?<isbn>ISBN)|JAN|EAN|UPC|GTIN|ITF|バーコード)(?:[- ]?(?:8|10|12|13|14)(?=[:：コ ]))?"
              + " ?(?:コード|番号)? ?[:：=/#.-]? ?(?=[^ ])"
              + "|\\(01\\) ?"); // the application identifier that GS1 prints before a GTIN
  private static final Pattern EXPONENT =
      Pattern.compile("([0-9])(?:[.,]([0-9]{1,14}))? ?[Ee] ?\\+?0?([0-9]{1,2})");
  private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+");
  private static final Pattern DECIMAL_ZEROS = Pattern.compile("[0-9]+\\.0*");
  private static final Pattern SEPARATED = Pattern.compile("[0-9]+(?:[-‐―—ー ]{1,3}[0-9]+)*+");
  private static final Pattern BETWEEN = Pattern.compile(" ?[/,、;・|&+] ?");

  /// A GTIN-8 has seven digits after its first.
  private static final int LOST_EXPONENT_MIN = 7;

  private GtinCell() {}

  /// The digits of the cell's one code, complete; empty where it holds anything else.
  static Optional<String> digits(String cell) {
    String text = bare(cell);
    Matcher exponent = EXPONENT.matcher(text);
    if (exponent.matches()) {
      String decimals = exponent.group(2) == null ? "" : exponent.group(2);
      boolean complete = decimals.length() == Integer.parseInt(exponent.group(3));
      return complete ? Optional.of(exponent.group(1) + decimals) : Optional.empty();
    }
    // Software that took the code for a number appends .0 or groups it; no digit is lost.
    boolean code =
        DECIMAL_ZEROS.matcher(text).matches()
            || THOUSANDS.matcher(text).matches()
            || SEPARATED.matcher(text).matches();
    if (!code) {
      return Isbn.thirteenOf(text, isNamedIsbn(cell));
    }
    int end = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
    String digits = text.substring(0, end).replaceAll("[^0-9]", "");
    return Isbn.thirteenOf(text, isNamedIsbn(cell)).or(() -> Optional.of(digits));
  }

  /// Whether a spreadsheet has turned the code into a number with an exponent and lost digits of
  /// it.
  static boolean isLost(String cell) {
    Matcher exponent = EXPONENT.matcher(bare(cell));
    return exponent.matches()
        && digits(cell).isEmpty()
        && Integer.parseInt(exponent.group(3)) >= LOST_EXPONENT_MIN;
  }

  /// Whether the cell holds more than one code.
  static boolean isSeveral(String cell) {
    String text = bare(cell);
    return areCodes(BETWEEN.split(text)) || areCodes(text.split(" "));
  }

  private static boolean areCodes(String[] parts) {
    return parts.length > 1
        && Arrays.stream(parts)
            .allMatch(part -> digits(part).filter(GtinReading::isWhole).isPresent());
  }

  /// Without label, and without what spreadsheets and label printers put around a code.
  private static String bare(String cell) {
    if (cell.length() > LENGTH_MAX) {
      return "";
    }
    String text = cell;
    boolean quoted = text.length() > 2 && text.endsWith("\"");
    if (quoted && text.startsWith("=\"")) {
      text = text.substring(2, text.length() - 1);
    } else if (quoted && text.startsWith("\"")) {
      text = text.substring(1, text.length() - 1);
    } else if (text.length() > 2 && text.startsWith("*") && text.endsWith("*")) {
      text = text.substring(1, text.length() - 1); // start and stop of Code 39
    }
    Matcher label = LABEL.matcher(text);
    return label.lookingAt() ? text.substring(label.end()) : text;
  }

  private static boolean isNamedIsbn(String cell) {
    Matcher label = LABEL.matcher(cell);
    return label.lookingAt() && label.group("isbn") != null;
  }
}
