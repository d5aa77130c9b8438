package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.normalise.CaseTable.Judged;
import dev.totonoe.normalise.CaseTable.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The test tables of other projects in `../shared/data/cases`, each against what we read. Prints
/// for each table how many rows passed, differ by policy (with the reason, `-Dcases.reasons`), lie
/// outside our task, or failed; a row that differs without a reason fails.
final class CaseTablesTest {
  private static final List<CaseTable> TABLES =
      List.of(
          new CaseTable(
              "gs1_csum",
              row -> row.cell("verdict").equals("PASS") ? "valid" : "invalid",
              row ->
                  GtinReading.checks(row.cell("input (last digit = GS1 mod-10 check digit)"))
                      ? "valid"
                      : "invalid"));

  @TestFactory
  Stream<DynamicTest> everyDifferenceIsExplained() {
    return TABLES.stream().map(table -> DynamicTest.dynamicTest(table.name(), () -> judge(table)));
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
    assertThat(count(rows, Verdict.PASSED)).as("rows that count").isPositive();
  }

  private static long count(List<Judged> rows, Verdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }
}
