package dev.totonoe.categorise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.categorise.Category.Source;
import dev.totonoe.categorise.Category.Status;
import dev.totonoe.categorise.CategoryModel.Label;
import dev.totonoe.text.TextAnalysis;
import dev.totonoe.text.WordDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

final class RulePropertiesTest {
  private static final TextAnalysis ANALYSIS = WordDictionaries.standard().analysis();
  private static final Taxonomy TAXONOMY = taxonomy();
  private static final List<String> IDS =
      List.of("10", "1001", "100101", "100102", "1002", "20", "2001");
  private static final List<Label> LABELS =
      List.of(
          new Label("100101", "a > b > c"),
          new Label("100102", "a > b > d"),
          new Label("1002", "a > e"),
          new Label("2001", "f > g"));

  private static Taxonomy taxonomy() {
    try {
      Path file = Files.createTempFile("taxonomy", ".csv");
      try {
        Files.writeString(
            file,
            """
            id,path,name
            10,a,a
            1001,a > b,b
            100101,a > b > c,c
            100102,a > b > d,d
            1002,a > e,e
            20,f,f
            2001,f > g,g
            """);
        return Taxonomy.read(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property
  void everyPatternIsFoundWhereverItStands(
      @ForAll @Size(max = 12)
          List<@StringLength(min = 1, max = 4) @Chars({'a', 'b', 'ア'}) String> patterns,
      @ForAll @StringLength(max = 20) @Chars({'a', 'b', 'ア', 'c'}) String text) {
    PatternTree tree = new PatternTree();
    Set<String> expected = new HashSet<>();
    for (String pattern : patterns) {
      tree.add(rule(Rule.Kind.KEYWORD, pattern, Rule.Action.ASSIGN, "10"));
      for (int at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
        expected.add(pattern + " at " + at);
      }
    }
    Set<String> found = new HashSet<>();
    tree.find(
        text,
        (rule, start, end) -> {
          assertThat(text.substring(start, end)).isEqualTo(rule.pattern());
          found.add(rule.pattern() + " at " + start);
        });
    assertThat(found).isEqualTo(expected);
  }

  /// Whatever the model says: what a veto excludes is neither given nor offered, and only what the
  /// model was sure of before the veto is accepted.
  @Property
  void aVetoHoldsWhateverTheModelSays(
      @ForAll @Size(4) List<@FloatRange(min = 0, max = 1) Float> weights,
      @ForAll @Size(max = 3) List<@IntRange(max = 6) Integer> vetoed,
      @ForAll @FloatRange(min = 0, max = 1) float threshold) {
    float total = (float) weights.stream().mapToDouble(Float::doubleValue).sum();
    float[] probabilities = new float[4];
    for (int i = 0; i < 4; i++) {
      probabilities[i] = total > 0 ? weights.get(i) / total : 0.25f;
    }
    Scoring scoring =
        new Scoring() {
          @Override
          public List<Label> labels() {
            return LABELS;
          }

          @Override
          public Optional<float[]> probabilities(ProductText product) {
            return Optional.of(probabilities.clone());
          }
        };
    List<Rule> rules = new ArrayList<>();
    vetoed.stream()
        .distinct()
        .forEach(id -> rules.add(rule(Rule.Kind.KEYWORD, "x", Rule.Action.VETO, IDS.get(id))));
    Thresholds thresholds = new Thresholds(threshold, threshold);
    Category category =
        new Categoriser(rules, TAXONOMY, ANALYSIS, Optional.of(scoring), thresholds)
            .categorise(List.of(ProductText.named("x")))
            .getFirst();

    List<String> given = new ArrayList<>();
    category.candidates().forEach(candidate -> given.add(candidate.id()));
    if (category.status() != Status.NONE) {
      given.add(category.id());
    }
    for (Rule veto : rules) {
      assertThat(given).noneMatch(id -> TAXONOMY.isWithin(id, veto.categoryId()));
    }
    if (category.status() == Status.ACCEPTED) {
      double said = 0;
      for (int i = 0; i < 4; i++) {
        boolean isGiven =
            category.source() == Source.PARENT
                ? TAXONOMY.isWithin(LABELS.get(i).id(), category.id())
                : LABELS.get(i).id().equals(category.id());
        said += isGiven ? probabilities[i] : 0;
      }
      assertThat(said).isGreaterThanOrEqualTo(threshold - 1e-4);
    }
  }

  private static Rule rule(Rule.Kind kind, String pattern, Rule.Action action, String categoryId) {
    return new Rule(1, kind, pattern, "", "", action, categoryId, pattern);
  }
}
