package dev.totonoe.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.SharedData;
import dev.totonoe.csv.DialectHints;
import dev.totonoe.csv.Sniffer;
import dev.totonoe.profile.Inspection.InspectedFile;
import dev.totonoe.record.ColumnKind;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is inferred of real files without a profile.
final class RealColumnsTest {
  @Test
  void aProductMasterWithoutNames() throws IOException {
    assertThat(kinds("ds100knocks_product.csv"))
        .containsExactly(
            ColumnKind.CODE,
            ColumnKind.CODE,
            ColumnKind.CODE,
            ColumnKind.CODE,
            ColumnKind.PRICE,
            ColumnKind.PRICE);
  }

  @Test
  void aTableOfCategories() throws IOException {
    assertThat(kinds("ds100knocks_category_double_bom.csv"))
        .containsExactly(
            ColumnKind.CODE,
            ColumnKind.CATEGORY,
            ColumnKind.CODE,
            ColumnKind.CATEGORY,
            ColumnKind.CODE,
            ColumnKind.CATEGORY);
  }

  @Test
  void aListOfHouseholdItems() throws IOException {
    assertThat(kinds("tsu_gomi_original_bom.csv"))
        .containsExactly(
            ColumnKind.CODE,
            ColumnKind.KEEP,
            ColumnKind.TEXT,
            ColumnKind.NAME,
            ColumnKind.CATEGORY,
            ColumnKind.TEXT,
            ColumnKind.TEXT);
  }

  private static List<ColumnKind> kinds(String name) throws IOException {
    InspectedFile file =
        new InspectedFile(
            "raw/" + name, Sniffer.sniff(SharedData.find("csv/real/" + name), DialectHints.none()));
    Profile proposed = Inspection.propose(Profile.defaults(), List.of(file));
    assertThat(Profile.parse(Inspection.describe(Profile.defaults(), List.of(file)), "d.yaml"))
        .isEqualTo(proposed);
    assertThat(proposed.columns())
        .extracting(ColumnRule::name)
        .containsExactlyElementsOf(file.sniffed().header());
    return proposed.columns().stream().map(rule -> rule.kind().orElseThrow()).toList();
  }
}
