package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What names say about contents: the agreed reading, and the cases found since.
final class ContentReadingTest {
  @TestFactory
  Stream<DynamicTest> readsTheAgreedCases() throws IOException {
    return cases(SharedData.find("cases/content.tsv"));
  }

  @TestFactory
  Stream<DynamicTest> readsOurOwnCases() throws IOException {
    return cases(Path.of("src/test/resources/normalise/content.tsv"));
  }

  /// Columns: input, amount, unit, count, count unit, total, status; `\N` is nothing.
  private static Stream<DynamicTest> cases(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.stream()
        .filter(line -> !line.startsWith("#") && !line.startsWith("input\t") && !line.isBlank())
        .map(
            line -> {
              int tab = line.indexOf('\t');
              String input = line.substring(0, tab);
              return DynamicTest.dynamicTest(
                  input,
                  () ->
                      assertThat(told(ContentReading.of(input)))
                          .isEqualTo(line.substring(tab + 1)));
            });
  }

  private static String told(ContentReading reading) {
    return Stream.of(
            reading.amount().map(PriceReading::plain).orElse(""),
            reading.base().unit(),
            reading.count().map(PriceReading::plain).orElse(""),
            reading.countUnit(),
            reading.total().map(PriceReading::plain).orElse(""),
            reading.status().word())
        .map(word -> word.isEmpty() ? "\\N" : word)
        .collect(Collectors.joining("\t"));
  }
}
