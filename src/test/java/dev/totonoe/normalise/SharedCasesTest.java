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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real product data.
final class SharedCasesTest {
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
