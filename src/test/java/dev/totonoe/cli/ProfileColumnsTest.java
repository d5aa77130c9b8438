package dev.totonoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.csv.DialectHints;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.train.LabelledColumns;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfileColumnsTest {
  @TempDir private Path directory;
  private Path profile;

  @BeforeEach
  void profile() throws Exception {
    profile =
        Files.writeString(
            directory.resolve("dataset.yaml"),
            """
            columns:
              - name: item
                from: [ｼｮｳﾋﾝ]
                kind: name
              - name: 価格
                kind: price
              - name: カテゴリ
                kind: category
              - name: 部門
                kind: category
              - name: ブランド
                kind: maker
              - name: 備考
                kind: text
            """);
  }

  @Test
  void takesTheColumnsThatTheProfileNamesByTheirKinds() throws Exception {
    Path file = write("id,ショウヒン,部門,ブランド,備考,説明,category_id\n1,お茶,飲料,伊藤園,,温かい,11\n");

    LabelledColumns columns = ProfileColumns.complete(LabelledColumns.byHeading(), profile, file);

    assertThat(columns.text()).hasValue("ショウヒン");
    assertThat(columns.maker()).hasValue("ブランド");
    assertThat(columns.sourceCategory()).hasValue("部門");
    assertThat(columns.description()).isEmpty();
    assertThat(columns.label()).isEmpty();
  }

  @Test
  void neverTakesTheColumnWithTheLabels() throws Exception {
    Path file = write("ショウヒン,カテゴリ,部門\nお茶,飲料,食品\n");
    LabelledColumns byHeading = ProfileColumns.complete(LabelledColumns.byHeading(), profile, file);
    LabelledColumns named = ProfileColumns.complete(labelled("部門", "備考"), profile, file);

    assertThat(byHeading.sourceCategory()).hasValue("部門");
    assertThat(named.sourceCategory()).hasValue("カテゴリ");
  }

  @Test
  void whatAnOptionNamesStands() throws Exception {
    Path file = write("ショウヒン,備考,説明,category\nお茶,,温かい,11\n");

    assertThat(ProfileColumns.complete(labelled("category", "説明"), profile, file).description())
        .hasValue("説明");
  }

  @Test
  void readsTheFileAsTheProfileSays() throws Exception {
    Files.writeString(
        profile,
        """
        input:
          encoding: windows-31j
          header: 2
        columns:
          - name: 商品
            kind: name
        """);
    Path file = directory.resolve("labelled.txt");
    Files.write(file, "一覧\n商品\t分類\nお茶\t飲料\n".getBytes(Charset.forName("windows-31j")));

    LabelledColumns columns = ProfileColumns.complete(LabelledColumns.byHeading(), profile, file);

    assertThat(columns.text()).hasValue("商品");
    assertThat(columns.hints().headerLine()).hasValue(2);
    assertThat(columns.hints().delimiter()).hasValue('\t');
  }

  @Test
  void refusesAProfileThatIsNotThere() throws Exception {
    Path file = write("name,label\nお茶,飲料\n");
    Path absent = directory.resolve("absent.yaml");

    assertThatThrownBy(() -> ProfileColumns.complete(LabelledColumns.byHeading(), absent, file))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage("--profile " + absent + ": expected a profile but there is no such file");
  }

  private Path write(String text) throws Exception {
    return Files.writeString(directory.resolve("labelled.csv"), text);
  }

  private static LabelledColumns labelled(String label, String description) {
    Optional<String> none = Optional.empty();
    return new LabelledColumns(
        none, Optional.of(label), none, none, Optional.of(description), none, DialectHints.none());
  }
}
