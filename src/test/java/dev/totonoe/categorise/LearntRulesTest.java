package dev.totonoe.categorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LearntRulesTest {
  @TempDir private Path directory;
  private Path file;
  private Taxonomy taxonomy;

  @BeforeEach
  void readTaxonomy() throws Exception {
    file = directory.resolve("rules.csv");
    Path table = directory.resolve("taxonomy.csv");
    Files.writeString(table, "id,path,name\n10,茶,茶\n20,洗剤,洗剤\n");
    taxonomy = Taxonomy.read(table);
  }

  private LearntRules rules(String table) throws Exception {
    Files.writeString(file, table);
    return LearntRules.read(file, "dictionaries/x/rules.csv", taxonomy);
  }

  private String text(LearntRules rules) throws Exception {
    byte[] table = rules.edited().table();
    Files.write(file, table);
    RuleFile.read(file, taxonomy);
    return new String(table, StandardCharsets.UTF_8);
  }

  @Test
  void addsBehindWhatIsThereAndReplacesWhatWasLearnt() throws Exception {
    LearntRules rules =
        rules(
            """
            kind,pattern,category_id,maker,note
            keyword,せっけん,20,,"手で, 書いた"
            name,緑茶,20,,learnt
            name,紅茶,10,,learnt
            name,洗濯,20,花王,learnt
            """);
    rules.learn("りょくちゃ", "10");
    rules.learn("ＲＥＤ, \"茶\"", "10");
    rules.learn("緑茶", "10");
    rules.learn("紅茶", "10");
    rules.learn("洗濯", "20");

    assertThat(text(rules))
        .isEqualTo(
            """
            kind,pattern,category_id,maker,note
            keyword,せっけん,20,,"手で, 書いた"
            name,緑茶,10,,learnt
            name,紅茶,10,,learnt
            name,洗濯,20,花王,learnt
            name,りょくちゃ,10,,learnt
            name,"ＲＥＤ, ""茶""\",10,,learnt
            name,洗濯,20,,learnt
            """);
    assertThat(rules.edited().added()).isEqualTo(3);
    assertThat(rules.edited().replaced()).isEqualTo(1);
    assertThat(rules.edited().unchanged()).isEqualTo(1);
    assertThat(rules.edited().remarks()).isEmpty();
  }

  @Test
  void leavesAndTellsRulesOfPeople() throws Exception {
    String table =
        "kind,pattern,category_id,action,note\nname,緑茶,20,,主任が決めた\nname,水,10,veto,\nname,湯,10,,\n";
    LearntRules rules = rules(table);
    rules.learn("ﾘｮｸﾁｬ", "10");
    rules.learn("緑茶", "10");
    rules.learn("水", "10");
    rules.learn("湯", "10");

    assertThat(text(rules)).isEqualTo(table + "name,ﾘｮｸﾁｬ,10,,learnt\n");
    assertThat(rules.edited().remarks())
        .containsExactly(
            "dictionaries/x/rules.csv:2: a rule for the name \"緑茶\" that was not learnt is there and stays (20, not 10); change it by hand if it is wrong",
            "dictionaries/x/rules.csv:3: a rule for the name \"水\" that was not learnt is there and stays (veto of 10, not 10); change it by hand if it is wrong");
    assertThat(rules.edited().unchanged()).isEqualTo(1);
  }

  @Test
  void makesTheColumnOfNotesAndTheTableItself() throws Exception {
    LearntRules rules = rules("kind,pattern,category_id\nkeyword,茶,10\n");
    rules.learn("緑茶", "10");
    assertThat(text(rules))
        .isEqualTo("kind,pattern,category_id,note\nkeyword,茶,10,\nname,緑茶,10,learnt\n");

    Files.delete(file);
    LearntRules first = LearntRules.read(file, "rules.csv", taxonomy);
    first.learn("緑茶", "10");
    assertThat(text(first))
        .isEqualTo("kind,pattern,category_id,action,maker,source,note\nname,緑茶,10,,,,learnt\n");
  }

  @Test
  void tellsNamesThatNoRuleCanHave() throws Exception {
    LearntRules rules = rules("kind,pattern,category_id,note\n");
    rules.learn("茶".repeat(501), "10");
    rules.learn("緑\u200b茶", "10");
    rules.learn("木材", "99");

    assertThat(text(rules)).isEqualTo("kind,pattern,category_id,note\n");
    assertThat(rules.edited().remarks())
        .satisfiesExactly(
            remark -> assertThat(remark).endsWith("because it is longer than 500 characters"),
            remark -> assertThat(remark).endsWith("because it has the invisible character U+200B"),
            remark ->
                assertThat(remark)
                    .isEqualTo(
                        "\"木材\": no rule was made, because the dictionary's taxonomy has no category 99"));
  }

  @Test
  void refusesATableWithErrors() {
    assertThatThrownBy(() -> rules("kind,pattern,category_id\nword,茶,10\n"))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("rules.csv:2: expected the kind");
  }
}
