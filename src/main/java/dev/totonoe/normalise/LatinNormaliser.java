package dev.totonoe.normalise;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Writes Latin words in one case, as the profile's choice `latin` says: all upper, all lower, or
/// those that are brands of `brands.csv` as that table writes them. Words that touch a digit are
/// models, sizes or units and stay. Only the letters A–Z count: spacing and signs stay as they are.
///
/// With `brands` and the brands `S&B`, `UCC`, `BeeFree`:
///
/// | input | output |
/// |---|---|
/// | `s&b カレー` | `S&B カレー` |
/// | `Ucc ブレンド` | `UCC ブレンド` |
/// | `BEEFREE(極)` | `BeeFree(極)` |
/// | `ucc100 beefrees S & B` | unchanged |
///
/// Known weakness: `upper` and `lower` know no proper names: `iPhone` becomes `IPHONE`; a brand
/// that is a common word too (`one`) takes the brand's case.
final class LatinNormaliser implements Normaliser {
  private static final String JOINERS = "&'.-";

  private final UnaryOperator<String> writing;

  private LatinNormaliser(UnaryOperator<String> writing) {
    this.writing = writing;
  }

  static LatinNormaliser upper() {
    return new LatinNormaliser(word -> word.toUpperCase(Locale.ROOT));
  }

  static LatinNormaliser lower() {
    return new LatinNormaliser(word -> word.toLowerCase(Locale.ROOT));
  }

  /// @param brands canonical spellings; those with other characters than one Latin word are left
  ///   out, and so are two that differ in case alone
  static LatinNormaliser brands(Collection<String> brands) {
    Map<String, String> byLower = new HashMap<>();
    for (String brand : brands) {
      if (!brand.isEmpty() && endOfWord(brand, 0) == brand.length()) {
        byLower.merge(
            brand.toLowerCase(Locale.ROOT), brand, (one, two) -> one.equals(two) ? one : "");
      }
    }
    byLower.values().removeIf(String::isEmpty);
    return new LatinNormaliser(word -> byLower.getOrDefault(word.toLowerCase(Locale.ROOT), word));
  }

  @Override
  public String rule() {
    return "latin";
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
      int end = endOfWord(text, i);
      if (end == i) {
        i++;
        continue;
      }
      boolean model =
          i > 0 && Character.isDigit(text.charAt(i - 1))
              || end < text.length() && Character.isDigit(text.charAt(end));
      if (!model) {
        String word = text.substring(i, end);
        String written = writing.apply(word);
        if (!written.equals(word)) {
          out = out == null ? new StringBuilder(text) : out;
          out.replace(i, end, written);
        }
      }
      i = end;
    }
    return out == null ? text : out.toString();
  }

  /// The end of letters A–Z with single joiners between them; the place itself where none begins.
  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length()) {
      boolean joins =
          end > start
              && JOINERS.indexOf(text.charAt(end)) >= 0
              && end + 1 < text.length()
              && isLetter(text.charAt(end + 1));
      if (!isLetter(text.charAt(end)) && !joins) {
        return end;
      }
      end++;
    }
    return end;
  }

  private static boolean isLetter(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
