package dev.totonoe.text;

import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// The files of a compiled system dictionary, under the names that Lucene's `DictionaryBuilder`
/// gives them.
///
/// @param directory where they are
record CompiledFiles(Path directory) {
  /// Entries of words: context, cost, base form, reading.
  static final String WORDS_ENTRIES = "TokenInfoDictionary$buffer.dat";

  /// Which entries each surface has.
  static final String WORDS_MAP = "TokenInfoDictionary$targetMap.dat";

  /// Parts of speech by context.
  static final String WORDS_SPEECH = "TokenInfoDictionary$posDict.dat";

  /// Surfaces, as an automaton.
  static final String WORDS_AUTOMATON = "TokenInfoDictionary$fst.dat";

  static final String UNKNOWN_ENTRIES = "UnknownDictionary$buffer.dat";
  static final String UNKNOWN_MAP = "UnknownDictionary$targetMap.dat";
  static final String UNKNOWN_SPEECH = "UnknownDictionary$posDict.dat";

  /// What it costs that one context follows another.
  static final String COSTS = "ConnectionCosts.dat";

  static final List<String> ALL =
      List.of(
          WORDS_ENTRIES,
          WORDS_MAP,
          WORDS_SPEECH,
          WORDS_AUTOMATON,
          UNKNOWN_ENTRIES,
          UNKNOWN_MAP,
          UNKNOWN_SPEECH,
          COSTS);

  /// A whole file stands in memory while it is checked; UniDic's largest has 60 MB.
  private static final long FILE_BYTES_MAX = 256L << 20;

  Path path(String name) {
    return directory.resolve(name);
  }

  byte[] bytes(String name) {
    Path file = path(name);
    try {
      long bytes = Files.size(file);
      if (bytes > FILE_BYTES_MAX) {
        throw damaged(
            file, "expected at most %,d bytes but found %,d".formatted(FILE_BYTES_MAX, bytes));
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw damaged(file, "it is missing", e);
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": cannot be read: " + e, e);
    }
  }

  static EnvironmentFailure damaged(Path file, String what) {
    return new EnvironmentFailure(message(file, what));
  }

  static EnvironmentFailure damaged(Path file, String what, Throwable cause) {
    return new EnvironmentFailure(message(file, what), cause);
  }

  private static String message(Path file, String what) {
    return "%s: the compiled system dictionary is damaged: %s; compile it again: totonoe pack --system-dictionary"
        .formatted(file, what);
  }
}
