import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Generates labelled names of 3,000 categories on three levels, `name,category_path`, the same for
/// the same seed. A name has one or two of its category's eight words, at times one of its
/// parent's, words that any category has, and a size; one row of twenty is labelled wrong.
///
/// ```
/// java src/bench/ManyClasses.java ROWS SEED OUT.csv
/// ```
final class ManyClasses {
  private static final String KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
  private static final int CATEGORIES = 3_000;
  private static final long WORDS_SEED = 7;

  private ManyClasses() {}

  public static void main(String[] arguments) throws IOException {
    int rows = Integer.parseInt(arguments[0]);
    SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[1]));
    SplittableRandom words = new SplittableRandom(WORDS_SEED);
    List<List<String>> own = new ArrayList<>();
    List<List<String>> parents = new ArrayList<>();
    for (int category = 0; category < CATEGORIES; category++) {
      own.add(words(8, words));
      if (category % 10 == 0) {
        parents.add(words(4, words));
      }
    }
    List<String> common = words(500, words);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[2])))) {
      out.println("name,category_path");
      for (int row = 0; row < rows; row++) {
        int category = random.nextInt(CATEGORIES);
        StringBuilder name = new StringBuilder(pick(common, random));
        if (random.nextInt(3) == 0) {
          name.append(' ').append(pick(parents.get(category / 10), random));
        }
        for (int i = random.nextInt(2); i >= 0; i--) {
          name.append(' ').append(pick(own.get(category), random));
        }
        name.append(' ').append(pick(common, random));
        name.append(' ').append(1 + random.nextInt(20) * 50).append("g");
        int labelled = random.nextInt(20) == 0 ? random.nextInt(CATEGORIES) : category;
        out.printf("%s,大%d > 中%d > 小%d%n", name, labelled / 100, labelled / 10, labelled);
      }
    }
  }

  private static List<String> words(int count, SplittableRandom random) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder word = new StringBuilder();
      for (int length = 3 + random.nextInt(3); length > 0; length--) {
        word.append(KANA.charAt(random.nextInt(KANA.length())));
      }
      words.add(word.toString());
    }
    return words;
  }

  private static String pick(List<String> words, SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }
}
