package dev.totonoe.sample;

import dev.totonoe.sample.Lexicon.Generic;
import dev.totonoe.sample.Lexicon.Line;
import dev.totonoe.sample.Lexicon.Maker;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A product as a tidy person would write it down.
///
/// @param words what the name says, in order, without maker and size
/// @param price yen without tax
record Product(String categoryId, Optional<Maker> maker, String words, String size, int price) {
  private static final Pattern AMOUNT = Pattern.compile("([0-9.]+)(ml|L|g|kg)(?:×([0-9]+))?");

  static Product of(Lexicon lexicon, Line line, Generic generic, Dice dice) {
    String noun = dice.pick(generic.spellings());
    Optional<String> before = modifier(lexicon, line.before(), noun, 45, dice);
    String said = before.orElse("") + noun;
    Optional<String> after = modifier(lexicon, line.after(), said, 35, dice);
    String words = before.map(word -> joined(word, noun, dice)).orElse(noun);
    if (after.isPresent()) {
      words += (dice.chance(85) ? " " : "") + after.get();
    }
    String name = words;
    List<String> sizes = line.sizes().stream().filter(size -> lexicon.fits(name, size)).toList();
    String size = dice.pick(sizes.isEmpty() ? line.sizes() : sizes);
    List<Maker> makers =
        lexicon.makers().stream().filter(maker -> maker.makes(line.categoryId())).toList();
    Optional<Maker> maker = makers.isEmpty() ? Optional.empty() : Optional.of(dice.pick(makers));
    return new Product(line.categoryId(), maker, words, size, price(line, size, dice));
  }

  /// `maker words size`, with or without its outer parts.
  String name(boolean withMaker, boolean withSize) {
    String named = withMaker && maker.isPresent() ? maker.get().name() + " " + words : words;
    return withSize && !size.isEmpty() ? named + " " + size : named;
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

  /// Larger sizes cost more; shelf prices end in 8 more often than not.
  private static int price(Line line, String size, Dice dice) {
    DoubleSummaryStatistics amounts =
        line.sizes().stream()
            .mapToDouble(Product::amount)
            .filter(amount -> amount > 0)
            .summaryStatistics();
    int range = line.priceHigh() - line.priceLow();
    int price = line.priceLow() + dice.below(range + 1);
    if (amount(size) > 0 && amounts.getMax() > amounts.getMin()) {
      double share = (amount(size) - amounts.getMin()) / (amounts.getMax() - amounts.getMin());
      price = line.priceLow() + (int) (range * share * 0.85) + dice.below(range * 15 / 100 + 1);
    }
    return dice.chance(75) ? Math.max(line.priceLow(), price / 10 * 10 + 8) : price;
  }

  /// Grams or millilitres in all, or 0 where the size states neither.
  private static double amount(String size) {
    Matcher matcher = AMOUNT.matcher(size);
    if (!matcher.find()) {
      return 0;
    }
    double thousand = matcher.group(2).matches("L|kg") ? 1000 : 1;
    double times = matcher.group(3) == null ? 1 : Double.parseDouble(matcher.group(3));
    return Double.parseDouble(matcher.group(1)) * thousand * times;
  }
}
