package dev.totonoe.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Generated pages of one directory. With `-Ddocs.write=true` they are written; without it a page
/// that is missing, different or left over fails the test.
public final class Pages {
  private static final Path DOCS = Path.of("docs");
  private static final String COMMAND = "./mvnw test -Dtest='*PagesTest' -Ddocs.write=true";

  /// The first line of every generated page; pages without it are somebody's own.
  private static final String MARK =
      "<!-- Generated from the sources; to write it again: %s -->\n\n".formatted(COMMAND);

  private Pages() {}

  /// @param directory below `docs/`; empty: `docs/` itself
  /// @param pages all generated pages of the directory by file name
  public static void check(String directory, Map<String, String> pages) throws IOException {
    Path target = DOCS.resolve(directory);
    boolean write = Boolean.getBoolean("docs.write");
    TreeSet<String> wrong = new TreeSet<>();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Path file = target.resolve(page.getKey());
      String text = MARK + page.getValue();
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        if (write) {
          Files.createDirectories(target);
          Files.writeString(file, text);
        } else {
          wrong.add(file.toString());
        }
      }
    }
    for (Path file : generated(target)) {
      if (!pages.containsKey(file.getFileName().toString())) {
        if (write) {
          Files.delete(file);
        } else {
          wrong.add(file.toString());
        }
      }
    }
    assertThat(wrong).as("pages that differ from the sources; run: %s", COMMAND).isEmpty();
  }

  private static List<Path> generated(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(Pages::isMarked)
          .sorted()
          .toList();
    }
  }

  private static boolean isMarked(Path file) {
    try {
      return Files.readString(file).startsWith(MARK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
