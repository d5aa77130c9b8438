package dev.totonoe.normalise;

import dev.totonoe.normalise.CodeList.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a table of spellings and says everything that is wrong with it, each error with both
/// lines.
final class CodeListFile {
  static final List<String> HEADER = List.of("spelling", "canonical");

  private final Path file;
  private final List<String> errors;
  private final List<Entry> entries = new ArrayList<>();

  private CodeListFile(Path file, List<String> errors) {
    this.file = file;
    this.errors = errors;
  }

  /// The table; empty where the file is missing.
  static CodeList read(Path file, List<String> errors) {
    return new CodeListFile(file, errors).read();
  }

  private CodeList read() {
    for (TableFile.Row row : TableFile.read(file, HEADER, errors)) {
      if (row.cell(0).isBlank() || row.cell(1).isBlank()) {
        errors.add(
            "%s: expected a spelling and its canonical form but found \"%s\", \"%s\""
                .formatted(row.place(), row.cell(0), row.cell(1)));
      } else {
        entries.add(new Entry(row.cell(0), row.cell(1), row.line()));
      }
    }
    checkMeanings();
    checkCanonicals();
    return new CodeList(entries);
  }

  /// A spelling has one meaning, and what a line writes no other line writes differently.
  private void checkMeanings() {
    Map<String, Entry> firstOfKey = new HashMap<>();
    Set<String> canonicalKeys =
        entries.stream().map(e -> SpellingKey.of(e.canonical())).collect(Collectors.toSet());
    for (Entry entry : entries) {
      Entry itself = new Entry(entry.canonical(), entry.canonical(), entry.line());
      for (Entry said : List.of(entry, itself)) {
        String key = SpellingKey.of(said.spelling());
        Entry first = firstOfKey.putIfAbsent(key, said);
        if (first != null && !first.canonical().equals(said.canonical())) {
          String circle =
              canonicalKeys.contains(key) ? "; a canonical form stands for itself only" : "";
          errors.add(
              "%s:%d: \"%s\" stands for \"%s\" here and for \"%s\" on line %d; keep one%s"
                  .formatted(
                      file,
                      said.line(),
                      said.spelling(),
                      said.canonical(),
                      first.canonical(),
                      first.line(),
                      circle));
        }
      }
    }
  }

  /// A canonical form that the text's own rules rewrite would never come to rest.
  private void checkCanonicals() {
    Map<String, Entry> seen = new HashMap<>();
    for (Entry entry : entries) {
      String unified = Chain.NAME.unify(entry.canonical());
      if (seen.putIfAbsent(entry.canonical(), entry) == null
          && !unified.equals(entry.canonical())) {
        errors.add(
            "%s:%d: canonical: every cell is unified as text, which makes \"%s\" of \"%s\"; write that"
                .formatted(file, entry.line(), unified, entry.canonical()));
      }
    }
  }

  /// Lines that say what another line says in the same characters; harmless, and often a slip.
  static List<String> duplicates(Path file, CodeList list) {
    Map<String, Entry> first = new HashMap<>();
    List<String> duplicates = new ArrayList<>();
    for (Entry entry : list.entries()) {
      Entry earlier = first.putIfAbsent(entry.spelling(), entry);
      if (earlier != null) {
        duplicates.add(
            "%s:%d: \"%s\" is already on line %d"
                .formatted(file, entry.line(), entry.spelling(), earlier.line()));
      }
    }
    return duplicates;
  }
}
