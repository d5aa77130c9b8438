package dev.totonoe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.totonoe.categorise.CategoryModel.Label;
import dev.totonoe.categorise.ProductText;
import dev.totonoe.categorise.Taxonomy;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.train.Correction.Verdict;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorrectionsTest {
  private static final String HEADER = "商品名,メーカー,category_id,category_path,correct_category\n";
  private static final CorrectionColumns COLUMNS =
      new CorrectionColumns(List.of("商品名"), List.of("メーカー"), List.of(), List.of());

  @TempDir private Path directory;
  private CategoryNames names;

  @BeforeEach
  void readTaxonomy() throws Exception {
    Path taxonomy = directory.resolve("taxonomy.csv");
    Files.writeString(
        taxonomy,
        """
        id,path,name
        10,飲料,飲料
        1001,飲料 > 茶,茶
        1002,飲料 > その他,その他
        20,日用品,日用品
        2001,日用品 > 洗剤,洗剤
        2002,日用品 > その他,その他
        """);
    names = CategoryNames.of(Taxonomy.read(taxonomy));
  }

  private Corrections read(String rows) throws Exception {
    return read((HEADER + rows).getBytes(StandardCharsets.UTF_8));
  }

  private Corrections read(byte[] content) throws Exception {
    return Corrections.read(Files.write(directory.resolve("review.csv"), content), COLUMNS, names);
  }

  @Test
  void takesIdsPathsLastNamesAndOk() throws Exception {
    Corrections corrections =
        read(
            """
            緑茶,伊藤園,,,1001
            麦茶,,2001,日用品 > 洗剤,飲料＞茶
            粉洗剤,,1001,飲料 > 茶,洗剤
            液体洗剤,,2001,日用品 > 洗剤,ＯＫ
            紅茶,,1001,飲料 > 茶,茶
            水,,1002,飲料 > その他,
            """);

    assertThat(corrections.rows())
        .extracting(row -> row.product().name(), row -> row.category().id(), Correction::verdict)
        .containsExactly(
            tuple("緑茶", "1001", Verdict.CORRECTED),
            tuple("麦茶", "1001", Verdict.CORRECTED),
            tuple("粉洗剤", "2001", Verdict.CORRECTED),
            tuple("液体洗剤", "2001", Verdict.CONFIRMED),
            tuple("紅茶", "1001", Verdict.CONFIRMED));
    assertThat(corrections.rows().getFirst())
        .returns(2L, Correction::line)
        .returns(new ProductText("緑茶", "伊藤園", "", "", "", ""), Correction::product);
    assertThat(corrections.notLookedAt()).isEqualTo(1);
    assertThat(corrections.byCategory()).containsEntry("飲料 > 茶", 3L).containsEntry("日用品 > 洗剤", 2L);
  }

  @Test
  void readsWhatSpreadsheetsSave() throws Exception {
    String rows = "緑茶,,,,1001\r\n麦茶,\r\n,,,,\r\n紅茶,,1001,飲料 > 茶,ok\r\n";
    byte[] windows = (HEADER + rows).getBytes(Charset.forName("windows-31j"));
    byte[] utf16 =
        ("\uFEFF" + HEADER + rows).replace(',', '\t').getBytes(StandardCharsets.UTF_16LE);
    byte[] marked = ("\uFEFF" + HEADER + rows).getBytes(StandardCharsets.UTF_8);

    for (byte[] content : List.of(windows, utf16, marked)) {
      Corrections corrections = read(content);
      assertThat(corrections.rows())
          .extracting(row -> row.product().name())
          .containsExactly("緑茶", "紅茶");
      assertThat(corrections.notLookedAt()).isEqualTo(1);
    }
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    String at = directory.resolve("review.csv") + ":";
    assertThatThrownBy(
            () ->
                read(
                    """
                    緑茶,,,,ok
                    麦茶,,1001,飲料 > 茶,その他
                    紅茶,,1001,飲料 > 茶,飲み物
                    洗剤,,9999,なし,ok
                    ,,1001,飲料 > 茶,ok
                    水,,1001,飲料 > 茶,飲
                    """))
        .isInstanceOf(InputFailure.class)
        .hasMessageContaining("review.csv: nothing was learnt; rows to correct: 6\n")
        .hasMessageContaining(
            at
                + "2:correct_category: expected a category but found ok where none is suggested; write the category, or leave it empty")
        .hasMessageContaining(
            at
                + "3:correct_category: expected one category but 2 are called so, found \"その他\"; write the id of one: 1002 (飲料 > その他), 2002 (日用品 > その他)")
        .hasMessageContaining(
            at
                + "4:correct_category: expected the id, the path or the last name of a category, found \"飲み物\"; look it up in the taxonomy.csv of the dictionary, or add it there")
        .hasMessageContaining(
            at + "5:correct_category: expected a suggestion that exists but found ok for \"9999\"")
        .hasMessageContaining(at + "6:correct_category: expected a product with a name")
        .hasMessageContaining(
            "found \"飲\"; these are near: 10 (飲料), 1001 (飲料 > 茶), 1002 (飲料 > その他)");
  }

  @Test
  void namesBothLinesOfAContradiction() {
    assertThatThrownBy(() -> read("ﾘﾝｺﾞ,,,,1001\nみかん,,,,1001\nりんご,,,,2001\nりんご,,,,1001\n"))
        .isInstanceOf(InputFailure.class)
        .hasMessageContaining("rows to correct: 1\n")
        .hasMessageEndingWith(
            "review.csv:4:correct_category: expected the category of line 2, 1001, for the same name \"りんご\" but found 2001; make them agree");
  }

  @Test
  void saysHowToGetTheColumn() {
    assertThatThrownBy(() -> read("商品名,category_id\n緑茶,1001\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageEndingWith(
            "review.csv:1: expected a column 'correct_category' but found [商品名, category_id]; take the review.csv of a run, which has it as its last column, and write the right category or ok in it");
    assertThatThrownBy(() -> read("品,correct_category\n緑茶,1001\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("expected the names in a column '商品名'");
  }

  @Test
  void refusesAFileThatNobodyFilledIn() {
    assertThatThrownBy(() -> read("緑茶,,,,\n麦茶,,,,\n"))
        .isInstanceOf(InputFailure.class)
        .hasMessageContaining("but found it empty in all 2; fill it in first");
  }

  @Test
  void theLastColumnOfTheNameCounts() throws Exception {
    Corrections corrections =
        read(
            "correct_category,商品名,correct_category\n2001,緑茶,1001\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(corrections.rows())
        .singleElement()
        .extracting(row -> row.category().id())
        .isEqualTo("1001");
  }

  @Test
  void withoutTaxonomyAnyTextIsALabel() throws Exception {
    names = CategoryNames.ofLabels(List.of(new Label("飲料", "飲料")));
    assertThat(read("緑茶,,,,ｲﾝﾘｮｳ\n木材,,,, 建材 \n石,,飲料,飲料,OK\n").rows())
        .extracting(row -> row.category().id())
        .containsExactly("ｲﾝﾘｮｳ", "建材", "飲料");
  }
}
