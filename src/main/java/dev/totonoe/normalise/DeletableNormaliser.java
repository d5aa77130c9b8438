package dev.totonoe.normalise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Deletes the phrases of the user's table `deletable.csv` from names, with the brackets around a
/// phrase when nothing else is in them. A name that consists of such phrases alone stays.
///
/// With the table `送料無料`, `ポイント2倍`, `全品`:
///
/// | input | output |
/// |---|---|
/// | `【送料無料】緑茶 500ml` | `緑茶 500ml` |
/// | `＼全品ポイント2倍/緑茶` | `緑茶` |
/// | `●送料無料● 緑茶` | `緑茶` |
/// | `緑茶 ※送料無料` | `緑茶` |
/// | `※送料無料※ 緑茶 ※発注不可` | `緑茶 ※発注不可` |
/// | `緑茶(送料無料 500ml)` | `緑茶( 500ml)` |
/// | `送料無料` | unchanged |
/// | `緑茶 500ml` | unchanged |
///
/// Known weakness: it does not know words; a short phrase is deleted from the middle of a longer
/// one.
final class DeletableNormaliser implements Normaliser {
  /// Brackets, and the signs that stand on both sides of a slogan.
  private static final String OPEN = "【[({<「『〔《〈≪＼★☆●○◆◇■□♪";

  /// U+203B, which starts a note and sometimes ends it.
  private static final char NOTE_MARK = '※';

  private static final String CLOSE = "】])}>」』〕》〉≫/★☆●○◆◇■□♪";

  private final Map<Character, List<String>> byFirst = new HashMap<>();

  DeletableNormaliser(List<String> phrases) {
    phrases.stream()
        .sorted(Comparator.comparing(String::length).reversed())
        .forEach(
            phrase ->
                byFirst.computeIfAbsent(phrase.charAt(0), c -> new ArrayList<>()).add(phrase));
  }

  @Override
  public String rule() {
    return "deletable";
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

  private int phraseAt(String text, int at) {
    for (String phrase : byFirst.getOrDefault(text.charAt(at), List.of())) {
      if (text.startsWith(phrase, at)) {
        return phrase.length();
      }
    }
    return 0;
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
      return after;
    }
    next = afterNoteMarks(text, next, out);
    boolean glued = !out.isEmpty() && out.charAt(out.length() - 1) != ' ';
    if (glued && next < text.length() && CLOSE.indexOf(text.charAt(next)) < 0) {
      out.append(' ');
    }
    return next;
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
