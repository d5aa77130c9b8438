package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.SharedData;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.Normalised;
import dev.totonoe.record.Place;
import dev.totonoe.record.Record;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Test tables of other projects and real product data.
final class SharedCasesTest {
  private static Stream<String[]> rows(String file) throws IOException {
    return Files.readAllLines(SharedData.find(file)).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1));
  }

  @Test
  void agreesWithGs1OnCheckDigits() throws IOException {
    rows("cases/gs1_csum.tsv")
        .skip(1)
        .forEach(
            row ->
                assertThat(GtinReading.checks(row[1])).as(row[1]).isEqualTo(row[0].equals("PASS")));
  }

  @Test
  void readsNoJapaneseDateDifferently() throws IOException {
    List<String[]> dates =
        rows("cases/wareki_rb.tsv").filter(row -> row[1].startsWith("parse")).toList();
    for (String[] row : dates) {
      assertThat(DateReading.of(TextRules.NAME.unify(row[2])).iso()).as(row[2]).isIn("", row[3]);
    }
    assertThat(dates)
        .anyMatch(row -> DateReading.of(TextRules.NAME.unify(row[2])).iso().equals(row[3]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "categories/mext_food_2023.tsv",
        "categories/mhlw_drug_price_2025.tsv",
        "categories/gomi_tsu_waste_items.tsv",
        "csv/real/ds100knocks_product.csv"
      })
  void realRowsAreStable(String file) throws IOException {
    RowNormaliser normaliser =
        RowNormaliser.of(
            List.of(
                new Column("名称", ColumnKind.NAME),
                new Column("説明", ColumnKind.TEXT),
                new Column("規格", ColumnKind.CONTENT)),
            Tables.none());
    List<String> lines = Files.readAllLines(SharedData.find(file));
    int line = 0;
    for (String text : lines) {
      line++;
      String cell = text.split("\t", -1)[0];
      Place place = new Place(file, line, line);
      Normalised once =
          (Normalised) normaliser.normalise(new Record(place, List.of(cell, text, cell)));
      Normalised twice = (Normalised) normaliser.normalise(new Record(place, once.cells()));
      assertThat(twice.changes()).as("%s:%d", file, line).isEmpty();
      assertThat(twice.derived()).as("%s:%d", file, line).isEqualTo(once.derived());
    }
    assertThat(line).isGreaterThan(100);
  }
}
