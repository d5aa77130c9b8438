package dev.totonoe.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// What somebody probably meant.
final class Nearest {
  /// Longer words are not typing errors of keys.
  private static final int WORD_LENGTH_MAX = 100;

  private Nearest() {}

  /// The nearest of the known words, or none where even that is too far: one edit, and one more for
  /// every three letters.
  static Optional<String> to(String word, Collection<String> known) {
    if (word.isEmpty() || word.length() > WORD_LENGTH_MAX) {
      return Optional.empty();
    }
    return known.stream()
        .filter(candidate -> candidate.length() <= WORD_LENGTH_MAX)
        .filter(candidate -> edits(word, candidate) <= 1 + word.length() / 3)
        .filter(candidate -> edits(word, candidate) < candidate.length())
        .min(Comparator.comparingInt(candidate -> edits(word, candidate)));
  }

  /// `; did you mean "name"?`, or nothing.
  static String suggestion(String word, Collection<String> known) {
    return to(word, known)
        .map(near -> "; did you mean %s?".formatted(Shown.quoted(near)))
        .orElse("");
  }

  /// Optimal string alignment distance: insertion, deletion, substitution and the swap of two
  /// neighbours each count one. O(length × length) time.
  static int edits(String from, String to) {
    int[] beforePrevious = new int[to.length() + 1];
    int[] previous = new int[to.length() + 1];
    int[] current = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substitution = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        if (swapped) {
          current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
        }
      }
      int[] spare = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = spare;
    }
    return previous[to.length()];
  }
}
