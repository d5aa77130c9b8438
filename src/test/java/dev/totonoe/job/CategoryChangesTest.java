package dev.totonoe.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.categorise.ProductText;
import dev.totonoe.job.CategoryChanges.Change;
import dev.totonoe.job.CategoryChanges.Corrected;
import dev.totonoe.job.CategoryChanges.Given;
import dev.totonoe.train.CategoryNames;
import dev.totonoe.train.Correction;
import dev.totonoe.train.Correction.Verdict;
import dev.totonoe.train.Corrections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CategoryChangesTest {
  private static final Given TEA = new Given("1", "飲料 > 茶", "accepted");
  private static final Given TEA_DOUBTFUL = new Given("1", "飲料 > 茶", "review");
  private static final Given SOAP = new Given("2", "洗剤", "accepted");
  private static final Given NONE = new Given("", "", "none");

  private static Correction correction(long line, String name, String id) {
    return new Correction(
        line, ProductText.named(name), new CategoryNames.Named(id, id), Verdict.CORRECTED);
  }

  private static CategoryChanges.Counter counter(Correction... corrections) {
    return new CategoryChanges.Counter(new Corrections(List.of(corrections), 0));
  }

  @Test
  void countsChangesOfCategoryAndOfStatus() {
    CategoryChanges.Counter counter = counter();
    counter.count("a", TEA, TEA);
    counter.count("b", TEA_DOUBTFUL, TEA);
    counter.count("c", NONE, SOAP);
    counter.count("d", NONE, SOAP);
    counter.count("e", TEA, SOAP);
    CategoryChanges changes = counter.changes();

    assertThat(changes.products()).isEqualTo(5);
    assertThat(changes.changed()).isEqualTo(4);
    assertThat(changes.byStatus())
        .containsExactly(
            new Change("none", "accepted", 2),
            new Change("accepted", "accepted", 1),
            new Change("review", "accepted", 1));
    assertThat(changes.mostFrequent())
        .containsExactly(
            new Change("none", "洗剤 (accepted)", 2),
            new Change("飲料 > 茶 (accepted)", "洗剤 (accepted)", 1),
            new Change("飲料 > 茶 (review)", "飲料 > 茶 (accepted)", 1));
  }

  @Test
  void tellsHowManyCorrectedProductsAreRightAndWhichAreNotThere() {
    CategoryChanges.Counter counter =
        counter(correction(2, "りんご", "2"), correction(3, "みかん", "1"), correction(4, "リンゴ", "2"));
    counter.count("ﾘﾝｺﾞ", TEA, SOAP);
    counter.count("りんご", SOAP, SOAP);
    counter.count("りんご", SOAP, TEA);
    counter.count("ぶどう", TEA, TEA);
    CategoryChanges changes = counter.changes();

    assertThat(changes.corrected()).isEqualTo(new Corrected(3, 2, 2));
    assertThat(changes.missing()).extracting(Correction::line).containsExactly(3L);
  }

  @Test
  void showsTheMostFrequentOnly() {
    CategoryChanges.Counter counter = counter();
    for (int i = 0; i < 15; i++) {
      counter.count("a", NONE, new Given("" + i, "c" + i, "review"));
    }

    assertThat(counter.changes().changed()).isEqualTo(15);
    assertThat(counter.changes().mostFrequent()).hasSize(10);
  }
}
