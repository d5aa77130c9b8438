package dev.totonoe.normalise;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A table of the dictionary bundle that says which spellings mean which word.
///
/// @param entries in the file's order; [CodeListFile] sees to it that no spelling means two words
record CodeList(List<Entry> entries) {
  static final CodeList EMPTY = new CodeList(List.of());

  /// One line.
  ///
  /// @param line of the file, from 1
  record Entry(String spelling, String canonical, long line) {
    Entry {
      Objects.requireNonNull(spelling);
      Objects.requireNonNull(canonical);
    }
  }

  CodeList {
    entries = List.copyOf(entries);
  }

  /// @param canonicals spelling → canonical word
  static CodeList of(Map<String, String> canonicals) {
    return new CodeList(
        canonicals.entrySet().stream()
            .map(entry -> new Entry(entry.getKey(), entry.getValue(), 0))
            .toList());
  }

  /// The table's spellings as they are written → canonical word. A canonical word stands for
  /// itself.
  Map<String, String> exact() {
    Map<String, String> exact = new LinkedHashMap<>();
    for (Entry entry : entries) {
      exact.put(entry.spelling, entry.canonical);
      exact.put(entry.canonical, entry.canonical);
    }
    return exact;
  }

  /// What [SpellingKey] makes of the spellings → canonical word.
  Map<String, String> byKey() {
    Map<String, String> byKey = new LinkedHashMap<>();
    for (Entry entry : entries) {
      byKey.put(SpellingKey.of(entry.spelling), entry.canonical);
      byKey.put(SpellingKey.of(entry.canonical), entry.canonical);
    }
    return byKey;
  }

  /// The words that spellings stand for.
  Set<String> canonicals() {
    return entries.stream().map(Entry::canonical).collect(Collectors.toSet());
  }

  /// All that is written in the table, each once.
  List<Entry> words() {
    Set<String> seen = new HashSet<>();
    return entries.stream()
        .flatMap(
            entry ->
                List.of(entry, new Entry(entry.canonical, entry.canonical, entry.line)).stream())
        .filter(entry -> seen.add(entry.spelling))
        .toList();
  }
}
