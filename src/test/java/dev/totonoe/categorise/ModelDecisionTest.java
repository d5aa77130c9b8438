package dev.totonoe.categorise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.categorise.Category.Candidate;
import dev.totonoe.categorise.Category.Source;
import dev.totonoe.categorise.Category.Status;
import dev.totonoe.categorise.CategoryModel.Label;
import dev.totonoe.text.TextAnalysis;
import dev.totonoe.text.WordDictionaries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decides on probabilities that are written down here, with rules from a file.
final class ModelDecisionTest {
  private static final TextAnalysis ANALYSIS = WordDictionaries.standard().analysis();
  private static final List<Label> LABELS =
      List.of(
          new Label("100101", "食品 > 飲料 > 茶"),
          new Label("100102", "食品 > 飲料 > 水"),
          new Label("1002", "食品 > 菓子"),
          new Label("2001", "日用品 > 洗剤"));
  private static final Thresholds THRESHOLDS = new Thresholds(0.8, 0.9);

  @TempDir Path directory;
  private Taxonomy taxonomy;

  /// Says the same of every product.
  private record Opinion(float... values) implements Scoring {
    @Override
    public List<Label> labels() {
      return LABELS;
    }

    @Override
    public Optional<float[]> probabilities(ProductText product) {
      return Optional.of(values.clone());
    }
  }

  @BeforeEach
  void taxonomy() throws Exception {
    Path file = directory.resolve("taxonomy.csv");
    Files.writeString(
        file,
        """
        id,path,name
        10,食品,食品
        1001,食品 > 飲料,飲料
        100101,食品 > 飲料 > 茶,茶
        1002,食品 > 菓子,菓子
        20,日用品,日用品
        """);
    taxonomy = Taxonomy.read(file);
  }

  @Test
  void aSureLeafIsAcceptedWithoutCandidates() throws Exception {
    assertThat(decide(THRESHOLDS, new Opinion(0.8f, 0.1f, 0.1f, 0)))
        .isEqualTo(
            new Category(
                "100101", "食品 > 飲料 > 茶", 0.8, Source.MODEL, Status.ACCEPTED, List.of(), "model"));
  }

  @Test
  void whereTheLeafIsDoubtfulTheDeepestSureParentIsAccepted() throws Exception {
    assertThat(decide(THRESHOLDS, new Opinion(0.5f, 0.45f, 0.04f, 0.01f)))
        .isEqualTo(
            new Category(
                "1001",
                "食品 > 飲料",
                0.95,
                Source.PARENT,
                Status.ACCEPTED,
                List.of(
                    new Candidate("100101", 0.5),
                    new Candidate("100102", 0.45),
                    new Candidate("1002", 0.04)),
                "model"));
    Category wider = decide(THRESHOLDS, new Opinion(0.5f, 0.25f, 0.2f, 0.05f));
    assertThat(wider.id()).isEqualTo("10");
    assertThat(wider.score()).isEqualTo(0.95);
    assertThat(wider.source()).isEqualTo(Source.PARENT);
  }

  @Test
  void ofParentsThatAreEquallyDeepTheLikelierIsAccepted() throws Exception {
    Thresholds low = new Thresholds(0.9, 0.2);
    assertThat(decide(low, new Opinion(0, 0, 0.4f, 0.6f)).id()).isEqualTo("20");
    assertThat(decide(low, new Opinion(0, 0, 0.6f, 0.4f)).id()).isEqualTo("10");
    assertThat(decide(low, new Opinion(0.2f, 0, 0.4f, 0.4f)).id()).isEqualTo("1001");
  }

  @Test
  void whereNothingIsSureTheLikeliestLeafIsASuggestion() throws Exception {
    Category doubtful = decide(THRESHOLDS, new Opinion(0.5f, 0.1f, 0.1f, 0.3f));
    assertThat(doubtful)
        .isEqualTo(
            new Category(
                "100101",
                "食品 > 飲料 > 茶",
                0.5,
                Source.MODEL,
                Status.REVIEW,
                List.of(
                    new Candidate("100101", 0.5),
                    new Candidate("2001", 0.3),
                    new Candidate("100102", 0.1)),
                "model"));
    assertThat(decide(new Thresholds(0.8, Calibration.NEVER), new Opinion(0.5f, 0.5f, 0, 0)))
        .extracting(Category::status)
        .isEqualTo(Status.REVIEW);
  }

