package dev.totonoe.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.totonoe.csv.DialectHints;
import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.LineEnd;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.Choice;
import dev.totonoe.record.Choices;
import dev.totonoe.record.ColumnKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProfileTest {
  private static final String FILE = "datasets/x/dataset.yaml";

  @Test
  void readsEveryKey() {
    Profile profile =
        Profile.parse(
            """
            model: shop-2026
            dictionary: grocery
            input:
              encoding: windows-31j
              delimiter: tab
              header: 3
            columns:
              - name: 商品名
                from: [品名, 商品名称]
                kind: name
              - name: 型番
                kind: code
                normalise: {dash: on, width: on}
              - name: 備考
            normalise:
              name:
                deletable: off
                kana: on
            category:
              threshold: 0.8
              description: 商品説明
            output:
              encoding: utf-8-bom
              delimiter: tab
              line_end: crlf
            quality:
              rejects_max: 2.5%
            """,
            FILE);

    assertThat(profile)
        .isEqualTo(
            new Profile(
                "shop-2026",
                "grocery",
                new InputSettings(
                    new DialectHints(
                        Optional.of(Encoding.WINDOWS_31J), Optional.of('\t'), OptionalInt.of(3))),
                List.of(
                    new ColumnRule("商品名", List.of("品名", "商品名称"), Optional.of(ColumnKind.NAME)),
                    new ColumnRule(
                        "型番",
                        List.of(),
                        Optional.of(ColumnKind.CODE),
                        Map.of(Choice.DASH, "on", Choice.WIDTH, "on")),
                    new ColumnRule("備考", List.of(), Optional.empty())),
                Map.of(
                    ColumnKind.NAME, new Choices(ColumnKind.NAME, Map.of(Choice.DELETABLE, "off"))),
                OptionalDouble.of(0.8),
                List.of("商品説明"),
                new OutputSettings(new OutputFormat(Encoding.UTF_8, true, '\t', LineEnd.CRLF)),
                OptionalDouble.of(0.025)));
  }

  @Test
  void anEmptyFileMeansTheDefaults() {
    for (String empty : List.of("", "\n", "# nothing\n", "\uFEFF", "---\n", "~".replace("~", ""))) {
      assertThat(Profile.parse(empty, FILE)).isEqualTo(Profile.defaults());
    }
    assertThat(Profile.defaults().model()).isEqualTo("default");
    assertThat(Profile.defaults().dictionary()).isEqualTo("default");
    assertThat(Profile.defaults().output().format()).isEqualTo(OutputFormat.standard());
  }

  @Test
  void anEmptyValueIsAsGoodAsAnAbsentKey() {
    assertThat(Profile.parse("model:\ncolumns:\n#  - name: x\ninput:\n  header:\n", FILE))
        .isEqualTo(Profile.defaults());
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstKey() {
    assertThat(Profile.parse("\uFEFFmodel: none\n", FILE).model()).isEqualTo(Profile.NO_MODEL);
  }

  @Test
  void headerNoneIsLineZero() {
    assertThat(Profile.parse("input: {header: none}", FILE).input().hints().headerLine())
        .hasValue(0);
  }

  @Test
  void scalarsAreWhatIsWritten() {
    Profile profile = Profile.parse("model: no\ndictionary: 1.0\ncolumns: [{name: 0123}]", FILE);
    assertThat(profile.model()).isEqualTo("no");
    assertThat(profile.dictionary()).isEqualTo("1.0");
    assertThat(profile.columns().getFirst().name()).isEqualTo("0123");
  }

  @Test
  void aColumnsOwnNameInItsFromSaysNothingNew() {
    assertThat(Profile.parse("columns: [{name: 品名, from: [品 名, 名称]}]", FILE).columns())
        .containsExactly(new ColumnRule("品名", List.of("名称"), Optional.empty()));
  }

  @Test
  void canonicalTextIsTheSameForProfilesThatMeanTheSame() {
    Profile one = Profile.parse("{category: {threshold: 0.80}, columns: [{name: 'a b'}]}", FILE);
    Profile other =
        Profile.parse(
            "# other\nmodel: default\ncolumns:\n- name: a b\ncategory:\n  threshold: 0.8\n", FILE);
    assertThat(one.canonicalText())
        .isEqualTo(other.canonicalText())
        .isEqualTo(
            """
            model: default
            dictionary: default
            input:
              encoding: auto
              delimiter: auto
              header: auto
            columns:
              - name: "a b"
            category:
              threshold: 0.8
            output:
              encoding: utf-8
              delimiter: comma
              line_end: lf
            """);
    assertThat(Profile.parse(one.canonicalText(), FILE)).isEqualTo(one);
  }

  @Test
  void readsAFileAndTakesItsAbsenceForTheDefaults(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("dataset.yaml");
    assertThat(Profile.read(file, FILE)).isEqualTo(Profile.defaults());
    Files.writeString(file, "model: none\n");
    assertThat(Profile.read(file, FILE).model()).isEqualTo("none");
  }

  @Test
  void refusesAFileThatIsNoProfile(@TempDir Path directory) throws Exception {
    assertThatThrownBy(() -> Profile.read(directory, FILE))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(FILE + ": expected a file but found a directory");

    Path file = directory.resolve("dataset.yaml");
    Files.write(file, "model: x # 商品".getBytes(Encoding.WINDOWS_31J.charset()));
    assertThatThrownBy(() -> Profile.read(file, FILE))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(FILE + ": expected UTF-8 but found bytes that are not; save the file as UTF-8");

    Files.writeString(file, "# 品".repeat(Profile.FILE_BYTES_MAX / 4));
    assertThatThrownBy(() -> Profile.read(file, FILE))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(FILE + ": longer than a profile may be (1048576 bytes)");
  }

  @Test
  void saysOnlySoMuchAtOnce() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      yaml.append("qqqqqq").append(i).append(": 1\n");
    }
    ConfigurationFailure failure =
        catchThrowableOfType(
            ConfigurationFailure.class, () -> Profile.parse(yaml.toString(), FILE));
    assertThat(failure.getMessage().lines()).hasSize(51).last().isEqualTo(FILE + ": and 10 more");
  }
}
