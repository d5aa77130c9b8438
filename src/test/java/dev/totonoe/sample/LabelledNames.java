package dev.totonoe.sample;

import dev.totonoe.sample.Lexicon.Generic;
import dev.totonoe.sample.Lexicon.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Expands the lexicon into labelled names: `name,category_id,noun`. Names of one noun belong
/// together: a model that is measured on some of them must not have learnt from the others. One
/// generic in ten is kept out of the training rows; `--heldout` writes the names of those instead,
/// for an honest score.
///
/// ```
/// java src/test/java/dev/totonoe/sample/LabelledNames.java [--heldout] OUT.csv
/// ```
final class LabelledNames {
  private static final long SEED = 20260401L;

  /// Composed names for each generic, beside its spellings as they stand.
  private static final int COMPOSED = 1;

  private LabelledNames() {}

  public static void main(String[] arguments) throws IOException {
    boolean heldOut = arguments.length == 2 && arguments[0].equals("--heldout");
    if (arguments.length != (heldOut ? 2 : 1)) {
      throw new IllegalArgumentException("expected: [--heldout] OUT.csv");
    }
    String text = csv(Lexicon.read(), heldOut);
    Files.writeString(Path.of(arguments[arguments.length - 1]), text);
  }

  static String csv(Lexicon lexicon, boolean heldOut) {
    StringBuilder out = new StringBuilder("name,category_id,noun\n");
    for (Line line : lexicon.lines()) {
      for (Generic generic : line.generics()) {
        if (generic.heldOut() == heldOut) {
          for (String name : names(lexicon, line, generic)) {
            out.append(Csv.cell(name))
                .append(',')
                .append(line.categoryId())
                .append(',')
                .append(Csv.cell(generic.spellings().getFirst()))
                .append('\n');
          }
        }
      }
    }
    return out.toString();
  }

  private static List<String> names(Lexicon lexicon, Line line, Generic generic) {
    Dice dice = new Dice(SEED + (line.categoryId() + generic.spellings().getFirst()).hashCode());
    List<String> names = new ArrayList<>(generic.spellings());
    for (int i = 0; i < COMPOSED; i++) {
      Product product = Product.of(lexicon, line, generic, dice);
      String name = product.name(dice.chance(40), dice.chance(60));
      names.add(dice.chance(20) ? Dirt.name(name, dice) : name);
    }
    return names;
  }
}
