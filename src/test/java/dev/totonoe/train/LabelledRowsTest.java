package dev.totonoe.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.csv.DialectHints;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.InputFailure;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabelledRowsTest {
  @TempDir private Path directory;

  @Test
  void readsTheColumnsThatAreNamed() throws Exception {
    Path file =
        write(
            "labelled.csv",
            "商品名,ﾒｰｶｰ,部門,説明,仕入先,分類\nお茶,伊藤園,飲料,まとめ買い,A商事,茶\n石鹸, 花王 ,日用品,,,洗剤\n,花王,,,,洗剤\n");
    LabelledColumns columns =
        new LabelledColumns(
            Optional.empty(),
            Optional.empty(),
            Optional.of("ﾒｰｶｰ"),
            Optional.of("部門"),
            Optional.of("説明"),
            Optional.of("仕入先"),
            DialectHints.none());

    LabelledRows rows = LabelledRows.read(file, columns);

    assertThat(rows.rows())
        .containsExactly(
            new LabelledRows.Row(2, "お茶", "伊藤園", "飲料", "まとめ買い", "茶", "A商事"),
            new LabelledRows.Row(3, "石鹸", "花王", "日用品", "", "洗剤", ""));
    assertThat(rows.rows()).extracting(LabelledRows.Row::group).containsExactly("A商事", "石鹸");
    assertThat(rows.skipped()).isEqualTo(1);
    assertThat(rows.columns())
        .containsExactly(
            Map.entry("text", "商品名"),
            Map.entry("label", "分類"),
            Map.entry("maker", "ﾒｰｶｰ"),
            Map.entry("source_category", "部門"),
            Map.entry("description", "説明"),
            Map.entry("group", "仕入先"));
  }

  @Test
  void learnsFromNoOtherColumnUnlessItIsNamed() throws Exception {
    Path file = write("labelled.csv", "name,maker,category_path,category_id\nお茶,伊藤園,飲料 > 茶,11\n");

    assertThat(LabelledRows.read(file, LabelledColumns.byHeading()).rows())
        .containsExactly(new LabelledRows.Row(2, "お茶", "", "", "", "11", ""));
  }

  @Test
  void holdsALabelThatRepeatsOnce() throws Exception {
    Path file = write("labelled.tsv", "name\tlabel\nお茶\t飲料\n紅茶\t飲料\n");
    List<LabelledRows.Row> rows = LabelledRows.read(file, LabelledColumns.byHeading()).rows();

    assertThat(rows.get(0).label()).isSameAs(rows.get(1).label());
  }

  @Test
  void readsWhatSpreadsheetsWriteInJapan() throws Exception {
    Path file = directory.resolve("labelled.csv");
    StringBuilder lines = new StringBuilder("商品名;分類\r\n");
    for (int i = 0; i < 20; i++) {
      lines.append("①緑茶").append(i).append(";飲料\r\n");
    }
    Files.write(file, lines.toString().getBytes(Charset.forName("windows-31j")));

    assertThat(LabelledRows.read(file, LabelledColumns.byHeading()).rows())
        .hasSize(20)
        .first()
        .isEqualTo(new LabelledRows.Row(2, "①緑茶0", "", "", "", "飲料", ""));
  }

  @Test
  void takesTheHeaderWhereTheHintsSay() throws Exception {
    Path file = write("labelled.csv", "商品一覧,\nname,label\nお茶,飲料\n");
    LabelledColumns none = LabelledColumns.byHeading();
    LabelledColumns columns =
        new LabelledColumns(
            none.text(),
            none.label(),
            none.maker(),
            none.sourceCategory(),
            none.description(),
            none.group(),
            new DialectHints(Optional.empty(), Optional.empty(), OptionalInt.of(2)));

    assertThat(LabelledRows.read(file, columns).rows())
        .containsExactly(new LabelledRows.Row(3, "お茶", "", "", "", "飲料", ""));
  }

  @Test
  void refusesAColumnThatIsNotThere() throws Exception {
    Path file = write("labelled.tsv", "品名\t分類\n緑茶\t飲料\n");

    assertThatThrownBy(() -> LabelledRows.read(file, named("nmae", "分類")))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(file + ":1: expected a column 'nmae' but found [品名, 分類]");
  }

  @Test
  void refusesToLearnFromTheLabels() throws Exception {
    Path file = write("labelled.csv", "name,maker,category\nお茶,伊藤園,飲料\n");

    assertThatThrownBy(() -> LabelledRows.read(file, named("category", "category")))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining(
            "are both looked for in the column 'category'; say --text and --label");
    LabelledColumns columns =
        new LabelledColumns(
            Optional.empty(),
            Optional.of("category"),
            Optional.empty(),
            Optional.of("category"),
            Optional.empty(),
            Optional.empty(),
            DialectHints.none());
    assertThatThrownBy(() -> LabelledRows.read(file, columns))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("'category' has the labels and cannot be learnt from as well");
  }

  @Test
  void refusesATableOfOneColumn() throws Exception {
    Path file = write("labelled.csv", "name\nお茶\n");

    assertThatThrownBy(() -> LabelledRows.read(file, LabelledColumns.byHeading()))
        .isInstanceOf(InputFailure.class)
        .hasMessageContaining(":1: expected a header with a column of names and one of labels");
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(directory.resolve(name), text);
  }

  private static LabelledColumns named(String text, String label) {
    return new LabelledColumns(
        Optional.of(text),
        Optional.of(label),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DialectHints.none());
  }
}
