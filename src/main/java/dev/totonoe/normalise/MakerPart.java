package dev.totonoe.normalise;

import java.util.Map;

/// Takes the maker off the head of a name, for the profile's choice `maker: split`: only where a
/// maker cell of the same row says the same, so that nothing is lost and nothing has to move from
/// one cell to another. `明治 チョコレート` beside the maker `明治` becomes `チョコレート`, and so does
/// `【明治】チョコレート`; `明治チョコレート` stays, because the maker may be part of a longer word, and a name that
/// is the maker alone stays.
final class MakerPart {
  /// Makers of more words than this stay in the name.
  private static final int WORDS_MAX = 4;

  private static final String OPEN = "([【〔《「『";
  private static final String CLOSE = ")]】〕》」』";

  private final Map<String, String> brands;

  /// @param brands folded spelling → canonical spelling
  MakerPart(Map<String, String> brands) {
    this.brands = Map.copyOf(brands);
  }

  /// The name without its maker; the name itself where the maker does not lead it.
  String without(String name, String maker) {
    String key = key(maker);
    if (key.isEmpty()) {
      return name;
    }
    int bracket = name.isEmpty() ? -1 : OPEN.indexOf(name.charAt(0));
    if (bracket >= 0) {
      int close = name.indexOf(CLOSE.charAt(bracket));
      boolean isMaker = close > 0 && key(name.substring(1, close)).equals(key);
      return isMaker ? rest(name, close + 1) : name;
    }
    int space = name.indexOf(' ');
    for (int words = 1; words <= WORDS_MAX && space >= 0; words++) {
      if (key(name.substring(0, space)).equals(key)) {
        return rest(name, space);
      }
      space = name.indexOf(' ', space + 1);
    }
    return name;
  }

  private static String rest(String name, int from) {
    String rest = name.substring(from).strip();
    return rest.isEmpty() ? name : rest;
  }

  private String key(String spelling) {
    String key = SpellingKey.of(spelling);
    return SpellingKey.of(brands.getOrDefault(key, key));
  }
}
