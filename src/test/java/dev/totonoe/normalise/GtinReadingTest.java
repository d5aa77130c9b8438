package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class GtinReadingTest {
  private static final Chain RULES =
      RowNormaliser.rulesFor(new Column("JAN", ColumnKind.GTIN), Tables.none());

  @TestFactory
  Stream<DynamicTest> readsDirtyCells() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/normalise/gtins.tsv")).stream()
        .filter(line -> !line.startsWith("# "))
        .map(line -> line.split("\t", -1))
        .map(row -> DynamicTest.dynamicTest("cell: " + row[0], () -> check(row)));
  }

  private static void check(String[] row) {
    String unified = RULES.unify(row[0]);
    GtinReading reading = GtinReading.of(unified);

    assertThat(unified).isEqualTo(row[1].equals("=") ? row[0] : row[1]);
    assertThat(GtinCell.isLost(unified) ? "lost" : reading.status().word()).isEqualTo(row[3]);
    assertThat(reading.kind()).isEqualTo(row[2]);
    assertThat(reading.digits())
        .isEqualTo(reading.status() == GtinReading.Status.VALID ? unified : "");
    assertThat(RULES.unify(unified)).isEqualTo(unified);
  }

  @Test
  void takesNoNumberWithOneDigitWrong() {
    String gtin = "4901234567894";
    for (int i = 0; i < gtin.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        String other = gtin.substring(0, i) + digit + gtin.substring(i + 1);
        assertThat(GtinReading.of(RULES.unify(other)).status().word())
            .as(other)
            .isEqualTo(other.equals(gtin) ? "valid" : "invalid");
      }
    }
  }

  @Test
  void checksIsbnOfTenCharacters() {
    assertThat(Isbn.checksTen("020163385X")).isTrue();
    assertThat(Isbn.checksTen("1930110995")).isTrue();
    assertThat(Isbn.checksTen("1930110996")).isFalse();
    assertThat(Isbn.checksTen("X930110995")).isFalse();
    assertThat(Isbn.checksTen("0201633850")).isFalse();
  }
}
