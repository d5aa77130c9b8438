package dev.totonoe.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What shops sell, leaf by leaf: `src/lexicon`.
///
/// One file a major, tab separated, with a header: `category_id`, `generic`, `before`, `after`,
/// `size`, `price`. Choices in a cell are separated by `|`; spellings of one generic by `=`. Within
/// a line every generic goes with every other cell, as far as `exclusive.tsv` allows: a name takes
/// at most one word of each of its lines. `makers.tsv` names makers with the categories that they
/// make.
record Lexicon(List<Line> lines, List<Maker> makers, List<List<String>> exclusive) {
  static final Path FOLDER = Path.of("src/lexicon");

  private static final String LINE_HEADER = "category_id\tgeneric\tbefore\tafter\tsize\tprice";
  private static final String MAKER_HEADER = "maker\tcategories\tnot\tspellings\tcompany";

  /// A product's plain noun with its spellings, the usual one first.
  record Generic(String categoryId, List<String> spellings) {
    /// One generic in ten is kept out of the training rows, by a hash that no edit elsewhere moves.
    boolean heldOut() {
      return Math.floorMod((categoryId + spellings.getFirst()).hashCode() * 0x9E3779B9, 10) == 0;
    }
  }

  /// Generics that share their modifiers, sizes and prices (yen without tax).
  record Line(
      String categoryId,
      List<Generic> generics,
      List<String> before,
      List<String> after,
      List<String> sizes,
      int priceLow,
      int priceHigh) {}

  /// @param categories the prefixes of the category ids that this maker makes
  /// @param except prefixes of those of them that it does not
  /// @param companyFirst whether 株式会社 stands before the name
  record Maker(
      String name,
      List<String> categories,
      List<String> except,
      List<String> spellings,
      boolean companyFirst) {
    boolean makes(String categoryId) {
      return categories.stream().anyMatch(categoryId::startsWith)
          && except.stream().noneMatch(categoryId::startsWith);
    }
  }

  static Lexicon read() throws IOException {
    return read(FOLDER);
  }

  static Lexicon read(Path folder) throws IOException {
    List<Line> lines = new ArrayList<>();
    TreeMap<String, Path> majors = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().matches("[0-9]{2}-.*[.]tsv"))
          .forEach(file -> majors.put(file.getFileName().toString(), file));
    }
    for (Path file : majors.values()) {
      for (String[] cells : rows(file, LINE_HEADER)) {
        lines.add(line(cells));
      }
    }
    List<Maker> makers = new ArrayList<>();
    for (String[] cells : rows(folder.resolve("makers.tsv"), MAKER_HEADER)) {
      makers.add(
          new Maker(
              cells[0],
              choices(cells[1]),
              choices(cells[2]),
              choices(cells[3]),
              cells[4].equals("prefix")));
    }
    List<List<String>> exclusive =
        Files.readAllLines(folder.resolve("exclusive.tsv")).stream()
            .map(row -> List.of(row.split("\t")))
            .toList();
    return new Lexicon(List.copyOf(lines), List.copyOf(makers), exclusive);
  }

  /// Every noun, modifier and spelling, once.
  Set<String> terms() {
    Set<String> terms = new LinkedHashSet<>();
    for (Line line : lines) {
      line.generics().forEach(generic -> terms.addAll(generic.spellings()));
      terms.addAll(line.before());
      terms.addAll(line.after());
    }
    return terms;
  }

  /// Whether `word` can join a name that already says `said`: it repeats no two characters of it,
  /// and contradicts nothing in it.
  boolean joins(String said, String word) {
    for (int i = 0; i + 2 <= word.length(); i++) {
      if (said.contains(word.substring(i, i + 2))) {
        return false;
      }
    }
    return exclusive.stream()
        .noneMatch(
            set -> set.stream().anyMatch(word::contains) && set.stream().anyMatch(said::contains));
  }

  private static Line line(String[] cells) {
    String id = cells[0];
    List<Generic> generics =
        choices(cells[1]).stream()
            .map(spellings -> new Generic(id, List.of(spellings.split("="))))
            .toList();
    String[] price = cells[5].split("-");
    return new Line(
        id,
        generics,
        choices(cells[2]),
        choices(cells[3]),
        choices(cells[4]),
        Integer.parseInt(price[0]),
        Integer.parseInt(price[1]));
  }

  private static List<String> choices(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("[|]"));
  }

  private static List<String[]> rows(Path file, String header) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (!lines.getFirst().equals(header)) {
      throw new IllegalArgumentException(file + ":1: expected the header " + header);
    }
    int cells = header.split("\t").length;
    List<String[]> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] row = lines.get(i).split("\t", -1);
      if (row.length != cells) {
        throw new IllegalArgumentException(
            file + ":" + (i + 1) + ": expected " + cells + " cells but found " + row.length);
      }
      rows.add(row);
    }
    return rows;
  }
}
