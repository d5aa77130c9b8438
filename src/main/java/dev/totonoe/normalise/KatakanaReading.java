package dev.totonoe.normalise;

import dev.totonoe.text.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A run of katakana as a sequence of words and unknown letters, at the lowest cost.
///
/// @param text the run as these words spell it
/// @param cost what the words and unknown letters cost together
/// @param isUnique whether no other spelling costs as little
/// @param isCertain whether words of the dictionary, none of them short, spell all of it
/// @param isKnown whether words of the dictionary spell all of it
record KatakanaReading(
    String text, int cost, boolean isUnique, boolean isCertain, boolean isKnown) {
  /// Short words fit anywhere by chance: one costs more than any number of longer words in a run,
  /// and letters of no word cost most.
  private static final int WORD = 2;

  private static final int SEPARATOR = 1;
  private static final int SHORT_WORD = 50;
  private static final int UNKNOWN_LETTER = 10_000;

  private static final int SHORT_LENGTH = 2;

  /// Two spellings at a place suffice to know that there is more than one.
  private static final int SPELLINGS_MAX = 2;

  private record Prefix(int cost, Set<String> spellings) {
    Prefix() {
      this(Integer.MAX_VALUE, new LinkedHashSet<>());
    }

    Prefix or(int otherCost, String spelling) {
      if (otherCost > cost) {
        return this;
      }
      Prefix better = otherCost < cost ? new Prefix(otherCost, new LinkedHashSet<>()) : this;
      if (better.spellings.size() < SPELLINGS_MAX) {
        better.spellings.add(spelling);
      }
      return better;
    }
  }

  /// @param run the run as it stands
  /// @param spellings for each of its places the letters that may stand there, its own first
  /// @param names words beside those of the dictionary
  static KatakanaReading of(
      String run, List<String> spellings, Vocabulary vocabulary, List<String> names) {
    Prefix[] prefixes = new Prefix[run.length() + 1];
    for (int i = 0; i <= run.length(); i++) {
      prefixes[i] = new Prefix();
    }
    prefixes[0] = prefixes[0].or(0, "");
    for (int at = 0; at < run.length(); at++) {
      Prefix prefix = prefixes[at];
      int letter = run.charAt(at) == '-' ? SEPARATOR : UNKNOWN_LETTER;
      step(prefixes, at, run.substring(at, at + 1), prefix.cost + letter);
      for (String name : names) {
        if (run.startsWith(name, at)) {
          step(prefixes, at, name, prefix.cost + WORD);
        }
      }
      for (String word : vocabulary.nounsAt(spellings, at)) {
        if (counts(word, !run.startsWith(word, at))) {
          int cost = word.length() > SHORT_LENGTH ? WORD : SHORT_WORD;
          step(prefixes, at, word, prefix.cost + cost);
        }
      }
    }
    Prefix whole = prefixes[run.length()];
    return new KatakanaReading(
        whole.spellings.iterator().next(),
        whole.cost,
        whole.spellings.size() == 1,
        whole.cost < SHORT_WORD,
        whole.cost < UNKNOWN_LETTER);
  }

  /// Whether a word can be meant. Mended ones of two letters are met by chance, and テイ at the end
  /// of three is how many kanji are read (シテイ: 指定, no シティ).
  private static boolean counts(String word, boolean mended) {
    if (!mended || word.length() > SHORT_LENGTH + 1) {
      return word.length() >= SHORT_LENGTH;
    }
    return word.length() > SHORT_LENGTH && !word.endsWith("ィ");
  }

  private static void step(Prefix[] prefixes, int at, String word, int cost) {
    int next = at + word.length();
    for (String spelling : prefixes[at].spellings) {
      prefixes[next] = prefixes[next].or(cost, spelling + word);
    }
  }
}
