package dev.totonoe.text;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.util.CSVUtil;
import org.jspecify.annotations.Nullable;

/// Reads a Kuromoji user dictionary. Lucene stops at the first bad entry and does not say where it
/// stands, so every line is checked here first.
final class UserDictionaryFile {
  private static final int COLUMNS = 4;

  private UserDictionaryFile() {}

  static @Nullable UserDictionary read(Path file) {
    List<String> lines = lines(file);
    List<String> errors = new ArrayList<>();
    Map<String, Integer> firstLineOf = new HashMap<>();
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = Folding.plain(lines.get(i));
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String at = file + ":" + (i + 1) + ": ";
      String[] cells = CSVUtil.parse(line);
      if (cells.length != COLUMNS) {
        errors.add(at + "expected surface,segmentation,readings,partOfSpeech but found: " + line);
        continue;
      }
      check(cells).forEach(error -> errors.add(at + error));
      Integer first = firstLineOf.putIfAbsent(cells[0], i + 1);
      if (first != null) {
        errors.add(at + "'" + cells[0] + "' is already on line " + first);
      }
      entries.append(line).append('\n');
    }
    if (!errors.isEmpty()) {
      throw new ConfigurationFailure(
          "the user dictionary has errors:\n" + String.join("\n", errors));
    }
    return entries.isEmpty() ? null : open(file, entries.toString());
  }

  private static List<String> check(String[] cells) {
    List<String> errors = new ArrayList<>();
    String[] segments = cells[1].split(" ");
    String[] readings = cells[2].split(" ");
    if (cells[0].isEmpty()) {
      errors.add("the surface is empty");
    }
    if (!String.join("", segments).equals(cells[0].replace(" ", ""))) {
      errors.add("the segmentation '" + cells[1] + "' does not spell '" + cells[0] + "'");
    }
    if (segments.length != readings.length) {
      errors.add(
          "%d segments but %d readings: '%s', '%s'"
              .formatted(segments.length, readings.length, cells[1], cells[2]));
    }
    return errors;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": the user dictionary cannot be read: " + e, e);
    }
  }

  private static @Nullable UserDictionary open(Path file, String entries) {
    try {
      return UserDictionary.open(new StringReader(entries));
    } catch (IOException | RuntimeException e) {
      throw new ConfigurationFailure(
          file + ": Kuromoji refuses the user dictionary: " + e.getMessage(), e);
    }
  }
}
