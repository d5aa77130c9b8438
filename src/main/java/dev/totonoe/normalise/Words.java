package dev.totonoe.normalise;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The rules of text that people read: names, makers, categories, descriptions.
///
/// @param tables the user's tables
/// @param writable whether the output can hold a text
record Words(Tables tables, Predicate<String> writable) {
  /// How a phrase of the user's tables is written in a unified cell, whatever it says.
  private static final Chain PHRASE =
      new Chain(
          List.of(
              new ControlNormaliser(),
              new BracketNormaliser(),
              new DashNormaliser(),
              new KanaNormaliser(),
              new WidthNormaliser(),
              new SymbolNormaliser(),
              new QuoteNormaliser(),
              SpaceNormaliser.oneLine()));

  static String phrase(String phrase) {
    return PHRASE.unify(phrase);
  }

  /// Everything on one line.
  Chain names() {
    return chain(" ", SpaceNormaliser.oneLine());
  }

  /// The lines stay.
  Chain lines() {
    return chain("\n", SpaceNormaliser.keepingLines());
  }

  /// Each rule stands behind those whose work it needs done: what a page hid comes out first,
  /// brackets tell a dash where a word ends, and the dictionary knows unified words only.
  private Chain chain(String lineBreak, Normaliser spaces) {
    return new Chain(
        List.of(
            new ControlNormaliser(),
            new HtmlNormaliser(lineBreak, writable),
            new BracketNormaliser(),
            new DashNormaliser(tables.vocabulary()::knows),
            new KanaNormaliser(),
            new WidthNormaliser(),
            new SymbolNormaliser(),
            new QuoteNormaliser(),
            new CompatibilityNormaliser(tables.compatibility()),
            spaces,
            new KatakanaNormaliser(tables.vocabulary(), properNames()),
            new WordSpaceNormaliser(tables.vocabulary())));
  }

  private Set<String> properNames() {
    return tables.brands().canonicals().stream().map(Words::phrase).collect(Collectors.toSet());
  }
}
