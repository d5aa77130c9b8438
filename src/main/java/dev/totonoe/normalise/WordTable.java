package dev.totonoe.normalise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the longest of many words that begins at a place of a text. A word of letters is found
/// only where no other letter touches it, unless it is Japanese, which sets no spaces: `kr` is not
/// found in `krone`, `円` is found in `円税込`.
final class WordTable<T> {
  /// A word that was found.
  ///
  /// @param end behind its last character
  record Found<T>(String word, T value, int end) {}

  private record Entry<T>(String word, T value) {}

  private final Map<Character, List<Entry<T>>> byFirst = new HashMap<>();

  WordTable(Map<String, T> words) {
    words.forEach(
        (word, value) ->
            byFirst
                .computeIfAbsent(word.charAt(0), first -> new ArrayList<>())
                .add(new Entry<>(word, value)));
    byFirst
        .values()
        .forEach(
            list ->
                list.sort(
                    Comparator.comparing((Entry<T> entry) -> entry.word().length()).reversed()));
  }

  Optional<Found<T>> at(String text, int at) {
    for (Entry<T> entry : byFirst.getOrDefault(text.charAt(at), List.of())) {
      int end = at + entry.word().length();
      if (text.startsWith(entry.word(), at)
          && !joins(text, at - 1, at)
          && !joins(text, end - 1, end)) {
        return Optional.of(new Found<>(entry.word(), entry.value(), end));
      }
    }
    return Optional.empty();
  }

  /// Whether two neighbouring characters belong to one word.
  private static boolean joins(String text, int left, int right) {
    return left >= 0
        && right < text.length()
        && isSpaced(text.charAt(left))
        && isSpaced(text.charAt(right));
  }

  /// Whether a character is a letter of a script that puts spaces between words.
  static boolean isSpaced(char c) {
    return Character.isLetter(c)
        && !Character.isIdeographic(c)
        && !(c >= 0x3040 && c <= 0x30FF) // hiragana, katakana
        && !(c >= 0xFF66 && c <= 0xFF9D); // half-width katakana
  }
}
