package dev.totonoe.sample;

import dev.totonoe.sample.Lexicon.Generic;
import dev.totonoe.sample.Lexicon.Line;
import dev.totonoe.sample.Lexicon.Maker;
import java.util.List;
import java.util.Optional;

/// A product as a tidy person would write it down.
///
/// @param words what the name says, in order, without maker and size
/// @param price yen without tax
record Product(String categoryId, Optional<Maker> maker, String words, String size, int price) {

  static Product of(Lexicon lexicon, Line line, Generic generic, Dice dice) {
    String noun = dice.pick(generic.spellings());
    Optional<String> before = modifier(lexicon, line.before(), noun, 45, dice);
    String said = before.orElse("") + noun;
    Optional<String> after = modifier(lexicon, line.after(), said, 35, dice);
    String words = before.map(word -> joined(word, noun, dice)).orElse(noun);
    if (after.isPresent()) {
      words += (dice.chance(85) ? " " : "") + after.get();
    }
    String size = dice.pick(line.sizes());
    List<Maker> makers =
        lexicon.makers().stream().filter(maker -> maker.makes(line.categoryId())).toList();
    Optional<Maker> maker = makers.isEmpty() ? Optional.empty() : Optional.of(dice.pick(makers));
    return new Product(line.categoryId(), maker, words, size, price(line, dice));
  }

  /// `maker words size`, with or without its outer parts.
  String name(boolean withMaker, boolean withSize) {
    String named = withMaker && maker.isPresent() ? maker.get().name() + " " + words : words;
    return withSize ? named + " " + size : named;
  }

  private static Optional<String> modifier(
      Lexicon lexicon, List<String> choices, String said, int percent, Dice dice) {
    if (choices.isEmpty() || !dice.chance(percent)) {
      return Optional.empty();
    }
    return Optional.of(dice.pick(choices)).filter(word -> lexicon.joins(said, word));
  }

  /// A bracketed class or a quality stands apart, an origin may touch the noun.
  private static String joined(String before, String noun, Dice dice) {
    boolean touches = before.matches(".*[産のな]") || dice.chance(30);
    return touches && !before.endsWith("】") ? before + noun : before + " " + noun;
  }

  /// Shelf prices end in 8 more often than not.
  private static int price(Line line, Dice dice) {
    int price = dice.between(line.priceLow(), line.priceHigh());
    return dice.chance(75) ? Math.max(line.priceLow(), price / 10 * 10 + 8) : price;
  }
}
