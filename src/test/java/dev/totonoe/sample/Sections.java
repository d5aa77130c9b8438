package dev.totonoe.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a wholesaler calls the sections of a shop: the taxonomy's upper levels, and the source's
/// own words that the dictionary's rules know.
record Sections(Map<String, String> names, Map<String, List<String>> sourceWords) {
  private static final Path DICTIONARY = Path.of("dictionaries/default");

  static Sections read() throws IOException {
    Map<String, String> names = new TreeMap<>();
    for (String row : Files.readAllLines(DICTIONARY.resolve("taxonomy.csv"))) {
      names.put(row.substring(0, row.indexOf(',')), row.substring(row.lastIndexOf(',') + 1));
    }
    Map<String, List<String>> sourceWords = new TreeMap<>();
    for (String row : Files.readAllLines(DICTIONARY.resolve("rules.csv"))) {
      String[] cells = row.split(",", -1);
      if (cells[0].equals("source")) {
        sourceWords.computeIfAbsent(cells[2], id -> new ArrayList<>()).add(cells[1]);
      }
    }
    return new Sections(names, sourceWords);
  }

  /// The section of a leaf in the source's words: its own word, a level of the tree, or nothing.
  String of(String categoryId, Dice dice) {
    if (categoryId.isEmpty()) {
      return dice.pick("その他", "雑貨", "催事", "");
    }
    List<String> words = sourceWords.getOrDefault(categoryId, List.of());
    int kind = dice.below(100);
    if (kind < 35 && !words.isEmpty()) {
      return dice.pick(words);
    } else if (kind < 75) {
      return names.get(categoryId.substring(0, 4));
    } else if (kind < 88) {
      return names.get(categoryId.substring(0, 2));
    }
    return "";
  }
}
