package dev.totonoe.text;

import java.util.Objects;

/// One word as Kuromoji sees it.
///
/// @param surface as it stands in the text
/// @param baseForm the dictionary form; the surface where the word is not inflected
/// @param reading in katakana; the surface, with hiragana as katakana, where the word is unknown
public record Token(String surface, String baseForm, String reading) {
  public Token {
    Objects.requireNonNull(surface);
    Objects.requireNonNull(baseForm);
    Objects.requireNonNull(reading);
  }
}
