package dev.totonoe.categorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RulesTest {
  @TempDir Path directory;
  private Taxonomy taxonomy;

  @BeforeEach
  void taxonomy() throws Exception {
    Path file = directory.resolve("taxonomy.csv");
    Files.writeString(
        file,
        """
        id,path,name
        10,食品,食品
        1001,食品 > 飲料,飲料
        1002,食品 > 菓子,菓子
        1003,食品 > 酒,酒
        """);
    taxonomy = Taxonomy.read(file);
  }

  @Test
  void keywordMatchesAnywhereInTheNameWhateverItsKanaAndWidth() throws Exception {
    Rules rules = rules("keyword,ジュース,1001,");

    assertThat(rules.categoryId(named("濃い　りんごじゅーす 1L"))).contains("1001");
    assertThat(rules.categoryId(named("りんごｼﾞｭｰｽ"))).contains("1001");
    assertThat(rules.categoryId(named("りんご"))).isEmpty();
  }

  @Test
  void longestKeywordWins() throws Exception {
    Rules rules = rules("keyword,ビール,1003,", "keyword,ビールゼリー,1002,", "keyword,ゼリー,1002,");

    assertThat(rules.categoryId(named("ビールゼリー"))).contains("1002");
    assertThat(rules.categoryId(named("黒ビール"))).contains("1003");
  }

  @Test
  void ofEquallyLongKeywordsTheOneListedFirstWins() throws Exception {
    assertThat(rules("keyword,あめ,1002,", "keyword,さけ,1003,").categoryId(named("さけあめ")))
        .contains("1002");
    assertThat(rules("keyword,さけ,1003,", "keyword,あめ,1002,").categoryId(named("さけあめ")))
        .contains("1003");
  }

  @Test
  void sourceRuleComparesTheWholeCellAndGoesFirst() throws Exception {
    Rules rules = rules("keyword,ビール,1003,", "source,おかし,1002,");

    assertThat(rules.categoryId(new ProductText("ビール", "", "", "オカシ "))).contains("1002");
    assertThat(rules.categoryId(new ProductText("ビール", "", "", "おかし類"))).contains("1003");
  }

  @Test
  void namesEveryBadLine() {
    assertThatThrownBy(
            () ->
                rules(
                    "keyword,茶,1001,",
                    "keyword,　,1001,",
                    "keyword,水,9999,",
                    "word,水,1001,",
                    "keyword,茶,1001,",
                    "keyword,茶 ,1002,",
                    "source,茶,1001,"))
        .isInstanceOf(ConfigurationFailure.class)
        .message()
        .isEqualTo(
            """
            the category rules have errors:
            FILE:3: the pattern is empty
            FILE:4: the taxonomy has no category '9999'
            FILE:5: expected the kind source or keyword but found 'word'
            FILE:6: the keyword rule '茶' is already on line 2, with the same category
            FILE:7: the keyword rule '茶 ' is already on line 2, with the category 1001"""
                .replace("FILE", directory.resolve("rules.csv").toString()));
  }

  @Test
  void aRowWithTooFewCellsIsTheUsersToCorrect() {
    assertThatThrownBy(() -> rules("keyword,茶,1001,", "keyword,水"))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("rules.csv:3");
  }

  @Test
  void namesEveryBadLineOfATaxonomy() throws Exception {
    Path file = directory.resolve("bad.csv");
    Files.writeString(file, "id,path,name\n10,食品,食品\n10,酒,酒\n11,食品,食品\n,x,x\n");

    assertThatThrownBy(() -> Taxonomy.read(file))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("bad.csv:3: the id 10 is already taken by 食品")
        .hasMessageContaining("bad.csv:4: the path 食品 is already taken by 10")
        .hasMessageContaining("bad.csv:5: a category needs an id and a path but has '', 'x'");
  }

  @Test
  void refusesAnotherHeader() throws Exception {
    Path file = Files.writeString(directory.resolve("other.csv"), "pattern,kind\n");

    assertThatThrownBy(() -> Rules.read(file, taxonomy))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageEndingWith(
            "other.csv:1: expected the header [kind, pattern, category_id, note] but found"
                + " [pattern, kind]");
  }

  private Rules rules(String... lines) throws Exception {
    Path file = directory.resolve("rules.csv");
    Files.writeString(
        file, "kind,pattern,category_id,note\n" + String.join("\n", List.of(lines)) + "\n");
    return Rules.read(file, taxonomy);
  }

  private static ProductText named(String name) {
    return new ProductText(name, "", "", "");
  }
}
