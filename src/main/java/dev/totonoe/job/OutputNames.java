package dev.totonoe.job;

import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.InputFailure;
import java.util.List;

/// The names that stand in every output: headings and the names of the input files. Unlike a cell
/// they cannot be rejected with a record, so they are checked before the first one.
final class OutputNames {
  private OutputNames() {}

  /// @param inputs the input files as outputs name them
  /// @throws ConfigurationFailure when the output's encoding lacks a character of a heading
  /// @throws InputFailure when it lacks one of a file's name
  static void check(List<String> header, List<String> inputs, OutputFormat format) {
    for (String heading : header) {
      if (!format.canEncode(heading)) {
        throw new ConfigurationFailure(
            ("heading \"%s\": expected characters that %s has; give the column another name in dataset.yaml"
                    + " (columns: name, from), or write the output as utf-8")
                .formatted(heading, format.encoding().word()));
      }
    }
    for (String input : inputs) {
      if (!format.canEncode(input)) {
        throw new InputFailure(
            "%s: expected a file name with characters that %s has; rename the file, or write the output as utf-8"
                .formatted(input, format.encoding().word()));
      }
    }
  }
}
