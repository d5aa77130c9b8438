package dev.totonoe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source file is formatted as google-java-format does it. `-Dformat.write=true` writes the
/// formatted text back instead of failing: `./mvnw test -Dtest=FormatTest -Dformat.write=true`.
final class FormatTest {
  private static final Path SOURCES = Path.of("src");

  @Test
  void everySourceIsFormatted() throws Exception {
    boolean write = Boolean.getBoolean("format.write");
    List<Path> unformatted = new ArrayList<>();
    for (Path file : javaFiles()) {
      String source = Files.readString(file);
      String formatted = format(source);
      if (!formatted.equals(source)) {
        if (write) {
          Files.writeString(file, formatted);
        } else {
          unformatted.add(file);
        }
      }
    }
    assertThat(unformatted).as("run: ./mvnw test -Dtest=FormatTest -Dformat.write=true").isEmpty();
  }

  private static String format(String source) throws Exception {
    String imports =
        ImportOrderer.reorderImports(
            RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.GOOGLE);
    return new Formatter(JavaFormatterOptions.defaultOptions()).formatSource(imports);
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