  @Test
  void anUnlikelySuggestionIsNoneButShowsWhatThereWas() throws Exception {
    Category none = decide(THRESHOLDS, new Opinion(0.09f, 0.08f, 0.003f, 0.002f));
    assertThat(none)
        .isEqualTo(
            Category.none(
                List.of(new Candidate("100101", 0.09), new Candidate("100102", 0.08)), "model"));
  }

  @Test
  void vetoLeavesTheNextCandidateToAPerson() throws Exception {
    Category vetoed =
        decide(
            THRESHOLDS, new Opinion(0.9f, 0.01f, 0.01f, 0.08f), "phrase,玩具,1001,veto", "おもちゃ 玩具");

    assertThat(vetoed)
        .isEqualTo(
            new Category(
                "2001",
                "日用品 > 洗剤",
                0.8889,
                Source.MODEL,
                Status.REVIEW,
                List.of(new Candidate("2001", 0.8889), new Candidate("1002", 0.1111)),
                "model, veto phrase 玩具"));
  }

  @Test
  void whatTheModelIsSureOfWithoutTheVetoedIsAccepted() throws Exception {
    Category sure =
        decide(THRESHOLDS, new Opinion(0.1f, 0.1f, 0, 0.8f), "keyword,玩具,1001,veto", "玩具");

    assertThat(sure.id()).isEqualTo("2001");
    assertThat(sure.status()).isEqualTo(Status.ACCEPTED);
    assertThat(sure.score()).isEqualTo(1);
    assertThat(sure.reason()).isEqualTo("model");
  }

  @Test
  void aVetoedParentIsNotAcceptedAndOneAboveCountsOnlyWhatIsLeft() throws Exception {
    Opinion drinks = new Opinion(0.5f, 0.45f, 0.05f, 0);

    Category lower = decide(THRESHOLDS, drinks, "keyword,玩具,1001,veto", "玩具");
    assertThat(lower.id()).isEqualTo("1002");
    assertThat(lower.status()).isEqualTo(Status.REVIEW);

    Category wider =
        decide(
            new Thresholds(0.8, 0.4),
            new Opinion(0.5f, 0.45f, 0.05f, 0),
            "keyword,玩具,100101,veto",
            "玩具");
    assertThat(wider.id()).isEqualTo("1001");
    assertThat(wider.source()).isEqualTo(Source.PARENT);
    assertThat(wider.score()).isEqualTo(0.9);
  }

  @Test
  void vetoesThatLeaveNothingGiveNothing() throws Exception {
    assertThat(
            decide(
                THRESHOLDS,
                new Opinion(0.9f, 0.1f, 0, 0),
                "keyword,玩具,10,veto\nkeyword,玩,20,veto",
                "玩具"))
        .isEqualTo(Category.none(List.of(), "veto keyword 玩具"));
  }

  @Test
  void aRuleThatAVetoOverruledIsNamedInTheReason() throws Exception {
    Category category =
        decide(
            THRESHOLDS,
            new Opinion(0, 0, 0, 1),
            "keyword,玩具茶,1001,veto\nkeyword,茶,100101,assign",
            "玩具茶");
    assertThat(category.id()).isEqualTo("2001");
    assertThat(category.reason()).isEqualTo("model, veto keyword 玩具茶");
  }

  private Category decide(Thresholds thresholds, Opinion opinion) throws Exception {
    return decide(thresholds, opinion, "", "玩具");
  }

  private Category decide(Thresholds thresholds, Opinion opinion, String rules, String name)
      throws Exception {
    Path file = directory.resolve("rules.csv");
    Files.writeString(file, "kind,pattern,category_id,action\n" + rules + "\n");
    Categoriser categoriser =
        new Categoriser(
            RuleFile.read(file, taxonomy), taxonomy, ANALYSIS, Optional.of(opinion), thresholds);
    return categoriser.categorise(List.of(ProductText.named(name))).getFirst();
  }
}
