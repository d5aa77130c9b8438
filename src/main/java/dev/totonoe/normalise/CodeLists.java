package dev.totonoe.normalise;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.record.Choice;
import dev.totonoe.record.Column;
import dev.totonoe.text.WordDictionaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The tables `list-<name>.csv` of a dictionary bundle, and its dictionaries, by which their words
/// are read.
///
/// @param byName the tables by the names that profiles use, such as `colour`
/// @param readings how words are read with the bundle's dictionaries
record CodeLists(Map<String, CodeList> byName, Readings readings) {
  private static final CodeLists NONE =
      new CodeLists(Map.of(), new Readings(WordDictionaries.standard().analysis()));

  private static final Pattern FILE = Pattern.compile("list-([a-z][a-z0-9_-]{0,39})\\.csv");

  CodeLists {
    byName = Map.copyOf(byName);
    Objects.requireNonNull(readings);
  }

  static CodeLists none() {
    return NONE;
  }

  static CodeLists load(Path directory, WordDictionaries words, List<String> errors) {
    Map<String, CodeList> byName = new TreeMap<>();
    for (Path file : files(directory)) {
      Matcher name = FILE.matcher(file.getFileName().toString());
      if (name.matches()) {
        byName.put(name.group(1), CodeListFile.read(file, errors));
      } else {
        errors.add(
            "%s: expected list-<name>.csv with a name of a-z, 0-9, _ and -; rename it"
                .formatted(file));
      }
    }
    return new CodeLists(byName, new Readings(words.analysis()));
  }

  /// In one order on every machine.
  private static List<Path> files(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("list-"))
          .filter(file -> file.getFileName().toString().endsWith(".csv"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "%s: cannot be listed: %s".formatted(directory, IoReason.of(e)), e);
    }
  }

  static String fileName(String name) {
    return "list-" + name + ".csv";
  }

  /// The table of a column. A bundle need not have the default tables, no more than any other: a
  /// column whose table is missing is unified as text.
  Optional<CodeList> of(Column column) {
    return Choice.of(column.kind()).contains(Choice.CODE_LIST)
        ? Optional.ofNullable(byName.get(column.choices().of(Choice.CODE_LIST)))
        : Optional.empty();
  }

  /// A table that the profile names must be there.
  ///
  /// @throws ConfigurationFailure with a line for each column whose table the bundle lacks
  void check(List<Column> columns) {
    List<String> errors =
        columns.stream()
            .filter(column -> column.choices().chosen().containsKey(Choice.CODE_LIST))
            .filter(column -> !column.choices().of(Choice.CODE_LIST).equals("off"))
            .filter(column -> of(column).isEmpty())
            .map(this::missing)
            .toList();
    if (!errors.isEmpty()) {
      throw new ConfigurationFailure(String.join("\n", errors));
    }
  }

  private String missing(Column column) {
    String name = column.choices().of(Choice.CODE_LIST);
    return "column %s: the dictionary bundle has no %s, which its choice list: %s names; add the file with the header spelling,canonical and pack the bundle, or name one that is there (%s)"
        .formatted(
            column.name(),
            fileName(name),
            name,
            byName.isEmpty() ? "none is" : String.join(", ", new TreeMap<>(byName).keySet()));
  }

  /// What the tables say that may be meant otherwise; a person should look, and a run can go on.
  List<String> warnings(Path directory, CodeList brands) {
    Map<String, CodeList> byFile = new TreeMap<>();
    byFile.put(Tables.BRANDS_FILE, brands);
    byName.forEach((name, list) -> byFile.put(fileName(name), list));
    return byFile.entrySet().stream()
        .flatMap(
            entry -> {
              Path file = directory.resolve(entry.getKey());
              return Stream.concat(
                  CodeListFile.duplicates(file, entry.getValue()).stream(),
                  new ReadingIndex(entry.getValue(), readings)
                      .conflicts().stream().map(conflict -> warning(file, conflict)));
            })
        .toList();
  }

  private static String warning(Path file, ReadingIndex.Conflict conflict) {
    return "%s:%d: \"%s\" and \"%s\" on line %d are both read %s; that reading is not looked up, a line with it can say which is meant"
        .formatted(
            file,
            conflict.second().line(),
            conflict.second().spelling(),
            conflict.first().spelling(),
            conflict.first().line(),
            conflict.reading());
  }
}
