package dev.totonoe.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.categorise.ProductText;
import dev.totonoe.categorise.Taxonomy;
import dev.totonoe.train.Correction.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TaughtRowsTest {
  @TempDir private Path directory;
  private Path data;
  private Taxonomy taxonomy;

  @BeforeEach
  void writeRows() throws Exception {
    data = directory.resolve("labelled.csv.gz");
    TrainingData.write(
        data,
        List.of("text", "label", "maker", "group"),
        List.of(row("緑茶", "1001", "g1"), row("洗剤", "1001", "g2"), row("洗剤", "2001", "g3")));
    Path table = directory.resolve("taxonomy.csv");
    Files.writeString(
        table, "id,path,name\n10,飲料,飲料\n1001,飲料 > 茶,茶\n20,日用品,日用品\n2001,日用品 > 洗剤,洗剤\n30,文具,文具\n");
    taxonomy = Taxonomy.read(table);
  }

  private static LabelledRows.Row row(String text, String label, String group) {
    return new LabelledRows.Row(1, text, "花王", "", "", label, group);
  }

  private static Correction correction(String name, String id) {
    return new Correction(
        2,
        new ProductText(name, "三菱", "", "元", "説明", ""),
        new CategoryNames.Named(id, id),
        Verdict.CORRECTED);
  }

  @Test
  void aCorrectionReplacesTheLabelsOfItsNameAndOthersAreAdded() throws Exception {
    TaughtRows taught =
        TaughtRows.of(
            data,
            List.of(
                correction("ﾘｮｸﾁｬ", "30"),
                correction("ボールペン", "30"),
                correction("洗剤", "2001"),
                correction("ボールペン", "30")),
            Optional.of(taxonomy));
    Path written = directory.resolve("new/labelled.csv.gz");
    taught.write(written);

    assertThat(TrainingData.read(written).rows())
        .extracting(
            row -> row.text() + " " + row.label() + " " + row.maker() + " " + row.groupCell())
        .containsExactly(
            "緑茶 1001 花王 g1", "洗剤 2001 花王 g2", "洗剤 2001 花王 g3", "ﾘｮｸﾁｬ 30 三菱 ", "ボールペン 30 三菱 ");
    assertThat(TrainingData.read(written).rows().getLast().group()).isEqualTo("ボールペン");
    assertThat(taught.rows()).isEqualTo(5);
    assertThat(taught.added()).isEqualTo(2);
    assertThat(taught.relabelled()).isEqualTo(1);
    assertThat(taught.newLabels()).containsExactly("30");
    assertThat(taught.tooWide()).isZero();
  }

  @Test
  void learningTheSameAgainChangesNoByte() {
    List<Correction> corrections = List.of(correction("緑茶", "2001"), correction("鉛筆", "30"));
    Path once = directory.resolve("once.csv.gz");
    Path twice = directory.resolve("twice.csv.gz");
    TaughtRows.of(data, corrections, Optional.of(taxonomy)).write(once);
    TaughtRows again = TaughtRows.of(once, corrections, Optional.of(taxonomy));
    again.write(twice);

    assertThat(twice).hasSameBinaryContentAs(once);
    assertThat(again.confirmed()).isEqualTo(2);
    assertThat(again.added() + again.relabelled()).isZero();
  }

  @Test
  void aCategoryAboveLearntOnesIsNoLabel() {
    TaughtRows taught =
        TaughtRows.of(
            data, List.of(correction("飲みもの", "10"), correction("緑茶", "10")), Optional.of(taxonomy));

    assertThat(taught.tooWide()).isEqualTo(2);
    assertThat(taught.rows()).isEqualTo(3);
    assertThat(taught.relabelled()).isZero();
    assertThat(taught.newLabels()).isEmpty();
  }

  @Test
  void withoutTaxonomyNothingIsTooWide() {
    TaughtRows taught = TaughtRows.of(data, List.of(correction("飲みもの", "10")), Optional.empty());

    assertThat(taught.added()).isEqualTo(1);
    assertThat(taught.newLabels()).containsExactly("10");
  }
}
