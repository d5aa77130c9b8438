package dev.totonoe.categorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.totonoe.categorise.CategoryModel.Label;
import dev.totonoe.categorise.Hierarchy.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HierarchyTest {
  private static final List<Label> LABELS =
      List.of(
          new Label("1001", "食品 > 飲料"),
          new Label("20", "日用品"),
          new Label("100201", "食品 > 菓子 > 飴"),
          new Label("2001", "日用品 > 洗剤"));

  @TempDir Path directory;

  @Test
  void everyBeginningOfAPathIsANodeBehindItsParent() throws Exception {
    Path file = directory.resolve("taxonomy.csv");
    Files.writeString(file, "id,path,name\n10,食品,食品\n1001,食品 > 飲料,飲料\n");

    Hierarchy hierarchy = Hierarchy.of(LABELS, Taxonomy.read(file));

    assertThat(hierarchy.nodes())
        .containsExactly(
            new Node("10", "食品", Hierarchy.NO_PARENT, 1),
            new Node("1001", "食品 > 飲料", 0, 2),
            new Node("20", "日用品", Hierarchy.NO_PARENT, 1),
            new Node("食品 > 菓子", "食品 > 菓子", 0, 2),
            new Node("100201", "食品 > 菓子 > 飴", 3, 3),
            new Node("2001", "日用品 > 洗剤", 2, 2));
    assertThat(hierarchy.labels()).isEqualTo(4);
    assertThat(hierarchy.leaf(2)).isEqualTo(4);
    assertThat(hierarchy.ancestors(2)).containsExactly(3, 0);
    assertThat(hierarchy.ancestors(1)).isEmpty();
    assertThat(hierarchy.tells(3)).isTrue();
    assertThat(hierarchy.tells(4)).isFalse();
  }

  @Test
  void aNodeHasTheProbabilitiesOfAllLabelsAtItAndBelowIt() {
    double[] sums =
        Hierarchy.of(LABELS, Taxonomy.empty()).sums(new float[] {0.5f, 0.125f, 0.25f, 0.0625f});

    assertThat(sums).containsExactly(0.75, 0.5, 0.1875, 0.25, 0.25, 0.0625);
  }

  @Test
  void labelsWithoutLevelsStandAtTheTop() {
    Hierarchy flat =
        Hierarchy.of(
            List.of(new Label("a>b", "a>b"), new Label("a", "a"), new Label("same", "a")),
            Taxonomy.empty());

    assertThat(flat.nodes())
        .containsExactly(
            new Node("a>b", "a>b", Hierarchy.NO_PARENT, 1),
            new Node("a", "a", Hierarchy.NO_PARENT, 1));
    assertThat(flat.leaf(2)).isEqualTo(flat.leaf(1));
    assertThat(flat.sums(new float[] {0.5f, 0.25f, 0.25f})).containsExactly(0.5, 0.5);
  }

  @Test
  void theTopsHaveAllProbabilityTogether() {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      String path = "%d > %d > %d".formatted(i % 7, i % 91, i);
      labels.add(new Label("id" + i, path));
    }
    float[] probabilities = new float[labels.size()];
    Arrays.fill(probabilities, 1f / labels.size());

    Hierarchy hierarchy = Hierarchy.of(labels, Taxonomy.empty());
    double[] sums = hierarchy.sums(probabilities);

    double tops = 0;
    for (int node = 0; node < sums.length; node++) {
      assertThat(hierarchy.parent(node)).isLessThan(node);
      tops += hierarchy.depth(node) == 1 ? sums[node] : 0;
    }
    assertThat(tops).isCloseTo(1, within(1e-4));
    assertThat(hierarchy.nodes()).hasSize(3_000 + 91 + 7);
  }

  @Test
  void refusesProbabilitiesOfAnotherModel() {
    assertThatThrownBy(() -> Hierarchy.of(LABELS, Taxonomy.empty()).sums(new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 4 probabilities but found 3");
  }
}
