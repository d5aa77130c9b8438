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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What names say about contents: the agreed reading, the cases found since, and goods of every
/// kind. Each table prints how many of its rows are read right, how many got a number that the
/// label does not give (precision) and how many got none (recall).
final class ContentReadingTest {
  private static final Path TABLES = Path.of("src/test/resources/normalise");

  /// A row of a table and what we read.
  private record Case(String input, String expected, String actual) {
    boolean isExact() {
      return expected.endsWith("exact");
    }

    boolean readsExact() {
      return actual.endsWith("exact");
    }

    boolean isRight() {
      return actual.equals(expected);
    }
  }

  @TestFactory
  Stream<DynamicTest> readsTheAgreedCases() throws IOException {
    return cases(SharedData.find("cases/content.tsv"));
  }

  @TestFactory
  Stream<DynamicTest> readsOurOwnCases() throws IOException {
    return cases(TABLES.resolve("content.tsv"));
  }

  @TestFactory
  Stream<DynamicTest> readsGoodsOfEveryKind() throws IOException {
    return cases(TABLES.resolve("content_goods.tsv"));
  }

  /// Columns: input, amount, unit, count, count unit, total, status; `\N` is nothing.
  private static Stream<DynamicTest> cases(Path file) throws IOException {
    List<Case> cases =
        Files.readAllLines(file).stream()
            .filter(line -> !line.startsWith("#") && !line.startsWith("input\t") && !line.isBlank())
            .map(ContentReadingTest::read)
            .toList();
    long exact = cases.stream().filter(Case::isExact).count();
    long readExact = cases.stream().filter(Case::readsExact).count();
    long both = cases.stream().filter(row -> row.readsExact() && row.isRight()).count();
    System.out.printf(
        "%-20s %4d rows, %4d exact: precision %d/%d, recall %d/%d, status right %d/%d%n",
        file.getFileName(),
        cases.size(),
        exact,
        both,
        readExact,
        both,
        exact,
        cases.stream().filter(Case::isRight).count(),
        cases.size());
    return cases.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.input(), () -> assertThat(row.actual()).isEqualTo(row.expected())));
  }

  private static Case read(String line) {
    int tab = line.indexOf('\t');
    String input = line.substring(0, tab);
    return new Case(input, line.substring(tab + 1), told(ContentReading.of(input)));
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

  /// A price in a name is no content, and changes nothing in the content beside it.
  @ParameterizedTest
  @CsvSource({
    "チョコ 15g 286円, チョコ 15g",
    "【298円】お茶 500ml, お茶 500ml",
    "お茶 500ml×24本 ￥2880, お茶 500ml×24本",
    "お茶500ml298円, お茶500ml",
    "チョコ 286円, チョコ",
    "お茶 税込1080円, お茶",
    "2千円福袋, 福袋",
    "うまい棒 10円, うまい棒",
    "皿 5枚 100円, 皿 5枚",
    "水 2L 98円(税抜), 水 2L",
    "$12.50 Chocolate 100g, Chocolate 100g"
  })
  void leavesTheContentAsItIsWithoutThePrice(String name, String without) {
    assertThat(ContentReading.of(name)).isEqualTo(ContentReading.of(without));
  }
}
