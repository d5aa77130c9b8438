package dev.totonoe.normalise;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.Choice;
import dev.totonoe.record.ColumnKind;
import java.nio.file.Path;
import java.util.ArrayList;
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
public record Tables(
    List<Replacement> replacements, List<String> deletable, CodeList brands, CodeLists lists) {

  static final String REPLACEMENTS_FILE = "replacements.csv";
  static final String DELETABLE_FILE = "deletable.csv";
  static final String BRANDS_FILE = "brands.csv";

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
  }

  /// Tables without lists.
  ///
  /// @param brands spelling → canonical spelling
  Tables(List<Replacement> replacements, List<String> deletable, Map<String, String> brands) {
    this(replacements, deletable, CodeList.of(brands), CodeLists.none());
  }

  public static Tables none() {
    return new Tables(List.of(), List.of(), Map.of());
  }

  /// Reads `replacements.csv`, `deletable.csv`, `brands.csv` and every `list-<name>.csv`; a missing
  /// file is an empty table.
  ///
  /// @throws ConfigurationFailure with every bad line at once, as `file:line: what is wrong`
  public static Tables load(Path dictionaryDirectory) {
    List<String> errors = new ArrayList<>();
    Tables tables =
        new Tables(
            replacements(dictionaryDirectory, errors),
            deletable(dictionaryDirectory, errors),
            CodeListFile.read(dictionaryDirectory.resolve(BRANDS_FILE), errors),
            CodeLists.load(dictionaryDirectory, errors));
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

  private static List<String> deletable(Path directory, List<String> errors) {
    List<String> phrases = new ArrayList<>();
    for (TableFile.Row row :
        TableFile.read(directory.resolve(DELETABLE_FILE), List.of("phrase"), errors)) {
      if (row.cell(0).isBlank()) {
        errors.add(row.place() + ": phrase: expected the phrase to delete but found nothing");
      } else {
        phrases.add(row.cell(0));
      }
    }
    return phrases;
  }
}
