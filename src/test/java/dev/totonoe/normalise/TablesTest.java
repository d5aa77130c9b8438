package dev.totonoe.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.normalise.Tables.Replacement;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.text.WordDictionaries;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TablesTest {
  @TempDir private Path directory;

  private void write(String file, String text) throws IOException {
    Files.writeString(directory.resolve(file), text);
  }

  @Test
  void missingFilesAreEmptyTables() {
    assertThat(Tables.load(directory)).isEqualTo(Tables.none());
  }

  @Test
  void readsTheThreeTables() throws IOException {
    write("replacements.csv", "kind,from,to\nname,珈琲,コーヒー\n*,\"a,\"\"b\",\n");
    write("deletable.csv", "phrase\n送料無料\r\n\n\"二行\nの句\"\n");
    write("brands.csv", "spelling,canonical\nＳ＆Ｂ,エスビー食品\nS & B,エスビー食品\n");

    Tables tables = Tables.load(directory);

    assertThat(tables.replacements())
        .containsExactly(
            new Replacement(Optional.of(ColumnKind.NAME), "珈琲", "コーヒー"),
            new Replacement(Optional.empty(), "a,\"b", ""));
    assertThat(tables.deletable()).containsExactly("送料無料", "二行\nの句");
    assertThat(tables.brands().byKey())
        .isEqualTo(Map.of("s&b", "エスビー食品", SpellingKey.of("エスビー食品"), "エスビー食品"));
  }

  @Test
  void reportsEveryBadLineAtOnce() throws IOException {
    write("replacements.csv", "kind,from,to\ncolor,a,b\nname,,b\nname,a\n");
    write("deletable.csv", "phrases\n送料無料\n");
    write("brands.csv", "spelling,canonical\nmeiji,明治\nＭＥＩＪＩ,森永\n,明治\n");

    assertThatThrownBy(() -> Tables.load(directory))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(
            """
            %1$s/replacements.csv:4: expected 3 cells as in the header but found 2; the table is not used; add the missing cells, or quote a line break that stands inside a cell
            %1$s/replacements.csv:2: kind: expected name, maker, content, text, category or * but found "color"
            %1$s/replacements.csv:3: from: expected the text to replace but found nothing
            %1$s/deletable.csv:1: expected the header phrase but found phrases
            %1$s/brands.csv:4: expected a spelling and its canonical form but found "", "明治"
            %1$s/brands.csv:3: "ＭＥＩＪＩ" stands for "森永" here and for "明治" on line 2; keep one"""
                .formatted(directory));
  }

  @Test
  void refusesATableThatIsNotUtf8() throws IOException {
    byte[] shiftJis = "phrase\n送料無料\n".getBytes(Charset.forName("windows-31j"));
    Files.write(directory.resolve("deletable.csv"), shiftJis);

    assertThatThrownBy(() -> Tables.load(directory))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageStartingWith(directory + "/deletable.csv:2:1: expected utf-8 text");
  }

  @Test
  void refusesCompatibilityCharactersThatAreNone() throws IOException {
    Files.writeString(directory.resolve("compatibility.csv"), "from,to\n①,(1)\n①,1\n㈱㈲,x\n㌔,①\n");

    assertThatThrownBy(() -> Tables.load(directory))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("compatibility.csv:3: ① is expanded already above; keep one")
        .hasMessageContaining("compatibility.csv:4: from: expected one character but found \"㈱㈲\"")
        .hasMessageContaining("compatibility.csv:5: to: \"①\" has ①, which is expanded itself");
  }

  @Test
  void refusesADeletablePhraseThatIsInsideOtherWords() throws IOException {
    Files.writeString(directory.resolve("deletable.csv"), "phrase\n#個\n#円OFF\n");

    assertThatThrownBy(() -> Tables.load(directory))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("deletable.csv:2: phrase: \"#個\" is too short")
        .hasMessageNotContaining("deletable.csv:3");
  }

  @Test
  void takesTheWordsThatWereReadAlready(@TempDir Path other) throws IOException {
    Files.writeString(other.resolve("userdict.csv"), "戸隠堂,戸隠堂,トガクレドウ,カスタム名詞\n");
    WordDictionaries words = WordDictionaries.open(other);

    Tables tables = Tables.load(directory, words);

    assertThat(tables.vocabulary()).isSameAs(words.vocabulary());
    assertThat(tables.lists().readings().ofKanji("戸隠堂")).contains("トガクレドウ");
  }
}
