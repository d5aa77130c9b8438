package dev.totonoe.categorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.text.TextAnalysis;
import dev.totonoe.text.WordDictionaries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RulesTest {
  private static final TextAnalysis ANALYSIS = WordDictionaries.standard().analysis();
  private static final String PLAIN = "kind,pattern,category_id,note";
  private static final String FULL = "kind,pattern,category_id,action,maker,source";

  @TempDir Path directory;
  private Path file;
  private Taxonomy taxonomy;

  @BeforeEach
  void taxonomy() throws Exception {
    file = directory.resolve("rules.csv");
    Path tree = directory.resolve("taxonomy.csv");
    Files.writeString(
        tree,
        """
        id,path,name
        10,食品,食品
        1001,食品 > 飲料,飲料
        1002,食品 > 菓子,菓子
        1003,食品 > 酒,酒
        100301,食品 > 酒 > ビール,ビール
        20,食品館,食品館
        """);
    taxonomy = Taxonomy.read(tree);
  }

  @Test
  void keywordMatchesAnywhereInTheNameWhateverItsKanaAndWidth() throws Exception {
    Rules rules = rules(PLAIN, "keyword,ジュース,1001,");

    assertThat(given(rules, named("濃い　りんごじゅーす 1L"))).isEqualTo("1001");
    assertThat(given(rules, named("りんごｼﾞｭｰｽ"))).isEqualTo("1001");
    assertThat(given(rules, named("りんご"))).isEmpty();
  }

  @Test
  void phraseMatchesWholeWordsOnly() throws Exception {
    Rules rules = rules(PLAIN, "phrase,ガム,1002,", "phrase,パン,10,", "phrase,飲む ゼリー,1001,");

    assertThat(given(rules, named("板ガム 9枚"))).isEqualTo("1002");
    assertThat(given(rules, named("【特価】ﾊﾟﾝ"))).isEqualTo("10");
    assertThat(given(rules, named("桃の飲む　ぜりー"))).isEqualTo("1001");
    for (String other : List.of("ガムテープ", "チューインガム", "パンツ", "パン粉", "飲むゼリー")) {
      assertThat(given(rules, named(other))).as(other).isEmpty();
    }
  }

  @Test
  void phraseThatIsPartOfAWordOnceMayStandAloneElsewhere() throws Exception {
    assertThat(given(rules(PLAIN, "phrase,ガム,1002,"), named("ガムテープとガム 1個"))).isEqualTo("1002");
  }

  @Test
  void nameRuleIsTheWholeName() throws Exception {
    Rules rules = rules(PLAIN, "name,ももの　かんづめ,1002,");

    assertThat(given(rules, named("モモノ カンヅメ"))).isEqualTo("1002");
    assertThat(given(rules, named("ももの かんづめ 2号"))).isEmpty();
  }

  @Test
  void gtinRuleIsHowTheNumberBegins() throws Exception {
    Rules rules = rules(PLAIN, "gtin,4901,1001,", "gtin,49012345,1002,", "gtin,00490,1003,");

    assertThat(given(rules, coded("4901999999992"))).isEqualTo("1001");
    assertThat(given(rules, coded("4901234567894"))).isEqualTo("1002");
    assertThat(given(rules, coded("14901234567891"))).isEqualTo("1002");
    assertThat(given(rules, coded("4912345678904"))).isEmpty();
    // A GTIN-8 begins with no maker's number: it is 0000049012347 in thirteen digits.
    assertThat(given(rules, coded("49012347"))).isEmpty();
    assertThat(given(rules(PLAIN, "gtin,0000049012347,1003,"), coded("49012347")))
        .isEqualTo("1003");
    assertThat(given(rules(PLAIN, "gtin,14901234567891,1003,"), coded("14901234567891")))
        .isEqualTo("1003");
  }

  @Test
  void makerAndSourceRulesAreWholeCells() throws Exception {
    Rules rules = rules(PLAIN, "maker,キリン,1003,", "source,おかし,1002,");

    assertThat(given(rules, product("x", "ｷﾘﾝ", ""))).isEqualTo("1003");
    assertThat(given(rules, product("x", "キリンビール", ""))).isEmpty();
    assertThat(given(rules, product("x", "", "オカシ "))).isEqualTo("1002");
    assertThat(given(rules, product("x", "", "おかし類"))).isEmpty();
  }

  @Test
  void conditionsNarrowARule() throws Exception {
    Rules rules =
        rules(FULL, "keyword,ゼリー,1001,,森永,", "keyword,ゼリー,1002,,,", "keyword,ゼリー,1003,,森永,酒");

    assertThat(given(rules, product("ゼリー", "明治", ""))).isEqualTo("1002");
    assertThat(given(rules, product("ゼリー", "もりなが", ""))).isEqualTo("1002");
    assertThat(given(rules, product("ゼリー", "森永", ""))).isEqualTo("1001");
    assertThat(given(rules, product("ゼリー", "森永", "酒"))).isEqualTo("1003");
    assertThat(rules.ruling(product("ゼリー", "森永", "酒")).assigned().orElseThrow().reason())
        .isEqualTo("keyword ゼリー + maker 森永 + source 酒");
  }

  @Test
  void theMostSpecificRuleWinsInWhateverOrderTheyAreListed() throws Exception {
    List<String> strongestFirst =
        List.of(
            "gtin,4901234567894,10,",
            "name,黒 ビールゼリー,1001,",
            "source,酒,1002,",
            "keyword,ビールゼリー,1003,",
            "phrase,黒,100301,",
            "keyword,黒,20,",
            "gtin,490123,1001,",
            "gtin,4901,1002,",
            "maker,キリン,1003,");
    ProductText product = new ProductText("黒 ビールゼリー", "キリン", "", "酒", "", "4901234567894");
    for (int from = 0; from < strongestFirst.size(); from++) {
      List<String> lines = new ArrayList<>(strongestFirst.subList(from, strongestFirst.size()));
      String expected = lines.getFirst().split(",")[2];
      for (int turn = 0; turn < lines.size(); turn++) {
        Collections.rotate(lines, 1);
        assertThat(given(rules(PLAIN, lines.toArray(String[]::new)), product))
            .as("%s", lines)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void ofEquallyLongKeywordsTheOneListedFirstWins() throws Exception {
    assertThat(given(rules(PLAIN, "keyword,あめ,1002,", "keyword,さけ,1003,"), named("さけあめ")))
        .isEqualTo("1002");
    assertThat(given(rules(PLAIN, "keyword,さけ,1003,", "keyword,あめ,1002,"), named("さけあめ")))
        .isEqualTo("1003");
  }

  @Test
  void vetoExcludesACategoryAndAllBelowFromWeakerRules() throws Exception {
    Rules rules =
        rules(
            FULL,
            "keyword,ノンアルコール,1003,veto,,",
            "keyword,ビール,100301,,,",
            "keyword,酒,20,assign,,",
            "name,ノンアルコールビール（本物）,100301,,,");

    assertThat(given(rules, named("ビール"))).isEqualTo("100301");
    Ruling vetoed = rules.ruling(named("ノンアルコールビール"));
    assertThat(vetoed.assigned()).isEmpty();
    assertThat(vetoed.vetoes()).extracting(Rule::reason).containsExactly("keyword ノンアルコール");
    assertThat(vetoed.decisive()).map(Rule::line).contains(2L);
    Ruling other = rules.ruling(named("ノンアルコールビール 甘酒"));
    assertThat(other.assigned()).map(Rule::categoryId).contains("20");
    assertThat(other.decisive()).map(Rule::line).contains(2L);
    // A rule that is more specific than the veto stands.
    assertThat(given(rules, named("ノンアルコールビール（本物）"))).isEqualTo("100301");
    // 食品館 only begins with the same letters as 食品.
    assertThat(given(rules(FULL, "keyword,酒類,10,veto,,", "keyword,酒,20,,,"), named("酒類")))
        .isEqualTo("20");
  }

  @Test
  void columnsMayStandInAnyOrder() throws Exception {
    Rules rules = rules("category_id,action,pattern,kind", "1001,,茶,keyword");
    assertThat(given(rules, named("緑茶"))).isEqualTo("1001");
  }

  @Test
  void namesEveryBadLine() {
    assertThatThrownBy(
            () ->
                rules(
                    FULL,
                    "keyword,茶,1001,,,",
                    "keyword,　,1001,,,",
                    "keyword,水,9999,,,",
                    "word,水,1001,,,",
                    "keyword,茶,1001,assign,,",
                    "keyword,茶 ,1002,,,",
                    "keyword,茶,10,veto,,",
                    "keyword,茶,1003,veto,,",
                    "keyword,茶,1003,veto,,",
                    "keyword,茶,1001,drop,,",
                    "gtin,49,1001,,,",
                    "gtin,490123456789412,1001,,,",
                    "gtin,4901-2,1001,,,",
                    "keyword,茶\u200B,1001,,,",
                    "keyword,水,1001,,\u0007,",
                    "source,茶,1001,,,",
                    "keyword,茶,1002,,伊藤園,"))
        .isInstanceOf(ConfigurationFailure.class)
        .message()
        .isEqualTo(
            """
            the category rules have errors:
            FILE:3: the pattern is empty
            FILE:4: the taxonomy has no category '9999'
            FILE:5: expected the kind gtin, name, source, phrase, keyword or maker but found 'word'
            FILE:6: the keyword rule '茶' is already on line 2, with the same category
            FILE:7: the keyword rule '茶' is already on line 2, with the category 1001
            FILE:8: the keyword rule '茶' contradicts line 2: one gives the category 1001, the other excludes 10
            FILE:10: the keyword rule '茶' is already on line 9, with the same category
            FILE:11: expected the action assign or veto, or nothing, but found 'drop'
            FILE:12: expected 3 to 14 digits of a GTIN but found '49'
            FILE:13: expected 3 to 14 digits of a GTIN but found '490123456789412'
            FILE:14: expected 3 to 14 digits of a GTIN but found '4901-2'
            FILE:15: pattern: has the invisible character U+200B
            FILE:16: maker: has the invisible character U+0007"""
                .replace("FILE", file.toString()));
  }

  @Test
  void aNulIsNoPattern() {
    assertThatThrownBy(() -> rules(PLAIN, "keyword,茶\u0000,1001,"))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("rules.csv");
  }

  @Test
  void aRowWithTooFewCellsIsTheUsersToCorrect() {
    assertThatThrownBy(() -> rules(PLAIN, "keyword,茶,1001,", "keyword,水"))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("rules.csv:3");
  }

  @Test
  void refusesAnotherHeader() {
    for (String header :
        List.of(
            "kind,word,category_id,note", "kind,pattern", "kind,pattern,category_id,note,note")) {
      assertThatThrownBy(() -> rules(header))
          .isInstanceOf(ConfigurationFailure.class)
          .hasMessage(
              file
                  + ":1: expected the columns kind, pattern, category_id, and of action, maker, source,"
                  + " note those that are wanted, but found "
                  + header);
    }
  }

  @Test
  void patternsAndTablesHaveALargestSize() throws Exception {
    String longest = "あ".repeat(RuleFile.PATTERN_LENGTH_MAX);
    Rules rules = rules(PLAIN, "name,%s,1001,".formatted(longest));
    assertThat(given(rules, named(longest))).isEqualTo("1001");
    assertThat(rules.ruling(named(longest)).assigned().orElseThrow().reason())
        .isEqualTo("name " + "あ".repeat(RuleFile.REASON_PATTERN_LENGTH_MAX) + "…");
    assertThatThrownBy(() -> rules(PLAIN, "name,%sあ,1001,".formatted(longest)))
        .hasMessageContaining(
            "rules.csv:2: expected a pattern of at most 500 characters but found 501");

    String[] most =
        IntStream.range(0, RuleFile.RULES_MAX)
            .mapToObj("name,n%d,1001,"::formatted)
            .toArray(String[]::new);
    assertThat(given(rules(PLAIN, most), named("n99999"))).isEqualTo("1001");
    most[0] += "\nname,one more,1001,";
    assertThatThrownBy(() -> rules(PLAIN, most))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("rules.csv: expected at most 100,000 rules but found 100,001");
  }

  @Test
  void onlyTheStartOfAnEndlessNameIsSearched() throws Exception {
    Rules rules = rules(PLAIN, "keyword,茶,1001,");
    String filler = "x".repeat(Rules.NAME_LENGTH_MAX - 1);
    assertThat(given(rules, named(filler + "茶"))).isEqualTo("1001");
    assertThat(given(rules, named(filler + "x茶"))).isEmpty();
  }

  @Test
  void warnsOfRulesThatAreHardlyMeant() throws Exception {
    assertThat(
            warnings(
                "gtin,4901234567895,1001,,,",
                "gtin,4901234567894,1001,,,",
                "gtin,49012347,1001,,,",
                "gtin,490123456789,1001,,,",
                "source,酒,1003,,,",
                "keyword,ビール,100301,,,酒",
                "name,ビール,100301,,,酒",
                "keyword,ガム,1002,,,",
                "phrase,ガム,1002,,,",
                "phrase,ガム,1001,,明治,",
                "keyword,靴,10,veto,,",
                "keyword,靴,1001,veto,,"))
        .containsExactly(
            "FILE:2: gtin 4901234567895: can never hold: the check digit of this GTIN is wrong",
            "FILE:4: gtin 49012347: holds for longer numbers that begin so; if it is a whole GTIN, write it as"
                + " 0000049012347",
            "FILE:7: keyword ビール + source 酒: can never win: line 6 (source 酒) goes before it",
            "FILE:10: phrase ガム: adds nothing to line 9 (keyword ガム)",
            "FILE:13: keyword 靴: adds nothing to line 12 (keyword 靴)");
  }

  @Test
  void theDefaultBundleGivesNoWarning() {
    assertThat(Categoriser.warnings(Path.of("dictionaries/default"))).isEmpty();
  }

  /// Prints what a name costs; fails only where that is out of all proportion.
  @Test
  void thousandsOfRulesAreLookedUpTogether() throws Exception {
    String kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホ";
    String lines =
        IntStream.range(0, 5_000)
            .mapToObj(
                i ->
                    "keyword,%c%c%c,1001,"
                        .formatted(
                            kana.charAt(i % 30), kana.charAt(i / 30 % 30), kana.charAt(i / 900)))
            .collect(Collectors.joining("\n"));
    Rules rules = rules(PLAIN, lines);
    for (int i = 0; i < 100; i++) {
      ProductText name = named("アイウエ クリーニング用 カキクケ" + i + " サシスセソタチツ 500ml×24本");

      assertThat(rules.ruling(name).assigned()).isPresent();
    }
    assertThat(rules.ruling(named("ヲヲヲ")).assigned()).isEmpty();
  }

  private List<String> warnings(String... lines) throws Exception {
    write(FULL, lines);
    return RuleLint.warnings(Path.of("FILE"), RuleFile.read(file, taxonomy), taxonomy);
  }

  private Rules rules(String header, String... lines) throws Exception {
    write(header, lines);
    return new Rules(RuleFile.read(file, taxonomy), taxonomy, ANALYSIS);
  }

  private void write(String header, String... lines) throws Exception {
    Files.writeString(file, header + "\n" + String.join("\n", lines) + "\n");
  }

  private static String given(Rules rules, ProductText product) {
    return rules.ruling(product).assigned().map(Rule::categoryId).orElse("");
  }

  private static ProductText named(String name) {
    return ProductText.named(name);
  }

  private static ProductText coded(String gtin) {
    return new ProductText("x", "", "", "", "", gtin);
  }

  private static ProductText product(String name, String maker, String source) {
    return new ProductText(name, maker, "", source, "", "");
  }
}
