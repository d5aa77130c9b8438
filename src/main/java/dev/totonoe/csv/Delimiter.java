package dev.totonoe.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Words for delimiters, which are hard to see as themselves.
public enum Delimiter {
  COMMA(','),
  TAB('\t'),
  SEMICOLON(';'),
  PIPE('|');

  private final char character;

  Delimiter(char character) {
    this.character = character;
  }

  public char character() {
    return character;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Delimiter::word).toList();
  }

  public static Optional<Character> ofWord(String word) {
    return Arrays.stream(values())
        .filter(delimiter -> delimiter.word().equals(word))
        .map(Delimiter::character)
        .findFirst();
  }

  /// The character that [#wordOf] gave the word for.
  public static char of(String wordOrCharacter) {
    return ofWord(wordOrCharacter).orElseGet(() -> wordOrCharacter.charAt(0));
  }

  /// The word, or the character itself where it has none.
  public static String wordOf(char character) {
    return Arrays.stream(values())
        .filter(delimiter -> delimiter.character == character)
        .map(Delimiter::word)
        .findFirst()
        .orElse(String.valueOf(character));
  }
}
