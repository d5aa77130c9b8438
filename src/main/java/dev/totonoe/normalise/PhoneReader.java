package dev.totonoe.normalise;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the telephone numbers of a cell: every run of digits is one, or an extension, or the cell
/// is not read at all.
final class PhoneReader {
  /// Five numbers with their labels; a longer cell is a description.
  private static final int CHARS_MAX = 300;

  private static final int EXTENSION_DIGITS_MAX = 7;

  private static final String JAPAN = "JP";

  /// International prefix from Japan; what follows begins with a country code.
  private static final String DIAL_OUT = "010";

  private static final Pattern EXTENSION =
      Pattern.compile("(内線)[:： .]*$|(?:ext|extension)[:： .]*$", Pattern.CASE_INSENSITIVE);

  /// Nine digits (fixed lines, free dial) or ten (mobile, IP), as a spreadsheet leaves them that
  /// took them for a number.
  private static final Pattern LOST_ZERO = Pattern.compile("([1-9][0-9]{8,9})(?:\\.0)?");

  private static final Pattern BREAK = Pattern.compile("[ ()]+");

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final String region;

  /// @param region the country whose numbers need no country code, such as `JP`
  PhoneReader(String region) {
    this.region = region;
  }

  /// The cell with its numbers as they should be written; empty where it has none, or digits that
  /// are none.
  Optional<String> read(String cell) {
    if (cell.length() > CHARS_MAX) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder();
    boolean found = false;
    int copied = 0;
    int at = 0;
    while (at < cell.length()) {
      Run run = runAt(cell, at);
      if (run.isEmpty()) {
        at++;
        continue;
      }
      out.append(cell, copied, run.start);
      Matcher extension = EXTENSION.matcher(out);
      if (found && extension.find()) {
        if (!isExtension(run.text(cell))) {
          return Optional.empty();
        }
        if (extension.group(1) != null) {
          out.setLength(extension.end(1));
        }
        out.append(run.text(cell));
      } else {
        Optional<String> number = number(run.text(cell)).or(() -> numbers(run.text(cell)));
        if (number.isEmpty()) {
          return Optional.empty();
        }
        out.append(number.get());
        found = true;
      }
      copied = run.end;
      at = run.end;
    }
    return found
        ? Optional.of(out.append(cell, copied, cell.length()).toString())
        : Optional.empty();
  }

  /// From a digit, plus or bracket up to the last digit that only signs of a number part from it.
  private record Run(int start, int end) {
    boolean isEmpty() {
      return start >= end;
    }

    String text(String cell) {
      return cell.substring(start, end);
    }
  }

  private static Run runAt(String cell, int start) {
    char first = cell.charAt(start);
    if (!isDigit(first) && first != '+' && first != '(') {
      return new Run(start, start);
    }
    int end = start;
    int open = 0;
    for (int i = start; i < cell.length() && isOfNumber(cell.charAt(i)); i++) {
      char c = cell.charAt(i);
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean closes = c == ')' && open == 0 && first != '(';
      if (isDigit(c) || closes) {
        end = i + 1;
      }
    }
    String text = cell.substring(start, end);
    boolean wrapped = first == '(' && text.indexOf(')') < 0;
    return new Run(start, wrapped || text.chars().noneMatch(PhoneReader::isDigit) ? start : end);
  }

  private static boolean isOfNumber(char c) {
    return isDigit(c) || "+()-. ".indexOf(c) >= 0;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isExtension(String text) {
    return text.length() <= EXTENSION_DIGITS_MAX && text.chars().allMatch(PhoneReader::isDigit);
  }

  /// Numbers that only spaces or brackets part.
  private Optional<String> numbers(String text) {
    StringBuilder out = new StringBuilder();
    Matcher separator = BREAK.matcher(text);
    int start = 0;
    while (separator.find()) {
      Optional<String> number = numberOrNone(text.substring(start, separator.start()));
      if (number.isEmpty()) {
        return Optional.empty();
      }
      out.append(number.get()).append(separator.group());
      start = separator.end();
    }
    return start == 0
        ? Optional.empty()
        : numberOrNone(text.substring(start)).map(last -> out + last);
  }

  private Optional<String> numberOrNone(String text) {
    return text.isEmpty() ? Optional.of("") : number(text);
  }

  private Optional<String> number(String text) {
    Matcher lostZero = LOST_ZERO.matcher(text);
    boolean inJapan = region.equals(JAPAN);
    if (inJapan && lostZero.matches()) {
      return inUse("0" + lostZero.group(1));
    }
    String digits = digits(text);
    return inJapan && !digits.startsWith("0") && !text.startsWith("+")
        ? Optional.empty()
        : inUse(text);
  }

  private Optional<String> inUse(String text) {
    try {
      PhoneNumber number = library.parse(text, region);
      if (!library.isValidNumber(number)) {
        return Optional.empty();
      }
      String written = written(number);
      boolean national =
          region.equals(JAPAN) && !text.startsWith("+") && !text.startsWith(DIAL_OUT);
      return national && !digits(written).equals(digits(text))
          ? Optional.empty()
          : Optional.of(written);
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /// As people write it, where that reads back.
  private String written(PhoneNumber number) {
    boolean own = number.getCountryCode() == library.getCountryCodeForRegion(region);
    String text =
        library.format(number, own ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    boolean readable = text.chars().allMatch(c -> isOfNumber((char) c));
    return readable ? text : library.format(number, PhoneNumberFormat.E164);
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(PhoneReader::isDigit).forEach(c -> digits.append((char) c));
    return digits.toString();
  }
}
