package dev.totonoe.profile;

import dev.totonoe.failure.ConfigurationFailure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is wrong with one file, so that all of it is told at once, in the file's order.
final class Problems {
  /// More would not be read.
  private static final int SHOWN_MAX = 50;

  private record Problem(int line, int column, String sentence) {}

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(YamlNode where, String sentence) {
    problems.add(new Problem(where.line(), where.column(), sentence));
  }

  /// @throws ConfigurationFailure with one line for each problem, if there is any
  void throwIfAny() {
    if (problems.isEmpty()) {
      return;
    }
    List<String> lines =
        new ArrayList<>(
            problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .limit(SHOWN_MAX)
                .map(problem -> at(file, problem.line, problem.column, problem.sentence))
                .toList());
    if (problems.size() > SHOWN_MAX) {
      lines.add("%s: and %d more".formatted(file, problems.size() - SHOWN_MAX));
    }
    throw new ConfigurationFailure(String.join("\n", lines));
  }

  static String at(String file, int line, int column, String sentence) {
    return "%s:%d:%d: %s".formatted(file, line, column, sentence);
  }
}
