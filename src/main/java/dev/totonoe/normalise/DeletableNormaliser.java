package dev.totonoe.normalise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Deletes the phrases of the user's table `deletable.csv` from names, with the brackets around a
/// phrase when nothing else is in them. A name that consists of such phrases alone stays. `#` in a
/// phrase stands for a number: digits, with commas and a decimal point.
///
/// With the table `送料無料`, `ポイント2倍`, `全品`, `#円OFF`, `楽天#位`:
///
/// | input | output |
/// |---|---|
/// | `【送料無料】緑茶 500ml` | `緑茶 500ml` |
/// | `＼全品ポイント2倍/緑茶` | `緑茶` |
/// | `●送料無料● 緑茶` | `緑茶` |
/// | `緑茶 ※送料無料` | `緑茶` |
/// | `※送料無料※ 緑茶 ※発注不可` | `緑茶 ※発注不可` |
/// | `緑茶 1,000円OFF` | `緑茶` |
/// | `【楽天12位】緑茶` | `緑茶` |
/// | `緑茶(送料無料 500ml)` | `緑茶(500ml)` |
/// | `緑茶(500ml 送料無料)` | `緑茶(500ml)` |
/// | `送料無料` | unchanged |
/// | `緑茶 500ml` | unchanged |
/// | `楽天位 楽天#位` | unchanged |
///
/// Known weakness: it does not know words; a short phrase is deleted from the middle of a longer
/// one.
final class DeletableNormaliser implements Normaliser {
  /// Brackets, and the signs that stand on both sides of a slogan.
  private static final String OPEN = "【[({<「『〔《〈≪＼★☆●○◆◇■□♪";

  /// What stands for a number in a phrase.
  static final char NUMBER = '#';

  private static final int NUMBER_LENGTH_MAX = 12;

  /// U+203B, which starts a note and sometimes ends it.
  private static final char NOTE_MARK = '※';

  /// Closing brackets, before which no space is left.
  private static final String BRACKETS = "】])}>」』〕》〉≫";

  private static final String CLOSE = "】])}>」』〕》〉≫/★☆●○◆◇■□♪";

  private final Map<Character, List<String>> byFirst = new HashMap<>();

  /// The keys above; most letters of a text begin nothing, and this is quicker to ask.
  private final BitSet firstLetters = new BitSet();

  DeletableNormaliser(List<String> phrases) {
    phrases.stream()
        .sorted(Comparator.comparing(String::length).reversed())
        .forEach(
            phrase ->
                firstsOf(phrase)
                    .forEach(
                        first ->
                            byFirst
                                .computeIfAbsent((char) first, c -> new ArrayList<>())
                                .add(phrase)));
    byFirst.keySet().forEach(firstLetters::set);
  }

  private static IntStream firstsOf(String phrase) {
    return phrase.charAt(0) == NUMBER ? IntStream.rangeClosed('0', '9') : phrase.chars().limit(1);
  }

  @Override
  public String rule() {
    return "deletable";
  }

  @Override
  public boolean isByTable() {
    return true;
  }

  @Override
  public String unify(String text) {
    StringBuilder out = null;
    int i = 0;
    while (i < text.length()) {
      int length = phraseAt(text, i);
      if (length == 0) {
        if (out != null) {
          out.append(text.charAt(i));
        }
        i++;
        continue;
      }
      out = out == null ? new StringBuilder(text.length()).append(text, 0, i) : out;
      i = afterBracket(text, i + length, out);
    }
    String left = out == null ? text : out.toString().strip();
    return left.isEmpty() ? text : left;
  }

  /// The length of the phrase that stands at a place, 0: none.
  private int phraseAt(String text, int at) {
    if (!firstLetters.get(text.charAt(at))) {
      return 0;
    }
    for (String phrase : byFirst.getOrDefault(text.charAt(at), List.of())) {
      int end = endOf(phrase, text, at);
      if (end >= 0) {
        return end - at;
      }
    }
    return 0;
  }

  private static int endOf(String phrase, String text, int at) {
    int end = at;
    int literal = 0;
    for (int number = phrase.indexOf(NUMBER); number >= 0; ) {
      if (!text.regionMatches(end, phrase, literal, number - literal)) {
        return -1;
      }
      int start = end + number - literal;
      end = endOfNumber(text, start);
      if (end == start) {
        return -1;
      }
      literal = number + 1;
      number = phrase.indexOf(NUMBER, literal);
    }
    int rest = phrase.length() - literal;
    return text.regionMatches(end, phrase, literal, rest) ? end + rest : -1;
  }

  /// The end of a number that begins here; the place itself where none does.
  private static int endOfNumber(String text, int start) {
    boolean inside = start > 0 && isDigitOrPoint(text.charAt(start - 1));
    int limit = Math.min(text.length(), start + NUMBER_LENGTH_MAX);
    int end = start;
    while (!inside && end < limit && isDigitOrPoint(text.charAt(end))) {
      end++;
    }
    while (end > start && !isDigit(text.charAt(end - 1))) {
      end--;
    }
    return end > start && isDigit(text.charAt(start)) ? end : start;
  }

  private static boolean isDigitOrPoint(char c) {
    return isDigit(c) || c == ',' || c == '.';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Takes the brackets away that have become empty; returns where to go on.
  private static int afterBracket(String text, int after, StringBuilder out) {
    int last = out.length();
    while (last > 0 && out.charAt(last - 1) == ' ') {
      last--;
    }
    int next = after;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    int bracket = last == 0 ? -1 : OPEN.indexOf(out.charAt(last - 1));
    boolean empty =
        bracket >= 0 && next < text.length() && text.charAt(next) == CLOSE.charAt(bracket);
    if (empty) {
      out.setLength(last - 1);
      next++;
    } else if (bracket >= 0) {
      return next;
    }
    next = afterNoteMarks(text, next, out);
    if (next < text.length() && BRACKETS.indexOf(text.charAt(next)) >= 0) {
      trimEnd(out);
    }
    boolean glued = !out.isEmpty() && out.charAt(out.length() - 1) != ' ';
    if (glued && next < text.length() && CLOSE.indexOf(text.charAt(next)) < 0) {
      out.append(' ');
    }
    return next;
  }

  private static void trimEnd(StringBuilder out) {
    while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
  }

  /// Takes away the note mark before a phrase, and the one that closes it: a mark before other text
  /// stays.
  private static int afterNoteMarks(String text, int next, StringBuilder out) {
    int mark = out.length() - 1;
    while (mark >= 0 && out.charAt(mark) == ' ') {
      mark--;
    }
    if (mark < 0 || out.charAt(mark) != NOTE_MARK) {
      return next;
    }
    out.setLength(mark);
    boolean closes =
        next < text.length()
            && text.charAt(next) == NOTE_MARK
            && (next + 1 == text.length() || text.charAt(next + 1) == ' ');
    return closes ? next + 1 : next;
  }
}
