package dev.totonoe.normalise;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.Choice;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.text.Vocabulary;
import dev.totonoe.text.WordDictionaries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The user's own rules, from a dictionary bundle.
///
/// @param replacements substrings to replace, in the file's order
/// @param deletable phrases to delete from names
/// @param brands spellings of makers and brands
/// @param lists the tables of other words
/// @param compatibility a character → what it is expanded to
/// @param vocabulary the words of the bundle's dictionaries
public record Tables(
    List<Replacement> replacements,
    List<String> deletable,
    CodeList brands,
    CodeLists lists,
    Map<Integer, String> compatibility,
    Vocabulary vocabulary) {

  static final String REPLACEMENTS_FILE = "replacements.csv";

  /// A deletable phrase of fewer letters, beside its numbers, would be found inside other words.
  private static final int LETTERS_MIN = 2;

  static final String DELETABLE_FILE = "deletable.csv";
  static final String BRANDS_FILE = "brands.csv";
  static final String COMPATIBILITY_FILE = "compatibility.csv";

  /// One substring to replace.
  ///
  /// @param kind the columns it applies to; empty: every column of text (name, text, content,
  ///   maker, category)
  public record Replacement(Optional<ColumnKind> kind, String from, String to) {
    public Replacement {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(to);
      if (from.isEmpty()) {
        throw new IllegalArgumentException("a replacement needs something to replace");
      }
    }
  }

  public Tables {
    replacements = List.copyOf(replacements);
    deletable = List.copyOf(deletable);
    Objects.requireNonNull(brands);
    Objects.requireNonNull(lists);
    compatibility = Map.copyOf(compatibility);
    Objects.requireNonNull(vocabulary);
  }

  /// Tables without lists and compatibility characters, with the system dictionary's words.
  ///
  /// @param brands spelling → canonical spelling
  Tables(List<Replacement> replacements, List<String> deletable, Map<String, String> brands) {
    this(
        replacements,
        deletable,
        CodeList.of(brands),
        CodeLists.none(),
        Map.of(),
        Vocabulary.standard());
  }

  public static Tables none() {
    return new Tables(List.of(), List.of(), Map.of());
  }

  /// As [#load(Path, WordDictionaries)], with the dictionaries of the same directory.
  public static Tables load(Path dictionaryDirectory) {
    return load(dictionaryDirectory, WordDictionaries.open(dictionaryDirectory));
  }

  /// Reads `replacements.csv`, `deletable.csv`, `brands.csv`, `compatibility.csv` and every
  /// `list-<name>.csv`; a missing file is an empty table.
  ///
  /// @param words the dictionaries that tell nouns and readings
  /// @throws ConfigurationFailure with every bad line at once, as `file:line: what is wrong`
  public static Tables load(Path dictionaryDirectory, WordDictionaries words) {
    List<String> errors = new ArrayList<>();
    Tables tables =
        new Tables(
            replacements(dictionaryDirectory, errors),
            deletable(dictionaryDirectory, errors),
            CodeListFile.read(dictionaryDirectory.resolve(BRANDS_FILE), errors),
            CodeLists.load(dictionaryDirectory, words, errors),
            compatibility(dictionaryDirectory, errors),
            words.vocabulary());
    if (!errors.isEmpty()) {
      throw new ConfigurationFailure(String.join("\n", errors));
    }
    return tables;
  }

  /// What in the tables may be meant otherwise, as `file:line: what`. Opens Kuromoji's dictionary.
  ///
  /// @param dictionaryDirectory where the tables come from
  public List<String> warnings(Path dictionaryDirectory) {
    return lists.warnings(dictionaryDirectory, brands);
  }

  private static List<Replacement> replacements(Path directory, List<String> errors) {
    List<Replacement> replacements = new ArrayList<>();
    for (TableFile.Row row :
        TableFile.read(
            directory.resolve(REPLACEMENTS_FILE), List.of("kind", "from", "to"), errors)) {
      String word = row.cell(0);
      Optional<ColumnKind> kind =
          ColumnKind.ofWord(word).filter(Choice.REPLACEMENT.kinds()::contains);
      if (kind.isEmpty() && !word.equals("*")) {
        errors.add(
            row.place()
                + ": kind: expected name, maker, content, text, category or * but found \""
                + word
                + "\"");
      } else if (row.cell(1).isEmpty()) {
        errors.add(row.place() + ": from: expected the text to replace but found nothing");
      } else {
        replacements.add(new Replacement(kind, row.cell(1), row.cell(2)));
      }
    }
    return replacements;
  }

  /// Whether a character of a phrase makes it one: not the sign for any number, no space.
  private static boolean tells(int c) {
    return c != DeletableNormaliser.NUMBER && c != ' ';
  }

  private static List<String> deletable(Path directory, List<String> errors) {
    List<String> phrases = new ArrayList<>();
    for (TableFile.Row row :
        TableFile.read(directory.resolve(DELETABLE_FILE), List.of("phrase"), errors)) {
      if (row.cell(0).isBlank()) {
        errors.add(row.place() + ": phrase: expected the phrase to delete but found nothing");
      } else if (Words.phrase(row.cell(0)).chars().filter(Tables::tells).count() < LETTERS_MIN) {
        errors.add(
            "%s: phrase: \"%s\" is too short: it would be deleted from inside other words"
                .formatted(row.place(), row.cell(0)));
      } else {
        phrases.add(row.cell(0));
      }
    }
    return phrases;
  }

  private static Map<Integer, String> compatibility(Path directory, List<String> errors) {
    Map<Integer, String> expansions = new LinkedHashMap<>();
    List<TableFile.Row> rows =
        TableFile.read(directory.resolve(COMPATIBILITY_FILE), List.of("from", "to"), errors);
    for (TableFile.Row row : rows) {
      String from = row.cell(0);
      if (from.isEmpty() || from.codePointCount(0, from.length()) != 1) {
        errors.add(row.place() + ": from: expected one character but found \"" + from + "\"");
      } else if (expansions.putIfAbsent(from.codePointAt(0), row.cell(1)) != null) {
        errors.add(row.place() + ": " + from + " is expanded already above; keep one");
      }
    }
    for (TableFile.Row row : rows) {
      row.cell(1)
          .codePoints()
          .filter(expansions::containsKey)
          .forEach(
              again ->
                  errors.add(
                      "%s: to: \"%s\" has %s, which is expanded itself"
                          .formatted(row.place(), row.cell(1), Character.toString(again))));
    }
    return expansions;
  }
}
