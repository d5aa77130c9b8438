package dev.totonoe.sample;

import dev.totonoe.categorise.Categoriser;
import dev.totonoe.sample.Lexicon.Generic;
import dev.totonoe.sample.Lexicon.Line;
import dev.totonoe.sample.Words.Word;
import dev.totonoe.text.Folding;
import dev.totonoe.text.TextAnalysis;
import dev.totonoe.text.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Expands the lexicon and the words beside it into labelled names: `name,category_id,noun`. Names
/// of one noun belong together: a model that is measured on some of them must not have learnt from
/// the others. One generic of the lexicon in ten is kept out of the training rows; `--heldout`
/// writes the names of those instead, for an honest score.
///
/// ```
/// java -cp target/totonoe.jar:target/lib/'*' src/test/java/dev/totonoe/sample/LabelledNames.java \
///   [--heldout] OUT.csv
/// ```
final class LabelledNames {
  private static final Path DICTIONARY = Path.of("dictionaries/default");
  private static final long SEED = 20260401L;

  /// Composed names for each generic, beside its spellings as they stand.
  private static final int COMPOSED = 1;

  private final Lexicon lexicon;
  private final Words words;
  private final WordNames wordNames;
  private final StringBuilder rows = new StringBuilder("name,category_id,noun\n");

  private LabelledNames(Lexicon lexicon, Words words) {
    this.lexicon = lexicon;
    this.words = words;
    this.wordNames = new WordNames(lexicon, words, reading(Categoriser.analysis(DICTIONARY)));
  }

  public static void main(String[] arguments) throws IOException {
    boolean heldOut = arguments.length == 2 && arguments[0].equals("--heldout");
    if (arguments.length != (heldOut ? 2 : 1)) {
      throw new IllegalArgumentException("expected: [--heldout] OUT.csv");
    }
    Lexicon lexicon = Lexicon.read();
    String text = heldOut ? heldOut(lexicon) : training(lexicon, Words.read());
    Files.writeString(Path.of(arguments[arguments.length - 1]), text);
  }

  static String training(Lexicon lexicon, Words words) {
    LabelledNames names = new LabelledNames(lexicon, words);
    names.addGenerics();
    names.addWords();
    return names.rows.toString();
  }

  static String heldOut(Lexicon lexicon) {
    LabelledNames names = new LabelledNames(lexicon, new Words(List.of()));
    for (Line line : lexicon.lines()) {
      for (Generic generic : line.generics()) {
        if (generic.heldOut()) {
          names.add(names.names(line, generic, dice(generic)), generic);
        }
      }
    }
    return names.rows.toString();
  }

  private void addGenerics() {
    for (Line line : lexicon.lines()) {
      for (Generic generic : line.generics()) {
        if (!generic.heldOut()) {
          Dice dice = dice(generic);
          List<String> names = names(line, generic, dice);
          names.add(wordNames.registered(line, generic, dice));
          add(names, generic);
        }
      }
    }
  }

  private void addWords() {
    for (Word word : words.all()) {
      Generic noun = new Generic(word.categoryId(), word.spellings());
      add(wordNames.names(word, dice(noun)), noun);
    }
  }

  private void add(List<String> names, Generic noun) {
    for (String name : names.stream().distinct().toList()) {
      rows.append(Csv.row(List.of(name, noun.categoryId(), noun.spellings().getFirst())));
      rows.append('\n');
    }
  }

  private static Dice dice(Generic noun) {
    return new Dice(SEED + (noun.categoryId() + noun.spellings().getFirst()).hashCode());
  }

  private List<String> names(Line line, Generic generic, Dice dice) {
    List<String> names = new ArrayList<>(generic.spellings());
    for (int i = 0; i < COMPOSED; i++) {
      Product product = Product.of(lexicon, line, generic, dice);
      String name = product.name(dice.chance(40), dice.chance(60));
      names.add(dice.chance(20) ? Dirt.name(name, dice) : name);
    }
    return names;
  }

  private static UnaryOperator<String> reading(TextAnalysis analysis) {
    return text ->
        analysis.tokens(Folding.plain(text)).stream()
            .map(Token::reading)
            .collect(Collectors.joining());
  }
}
