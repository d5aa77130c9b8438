package dev.totonoe.categorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.categorise.Category.Source;
import dev.totonoe.categorise.Category.Status;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.train.LabelledColumns;
import dev.totonoe.train.Training;
import dev.totonoe.train.TrainingRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CategoriserTest {
  @TempDir static Path directory;
  private static Path model;
  private static Path dictionary;

  @BeforeAll
  static void train() throws Exception {
    dictionary = Files.createDirectory(directory.resolve("dictionary"));
    Files.writeString(
        dictionary.resolve("taxonomy.csv"),
        "id,path,name\n10,食品,食品\n1001,食品 > 飲料,飲料\n20,日用品,日用品\n2001,日用品 > 洗剤,洗剤\n");
    Files.writeString(
        dictionary.resolve("rules.csv"),
        "kind,pattern,category_id,note\nkeyword,石けん,2001,\nsource,ドリンク,1001,\n");
    StringBuilder lines = new StringBuilder("name,category_id\n");
    for (int i = 0; i < 30; i++) {
      lines.append("緑茶 ").append(500 + i).append("ml,1001\n");
      lines.append("衣料用洗剤 詰替 ").append(i).append(",2001\n");
    }
    Path labelled = Files.writeString(directory.resolve("labelled.csv"), lines);
    model = directory.resolve("model");
    Training.train(
        new TrainingRequest(
            labelled,
            LabelledColumns.byHeading(),
            Optional.of(dictionary.resolve("taxonomy.csv")),
            dictionary,
            model,
            Optional.empty(),
            TrainingRequest.Data.KEEP,
            1,
            _ -> {},
            (_, _) -> {}));
  }

  @Test
  void ruleGoesBeforeTheModel() {
    assertThat(open().categorise(List.of(named("緑茶の石けん"))))
        .containsExactly(
            new Category(
                "2001", "日用品 > 洗剤", 1, Source.RULE, Status.ACCEPTED, List.of(), "keyword 石けん"));
    assertThat(open().categorise(List.of(new ProductText("洗剤", "", "", "どりんく", "", ""))))
        .containsExactly(
            new Category(
                "1001", "食品 > 飲料", 1, Source.RULE, Status.ACCEPTED, List.of(), "source ドリンク"));
  }

  @Test
  void modelDecidesWhereNoRuleDoes() {
    Category category = open().categorise(List.of(named("緑茶 600ml"))).getFirst();

    assertThat(category.id()).isEqualTo("1001");
    assertThat(category.path()).isEqualTo("食品 > 飲料");
    assertThat(category.source()).isEqualTo(Source.MODEL);
    assertThat(category.score()).isGreaterThan(0.9);
  }

  @Test
  void thresholdDecidesWhatIsAccepted() {
    Categoriser strict = Categoriser.open(Optional.of(model), dictionary, OptionalDouble.of(1));
    Categoriser lenient = Categoriser.open(Optional.of(model), dictionary, OptionalDouble.of(0));
    ProductText doubtful = named("衣料 茶");

    assertThat(strict.categorise(List.of(doubtful)).getFirst().status()).isEqualTo(Status.REVIEW);
    assertThat(lenient.categorise(List.of(doubtful)).getFirst().status())
        .isEqualTo(Status.ACCEPTED);
  }

  @Test
  void refusesAThresholdThatIsNoProbability() {
    assertThatThrownBy(
            () -> Categoriser.open(Optional.of(model), dictionary, OptionalDouble.of(95)))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage("expected a threshold of 0 to 1 but found 95.0");
  }

  @Test
  void productWithoutANameHasNoCategory() {
    assertThat(open().categorise(List.of(named(""), named("　"))))
        .allSatisfy(category -> assertThat(category.status()).isEqualTo(Status.NONE))
        .allSatisfy(category -> assertThat(category.id()).isEmpty())
        .allSatisfy(category -> assertThat(category.reason()).isEqualTo("no word"));
  }

  @Test
  void withoutAModelOnlyRulesGiveCategories() {
    Categoriser rulesOnly = Categoriser.open(Optional.empty(), dictionary, OptionalDouble.empty());
    assertThat(rulesOnly.categorise(List.of(named("緑茶"), named("石けん"))))
        .containsExactly(
            Category.none(List.of(), "no rule"),
            new Category(
                "2001", "日用品 > 洗剤", 1, Source.RULE, Status.ACCEPTED, List.of(), "keyword 石けん"));
  }

  @Test
  void resultsDependNeitherOnTheBatchNorOnTheThread() throws Exception {
    Categoriser categoriser = open();
    List<ProductText> products = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      products.add(named((i % 3 == 0 ? "緑茶 " : "洗剤 ") + i + "x".repeat(i % 7)));
    }
    List<Category> expected = categoriser.categorise(products);
    List<Category> oneByOne =
        products.stream().flatMap(p -> categoriser.categorise(List.of(p)).stream()).toList();
    List<ProductText> reversed = new ArrayList<>(products);
    Collections.reverse(reversed);
    List<Category> backwards = new ArrayList<>(categoriser.categorise(reversed));
    Collections.reverse(backwards);

    assertThat(oneByOne).isEqualTo(expected);
    assertThat(backwards).isEqualTo(expected);
    Callable<List<Category>> again = () -> categoriser.categorise(products);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<List<Category>> result : threads.invokeAll(Collections.nCopies(4, again))) {
        assertThat(result.get()).isEqualTo(expected);
      }
    }
  }

  @Test
  void dictionaryBundleMayBeEmpty() throws Exception {
    Path empty = Files.createDirectories(directory.resolve("empty"));
    Category category =
        Categoriser.open(Optional.of(model), empty, OptionalDouble.empty())
            .categorise(List.of(named("緑茶の石けん")))
            .getFirst();

    assertThat(category.source()).isEqualTo(Source.MODEL);
  }

  @Test
  void missingBundlesAreTheEnvironments() {
    assertThatThrownBy(
            () ->
                Categoriser.open(
                    Optional.of(model), directory.resolve("absent"), OptionalDouble.empty()))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("there is no such dictionary bundle");
    assertThatThrownBy(
            () ->
                Categoriser.open(
                    Optional.of(directory.resolve("absent")), dictionary, OptionalDouble.empty()))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("features.json");
  }

  @Test
  void refusesFilesThatDoNotMatch() throws Exception {
    Path labels = copy();
    Files.writeString(labels.resolve("labels.tsv"), "1001\t食品 > 飲料\n");
    assertThatThrownBy(
            () -> Categoriser.open(Optional.of(labels), dictionary, OptionalDouble.empty()))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining(
            "the bundle's other files have 65,536 inputs and 1 classes, the network 65,536 and 2");

    Files.writeString(labels.resolve("labels.tsv"), "1001\n");
    assertThatThrownBy(
            () -> Categoriser.open(Optional.of(labels), dictionary, OptionalDouble.empty()))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("labels.tsv:1: expected an id, a tab and a path but found '1001'");

    Files.writeString(labels.resolve("calibration.json"), "{\"threshold\": 7}");
    assertThatThrownBy(
            () -> Categoriser.open(Optional.of(labels), dictionary, OptionalDouble.empty()))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("calibration.json: this file of the model bundle is corrupt");

    Files.write(labels.resolve("idf.bin"), new byte[12]);
    Files.copy(
        model.resolve("calibration.json"),
        labels.resolve("calibration.json"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(labels.resolve("labels.tsv"), "1\ta\n2\tb\n");
    assertThatThrownBy(
            () -> Categoriser.open(Optional.of(labels), dictionary, OptionalDouble.empty()))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("idf.bin: expected 262,144 bytes but found 12");
  }

  private static Path copy() throws Exception {
    Path copy = Files.createDirectories(directory.resolve("copy"));
    try (var files = Files.list(model)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private static Categoriser open() {
    return Categoriser.open(Optional.of(model), dictionary, OptionalDouble.empty());
  }

  private static ProductText named(String name) {
    return ProductText.named(name);
  }
}
