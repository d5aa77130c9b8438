package dev.totonoe;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Finds the programs that tests start and Maven does not bring. A test whose program is absent is
/// skipped, with a message; with `-Dtools.required=true`, which the profile `image` sets, it fails.
public final class Tools {
  private static final String REQUIRED = "tools.required";

  /// Where Debian keeps an administrator's programs, beside what is on everybody's path.
  private static final List<String> SBIN = List.of("/usr/sbin", "/sbin");

  private Tools() {}

  /// @param program its name, such as `promtool`
  /// @return the file to start
  public static Path require(String program) {
    return find(program).orElseGet(() -> absent(program));
  }

  private static Optional<Path> find(String program) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Pattern.compile(File.pathSeparator).splitAsStream(path), SBIN.stream())
        .filter(directory -> !directory.isEmpty())
        .map(directory -> Path.of(directory, program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  private static Path absent(String program) {
    String message = program + " is not installed: run `src/tools test`, as root on Debian";
    if (Boolean.getBoolean(REQUIRED)) {
      throw new AssertionError(message);
    }
    return Assumptions.abort(message);
  }
}
