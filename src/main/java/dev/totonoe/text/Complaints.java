package dev.totonoe.text;

import dev.totonoe.failure.ConfigurationFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with files that people write: all of it at once, up to a number.
final class Complaints {
  /// More errors than this are one error, made often.
  static final int SHOWN_MAX = 20;

  /// A line that is quoted may have lost its end.
  private static final int ERROR_CHARS_MAX = 400;

  private final String heading;
  private final List<String> shown = new ArrayList<>();
  private long count;

  /// @param heading the first line of the message
  Complaints(String heading) {
    this.heading = heading;
  }

  /// A line of a file, which something is said of.
  interface Place {
    void say(String error);
  }

  /// @param line from 1
  Place at(Path file, int line) {
    return error -> add("%s:%d: %s".formatted(file, line, error));
  }

  void add(String error) {
    count++;
    if (shown.size() < SHOWN_MAX) {
      shown.add(
          error.length() > ERROR_CHARS_MAX ? error.substring(0, ERROR_CHARS_MAX) + " …" : error);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  /// @throws ConfigurationFailure when there is anything to say
  void refuse() {
    if (count > 0) {
      String rest = count > SHOWN_MAX ? "\nand %,d more".formatted(count - SHOWN_MAX) : "";
      throw new ConfigurationFailure(heading + "\n" + String.join("\n", shown) + rest);
    }
  }
}
