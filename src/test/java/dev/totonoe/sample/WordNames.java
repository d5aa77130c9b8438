package dev.totonoe.sample;

import dev.totonoe.sample.Lexicon.Generic;
import dev.totonoe.sample.Lexicon.Line;
import dev.totonoe.sample.Words.Kind;
import dev.totonoe.sample.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The names that suppliers, shops and cash registers give to one word: alone, with its maker, with
/// what the leaf is called, with a size of the leaf, under an advertiser's mark, in a register's
/// line.
final class WordNames {
  private static final List<String> MARKS =
      List.of(
          "★", "☆", "◎", "●", "【お買得】", "【特売】", "【新商品】", "【限定】", "(新)", "【まとめ買い】", "徳用 ", "お買得 ",
          "新 ", "◆", "期間限定 ");

  /// A first word of so many brands is taken for a maker's name.
  private static final int MAKER_BRANDS_MIN = 3;

  /// The first generics of a line are what everybody calls its products.
  private static final int HEADS = 2;

  /// How many of a hundred words get a composed name beside their spellings, and a register's line.
  private record Shares(int composed, int registered) {}

  private static final Map<Kind, Shares> SHARES =
      Map.of(
          Kind.NOUN,
          new Shares(30, 35),
          Kind.BRAND,
          new Shares(45, 45),
          Kind.TRAP,
          new Shares(15, 20));

  private final Lexicon lexicon;
  private final RegisterText register;
  private final Map<String, Leaf> leaves = new TreeMap<>();

  /// @param heads what names of the leaf's products end in
  /// @param makers those of its brands
  private record Leaf(List<Line> lines, List<String> heads, List<String> makers) {}

  /// @param reading gives the katakana of a text
  WordNames(Lexicon lexicon, Words words, UnaryOperator<String> reading) {
    this.lexicon = lexicon;
    this.register = new RegisterText(reading);
    Map<String, Long> brandsOf =
        words.all().stream()
            .flatMap(word -> firstOfBrand(word).stream())
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    for (String id : lexicon.lines().stream().map(Line::categoryId).distinct().toList()) {
      List<Line> lines =
          lexicon.lines().stream().filter(line -> line.categoryId().equals(id)).toList();
      List<String> heads = lines.stream().flatMap(line -> heads(line).stream()).toList();
      List<String> makers =
          words.all().stream()
              .filter(word -> word.categoryId().equals(id))
              .flatMap(word -> firstOfBrand(word).stream())
              .filter(name -> brandsOf.get(name) >= MAKER_BRANDS_MIN)
              .distinct()
              .toList();
      leaves.put(id, new Leaf(lines, heads, makers));
    }
  }

  /// `森永 ミルクココア` → `森永`.
  private static Optional<String> firstOfBrand(Word word) {
    String name = word.spellings().getFirst();
    int space = name.indexOf(' ');
    return word.kind() == Kind.BRAND && space > 0
        ? Optional.of(name.substring(0, space))
        : Optional.empty();
  }

  /// What is kept out of training stays out of the names of other words.
  private static List<String> heads(Line line) {
    return line.generics().stream()
        .filter(generic -> !generic.heldOut())
        .limit(HEADS)
        .map(generic -> generic.spellings().getFirst())
        .toList();
  }

  /// Each spelling once, as it stands or dressed, and names composed with them.
  List<String> names(Word word, Dice dice) {
    Leaf leaf = leaves.get(word.categoryId());
    List<String> names = new ArrayList<>();
    for (String spelling : word.spellings()) {
      names.add(names.isEmpty() ? spelling : dressed(word, spelling, leaf, dice));
    }
    Shares shares = SHARES.get(word.kind());
    if (dice.chance(shares.composed())) {
      names.add(composed(word, dice.pick(word.spellings()), leaf, dice));
    }
    if (dice.chance(shares.registered())) {
      names.add(registered(word, dice.pick(word.spellings()), leaf, dice));
    }
    return names;
  }

  private String dressed(Word word, String spelling, Leaf leaf, Dice dice) {
    int way = dice.below(100);
    if (way < 40) {
      return spelling;
    }
    return way < 75 ? composed(word, spelling, leaf, dice) : registered(word, spelling, leaf, dice);
  }

  /// A generic's line at the register.
  String registered(Line line, Generic generic, Dice dice) {
    Product product = Product.of(lexicon, line, generic, dice);
    return register.name(product.words(), dice.chance(55) ? product.size() : "", dice);
  }

  private String registered(Word word, String spelling, Leaf leaf, Dice dice) {
    Line line = line(leaf, spelling, dice);
    String words = word.kind() == Kind.BRAND ? branded(spelling, leaf, dice, 25) : spelling;
    if (word.kind() == Kind.NOUN && !leaf.makers().isEmpty() && dice.chance(25)) {
      words = dice.pick(leaf.makers()) + " " + words;
    }
    return register.name(words, dice.chance(55) ? size(line, words, dice) : "", dice);
  }

  private String composed(Word word, String spelling, Leaf leaf, Dice dice) {
    Line line = line(leaf, spelling, dice);
    String name =
        switch (word.kind()) {
          case NOUN -> described(spelling, leaf, line, dice);
          case BRAND -> branded(spelling, leaf, dice, 55);
          case TRAP -> spelling;
        };
    if (dice.chance(60)) {
      name += " " + size(line, name, dice);
    }
    if (dice.chance(10)) {
      name = dice.pick(MARKS) + name;
    }
    if (dice.chance(20)) {
      name = name.replace(" ", "");
    }
    return dice.chance(15) ? Dirt.name(name, dice) : name.strip();
  }

  /// With modifiers of the leaf, and a maker.
  private String described(String noun, Leaf leaf, Line line, Dice dice) {
    Generic generic = new Generic(line.categoryId(), List.of(noun));
    Product product = Product.of(lexicon, line, generic, dice);
    if (dice.chance(40) && !leaf.makers().isEmpty()) {
      return dice.pick(leaf.makers()) + " " + product.words();
    }
    return product.name(dice.chance(20), false);
  }

  /// With what the leaf is called, unless the brand says so itself.
  private String branded(String brand, Leaf leaf, Dice dice, int percent) {
    String name = brand;
    if (!leaf.heads().isEmpty() && dice.chance(percent)) {
      String head = dice.pick(leaf.heads());
      name = lexicon.joins(name, head) ? name + " " + head : name;
    }
    List<String> after = dice.pick(leaf.lines()).after();
    if (!after.isEmpty() && dice.chance(25)) {
      String word = dice.pick(after);
      name = lexicon.joins(name, word) ? name + " " + word : name;
    }
    return name;
  }

  /// The line with the generics that have most in common with the word.
  private static Line line(Leaf leaf, String word, Dice dice) {
    int most = leaf.lines().stream().mapToInt(line -> shared(line, word)).max().orElseThrow();
    List<Line> nearest = leaf.lines().stream().filter(line -> shared(line, word) == most).toList();
    return dice.pick(nearest);
  }

  private static int shared(Line line, String word) {
    String said =
        line.generics().stream()
            .flatMap(generic -> generic.spellings().stream())
            .collect(Collectors.joining(" "));
    int shared = 0;
    for (int i = 0; i + 2 <= word.length(); i++) {
      shared += said.contains(word.substring(i, i + 2)) ? 1 : 0;
    }
    return shared;
  }

  private String size(Line line, String name, Dice dice) {
    List<String> sizes = line.sizes().stream().filter(size -> lexicon.fits(name, size)).toList();
    return dice.pick(sizes.isEmpty() ? line.sizes() : sizes);
  }
}
