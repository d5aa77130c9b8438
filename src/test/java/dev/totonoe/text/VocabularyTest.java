package dev.totonoe.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VocabularyTest {
  @Test
  void knowsNounsAsTheyAreWritten() {
    Vocabulary vocabulary = Vocabulary.standard();

    assertThat(vocabulary.knows("チョコレート")).isTrue();
    assertThat(vocabulary.knows("キヤノン")).as("a proper noun").isTrue();
    assertThat(vocabulary.knows("チヨコレート")).isFalse();
    assertThat(vocabulary.knows("チョコ")).isTrue();
    assertThat(vocabulary.knows("チョコレー")).isFalse();
    assertThat(vocabulary.knows("走る")).as("a verb").isFalse();
    assertThat(vocabulary.knows("")).isFalse();
    assertThat(vocabulary.knows("\uD800")).isFalse();
  }

  @Test
  void findsCommonNounsInEverySpellingAndProperOnesInTheFirst() {
    List<String> spellings = List.of("キ", "ユュ", "ー", "ピ", "ー");

    assertThat(Vocabulary.standard().nounsAt(spellings, 0)).contains("キユーピー", "キューピー");
    assertThat(Vocabulary.standard().nounsAt(List.of("キ", "ャヤ", "ノ", "ン"), 0))
        .doesNotContain("キヤノン");
  }

  @Test
  void knowsTheEntriesOfAUserDictionary(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("userdict.csv");
    Files.writeString(file, "天然水,天然水,テンネンスイ,カスタム名詞\n");

    assertThat(WordDictionaries.open(directory).vocabulary().knows("天然水")).isTrue();
    assertThat(Vocabulary.standard().knows("天然水")).isFalse();
  }
}
