package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.normalise.CaseTable.Judged;
import dev.totonoe.normalise.CaseTable.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The test tables of other projects in `../shared/data/cases`, each against what we read. Prints
/// for each table how many rows passed, differ by policy (with the reason, `-Dcases.reasons=true`),
/// lie outside our task, or failed; a row that differs without a reason fails.
final class CaseTablesTest {
  private static final Path README = Path.of("src/main/java/dev/totonoe/normalise/README.md");
  private static final String BEGIN = "<!-- figures -->";
  private static final String END = "<!-- end of figures -->";

  private static final List<CaseTable> TABLES =
      Stream.of(
              own(),
              TextCases.TABLES,
              NumberCases.TABLES,
              PriceTables.TABLES,
              DateAndCodeCases.TABLES)
          .flatMap(List::stream)
          .toList();

  private static List<CaseTable> own() {
    return List.of(
        new CaseTable(
            "gs1_csum",
            row -> row.cell("verdict").equals("PASS") ? "valid" : "invalid",
            row ->
                GtinReading.checks(row.cell("input (last digit = GS1 mod-10 check digit)"))
                    ? "valid"
                    : "invalid"));
  }

  @TestFactory
  Stream<DynamicTest> everyDifferenceIsExplained() {
    return TABLES.stream().map(table -> DynamicTest.dynamicTest(table.name(), () -> judge(table)));
  }

  /// The room's README states what these very tables give; other rows of the same tables may give
  /// other figures.
  @Test
  void theFiguresInTheReadmeAreTrue() throws IOException {
    String figures = figures();
    String readme = Files.readString(README);
    int from = readme.indexOf(BEGIN);
    int to = readme.indexOf(END);
    if (Boolean.getBoolean("cases.write")) {
      Files.writeString(
          README, readme.substring(0, from) + BEGIN + "\n" + figures + readme.substring(to));
      return;
    }
    List<String> stated = readme.substring(from, to).lines().skip(1).toList();
    assertThat(figures.lines().filter(line -> rows(stated).containsAll(rows(List.of(line)))))
        .as("run mvn test -Dtest=CaseTablesTest -Dcases.write=true")
        .allSatisfy(line -> assertThat(stated).contains(line));
  }

  /// Table and number of rows of each line.
  private static List<String> rows(List<String> lines) {
    return lines.stream()
        .map(line -> line.split(" *\\| *"))
        .filter(cells -> cells.length > 2)
        .map(cells -> cells[1] + " " + cells[2])
        .toList();
  }

  private static String figures() {
    StringBuilder figures = new StringBuilder();
    figures.append(
        "| table | rows | passed | differ by policy | outside | passed of those inside |\n");
    figures.append("|---|---|---|---|---|---|\n");
    for (CaseTable table : TABLES) {
      List<Judged> rows = table.judge();
      long passed = count(rows, Verdict.PASSED);
      long differ = count(rows, Verdict.DIFFERS);
      figures.append(
          "| %s | %d | %d | %d | %d | %.1f %% |\n"
              .formatted(
                  table.name(),
                  rows.size(),
                  passed,
                  differ,
                  count(rows, Verdict.OUTSIDE),
                  100.0 * passed / (passed + differ)));
    }
    return figures.toString();
  }

  private static void judge(CaseTable table) {
    List<Judged> rows = table.judge();
    System.out.printf(
        "%-26s %4d rows: %4d passed, %3d differ by policy, %3d outside, %3d failed%n",
        table.name(),
        rows.size(),
        count(rows, Verdict.PASSED),
        count(rows, Verdict.DIFFERS),
        count(rows, Verdict.OUTSIDE),
        count(rows, Verdict.FAILED));
    if (Boolean.getBoolean("cases.reasons")) {
      rows.stream()
          .filter(row -> row.verdict() == Verdict.DIFFERS)
          .forEach(row -> System.out.printf("  %s: %s%n", row, row.reason()));
    }
    assertThat(rows.stream().filter(row -> row.verdict() == Verdict.FAILED)).isEmpty();
    assertThat(rows.size() - count(rows, Verdict.OUTSIDE)).as("rows that count").isPositive();
  }

  private static long count(List<Judged> rows, Verdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }
}
