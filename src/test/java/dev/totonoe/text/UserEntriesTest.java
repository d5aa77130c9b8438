package dev.totonoe.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UserEntriesTest {
  @TempDir private Path bundle;

  @Test
  void namesEveryBadLine() throws IOException {
    write("極上,極上,ゴクジョウ,名詞\n極上\n天然水,天然 氷,テンネン スイ,名詞\n天然塩,天然 塩,テンネンシオ,名詞\n極上,極上,キョクジョウ,名詞\n");

    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageStartingWith("the user dictionary has errors:\n")
        .hasMessageContaining(file() + ":2: expected surface,segmentation,readings,partOfSpeech")
        .hasMessageContaining(file() + ":3: the segmentation '天然 氷' does not spell '天然水'")
        .hasMessageContaining(file() + ":4: 2 segments but 1 readings")
        .hasMessageContaining(file() + ":5: '極上' is already on line 1")
        .hasMessageNotContaining(":1: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "天然水,天然水,テンネンスイ,              | the part of speech is empty",
        "天然水,天然水,天然水,名詞                | expected a reading in katakana but found '天然水'",
        "天然水,天然水,tennensui,名詞             | expected a reading in katakana but found 'tennensui'",
        "天然水,天然水,,名詞                      | expected a reading in katakana but found ''",
        ",,,名詞                                  | the surface is empty",
        "コカ コーラ,コカ コーラ,コカ コーラ,名詞 | the surface 'コカ コーラ' has a space",
        "\"天然水,天然水,テンネンスイ,名詞        | expected surface,segmentation,readings,partOfSpeech",
        "天然水、天然水、テンネンスイ、名詞       | expected surface,segmentation,readings,partOfSpeech"
      })
  void refusesAnEntryThatKuromojiWouldMisunderstand(String line, String error) throws IOException {
    write("# a comment\n\n" + line.strip() + "\n");

    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining(file() + ":3: " + error);
  }

  @Test
  void refusesCharactersThatNobodySees() throws IOException {
    write("天然\0水,天然水,テンネンスイ,名詞\n天然塩,天然\u200B塩,テンネンシオ,名詞\n極\u0085上,極上,ゴクジョウ,名詞\n");

    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining(":1: the invisible character U+0000 cannot be in an entry; delete it")
        .hasMessageContaining(":2: the invisible character U+200B")
        .hasMessageContaining(":3: the invisible character U+0085");
  }

  @Test
  void tellsEntriesThatFoldToOneSurface() throws IOException {
    write("ＴＯＰ極,ＴＯＰ極,トップキワミ,名詞\n天然水,天然水,テンネンスイ,名詞\ntop極,top極,トップキワミ,名詞\n");

    assertThatThrownBy(this::open).hasMessageEndingWith(file() + ":3: 'top極' is already on line 1");
  }

  @Test
  void tellsTheLinesThatAreNotUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("極上,極上,ゴクジョウ,名詞\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    bytes.writeBytes("天然水,天然水,テンネンスイ,名詞\n".getBytes(Charset.forName("windows-31j")));
    Files.write(file(), bytes.toByteArray());

    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage("the user dictionary has errors:\n" + file() + ":2: is not in UTF-8");
  }

  @Test
  void refusesASentenceForASurfaceAndAFileWithoutEnd() throws IOException {
    String sentence = "長".repeat(UserEntries.SURFACE_CHARS_MAX + 1);
    write("%s,%s,ナガイ,名詞\n".formatted(sentence, sentence));
    assertThatThrownBy(this::open).hasMessageContaining(":1: the surface has 101 letters");

    try (var out = Files.newByteChannel(file(), java.nio.file.StandardOpenOption.WRITE)) {
      out.position(UserEntries.FILE_BYTES_MAX);
      out.write(java.nio.ByteBuffer.wrap(new byte[1]));
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("expected at most 16,777,216 bytes but found 16,777,217");
  }

  @Test
  void shortensALongListOfErrors() throws IOException {
    write("極上\n".repeat(100));

    assertThatThrownBy(this::open)
        .hasMessageContaining(":20: ")
        .hasMessageNotContaining(":21: ")
        .hasMessageEndingWith("and 80 more");
  }

  @Test
  void quotesNoMoreThanTheBeginningOfALongLine() throws IOException {
    write("極".repeat(100_000) + "\n");

    assertThatThrownBy(this::open)
        .hasMessageEndingWith("極 …")
        .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(500));
  }

  @Test
  void whatCannotBeReadIsTheEnvironments() throws IOException {
    Files.createDirectory(file());

    assertThatThrownBy(this::open)
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("userdict.csv: cannot be read");
  }

  @Test
  void takesQuotedCellsAndAnExcelFilesFirstBytes() throws IOException {
    write("\uFEFF\"五,六本\",\"五,六 本\",ゴロク ホン,名詞\r\n＃極,＃極,シャープキワミ,名詞\r\n");

    assertThat(surfaces("五,六本")).containsExactly("五,六", "本");
    assertThat(surfaces("牛乳#極")).containsExactly("牛乳", "#極");
  }

  @Test
  void takesAReadingInHiraganaOrHalfWidth() throws IOException {
    write("極旨出汁,極旨 出汁,ごくうま ﾀﾞｼ,名詞\n");

    assertThat(open().analysis().tokens("極旨出汁"))
        .extracting(Token::reading)
        .containsExactly("ゴクウマ", "ダシ");
  }

  @Test
  void warnsOfEntriesWithoutEffect() throws IOException {
    write("牛乳,牛乳,ギュウニュウ,名詞\n緑茶,緑茶,ミドリチャ,名詞\n極旨,極旨,ゴクウマ,名詞\n牛乳パン,牛乳 パン,ギュウニュウ パン,名詞\n");

    assertThat(open().warnings())
        .containsExactly(
            file() + ":1: '牛乳' is split and read so without this entry; it can go",
            file() + ":4: '牛乳パン' is split and read so without this entry; it can go");
  }

  @Test
  void theDefaultBundlesEntriesAreSound() {
    WordDictionaries words = WordDictionaries.open(Path.of("dictionaries/default"));

    assertThat(words.analysis().tokens("厚揚げ")).extracting(Token::surface).containsExactly("厚揚げ");
    assertThat(words.warnings()).isEmpty();
  }

  private WordDictionaries open() {
    return WordDictionaries.open(bundle);
  }

  private List<String> surfaces(String text) {
    return open().analysis().tokens(Folding.plain(text)).stream().map(Token::surface).toList();
  }

  private Path file() {
    return bundle.resolve(WordDictionaries.USER_DICTIONARY);
  }

  private void write(String text) throws IOException {
    Files.writeString(file(), text);
  }
}
