package dev.totonoe.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// More of what shops sell, leaf by leaf: `src/lexicon/words`. Names are learnt from it; the sample
/// knows nothing of it.
///
/// One file a major, tab separated, with a header: `category_id`, `kind`, `words`. Words are
/// separated by `|`, spellings of one word (and products that are sold side by side) by `=`.
record Words(List<Word> all) {
  static final Path FOLDER = Lexicon.FOLDER.resolve("words");

  private static final String HEADER = "category_id\tkind\twords";
  private static final int CELLS = 3;

  enum Kind {
    /// What a product is: 五目チャーハン.
    NOUN,
    /// What only its makers' buyers know: the name of a product, with or without the maker's.
    BRAND,
    /// What sounds like another leaf: シャンプー用バスラック is no shampoo.
    TRAP
  }

  /// @param spellings the usual one first
  /// @param place `file:line`
  record Word(String categoryId, Kind kind, List<String> spellings, String place) {
    Word {
      spellings = List.copyOf(spellings);
    }
  }

  Words {
    all = List.copyOf(all);
  }

  static Words read() throws IOException {
    return read(FOLDER);
  }

  /// @throws IllegalArgumentException naming the line that cannot be read
  static Words read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(file -> file.toString().endsWith(".tsv")).sorted().toList();
    }
    List<Word> words = new ArrayList<>();
    for (Path file : files) {
      addWords(file, words);
    }
    return new Words(words);
  }

  private static void addWords(Path file, List<Word> words) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new IllegalArgumentException(file + ":1: expected the header " + HEADER);
    }
    for (int i = 1; i < lines.size(); i++) {
      String place = file + ":" + (i + 1);
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length != CELLS) {
        throw new IllegalArgumentException(
            "%s: expected %d cells but found %d".formatted(place, CELLS, cells.length));
      }
      Kind kind = kind(cells[1], place);
      for (String word : cells[2].split("[|]", -1)) {
        words.add(new Word(cells[0], kind, List.of(word.split("=", -1)), place));
      }
    }
  }

  private static Kind kind(String word, String place) {
    return Stream.of(Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    place + ": expected the kind noun, brand or trap but found " + word));
  }
}
