package dev.totonoe.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.DebianSources;
import dev.totonoe.failure.ConfigurationFailure;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.ja.dict.TokenInfoDictionary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SystemDictionaryCompilerTest {
  private static final Charset EUC_JP = Charset.forName("EUC-JP");
  private static final List<String> CLASSES =
      List.of(
          "DEFAULT",
          "SPACE",
          "SYMBOL",
          "NUMERIC",
          "ALPHA",
          "CYRILLIC",
          "GREEK",
          "HIRAGANA",
          "KATAKANA",
          "KANJI",
          "KANJINUMERIC");

  @TempDir private Path directory;

  private Path sources;
  private Path work;

  /// Sources in UniDic's layout: lines of 21 columns, lemmas with what tells them apart, no
  /// eleventh column in `unk.def`.
  @BeforeEach
  void unidic() throws IOException {
    sources = Files.createDirectory(directory.resolve("sources"));
    work = Files.createDirectory(directory.resolve("work"));
    write(
        "lex.csv",
        """
        珈琲,1,1,100,名詞,普通名詞,一般,*,*,*,コーヒー,コーヒー-coffee,珈琲,コーヒー,珈琲,コーヒー,外,*,*,*,*
        飲ん,2,2,100,動詞,一般,*,*,五段-マ行,連用形-撥音便,ノム,飲む,飲ん,ノン,飲む,ノム,和,*,*,*,*
        。,3,3,100,補助記号,句点,*,*,*,*,,。,。,*,。,*,記号,*,*,*,*
        """);
    StringBuilder unknown = new StringBuilder();
    CLASSES.forEach(name -> unknown.append(name).append(",4,4,9000,名詞,普通名詞,一般,*,*,*\n"));
    write("unk.def", unknown.toString());
    StringBuilder characters = new StringBuilder();
    CLASSES.forEach(name -> characters.append(name).append(" 1 1 0\n"));
    write("char.def", characters + "0x3041..0x3096 HIRAGANA # letters\n0x20000..0x2FFFF KANJI\n");
    StringBuilder matrix = new StringBuilder("6 6\n");
    for (int i = 0; i < 36; i++) {
      matrix.append("%d %d %d\n".formatted(i / 6, i % 6, i));
    }
    write("matrix.def", matrix.toString());
  }

  @Test
  void compilesDebiansIpadicToLucenesOwnBytes() throws IOException {
    SystemDictionaryCompiler.Compilation compiled =
        SystemDictionaryCompiler.compile(
            DebianSources.ipadic(), Optional.empty(), Optional.empty(), work);

    assertThat(compiled.format()).isEqualTo(MecabFormat.IPADIC);
    assertThat(compiled.encoding()).isEqualTo(EUC_JP);
    assertThat(compiled.words()).isEqualTo(392_127);
    assertThat(compiled.longBaseForms()).isZero();
    assertThat(compiled.ownCharacters()).isFalse();
    try (Stream<Path> files = Files.list(compiled.directory())) {
      for (Path file : files.toList()) {
        try (var own =
            TokenInfoDictionary.class.getResourceAsStream(file.getFileName().toString())) {
          assertThat(Files.readAllBytes(file)).as(file.toString()).isEqualTo(own.readAllBytes());
        }
      }
    }
  }

  @Test
  void compilesTheLayoutOfUniDic() {
    SystemDictionaryCompiler.Compilation compiled = compile();

    assertThat(compiled.format()).isEqualTo(MecabFormat.UNIDIC);
    assertThat(compiled.encoding()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(compiled.words()).isEqualTo(3);
    assertThat(compiled.ownCharacters()).isTrue();
    WordDictionaries words = WordDictionaries.open(directory, compiled.directory());
    assertThat(words.analysis().tokens("珈琲飲ん。"))
        .containsExactly(new Token("珈琲", "コーヒー", "コーヒー"), new Token("飲ん", "飲む", "ノン"));
    assertThat(words.vocabulary().knows("珈琲")).isTrue();
    assertThat(words.vocabulary().knows("牛乳")).as("not a word of this dictionary").isFalse();
  }

  @Test
  void readsWhateverEncodingTheSourcesAreIn() throws IOException {
    for (String name : List.of("lex.csv", "unk.def", "char.def")) {
      Path file = sources.resolve(name);
      Files.writeString(file, Files.readString(file), EUC_JP);
    }

    assertThat(compile().encoding()).isEqualTo(EUC_JP);
  }

  @Test
  void aBaseFormThatLuceneCannotHoldIsLeftOut() throws IOException {
    write("lex.csv", "飲,1,1,100,動詞,*,*,*,*,*,アイウエオカキクケコサシスセソタ,ノム,ノム\n");

    SystemDictionaryCompiler.Compilation compiled = compile();

    assertThat(compiled.format()).isEqualTo(MecabFormat.IPADIC);
    assertThat(compiled.longBaseForms()).isOne();
    assertThat(WordDictionaries.open(directory, compiled.directory()).analysis().tokens("飲"))
        .containsExactly(new Token("飲", "飲", "ノム"));
  }

  @Test
  void namesEveryLineThatCannotBeCompiled() throws IOException {
    write(
        "lex.csv",
        """
        珈琲,1,1,100,名詞,*,*,*,*,*,珈琲,コーヒー,コーヒー
        紅茶,1,1,100
        緑茶,1,2,100,名詞,*,*,*,*,*,緑茶,リョクチャ,リョクチャ
        牛乳,9,9,100,名詞,*,*,*,*,*,牛乳,ギュウニュウ,ギュウニュウ
        豆乳,1,1,99999,名詞,*,*,*,*,*,豆乳,トウニュウ,トウニュウ
        甘酒,1,1,100,動詞,*,*,*,*,*,甘酒,アマザケ,アマザケ
        麦茶,2,2,100,*,*,*,*,*,*,麦茶,ムギチャ,ムギチャ
        ,1,1,100,名詞,*,*,*,*,*,白湯,サユ,サユ
        """);
    write("unk.def", "KANJI,4,4,9000,名詞,普通名詞,一般,*,*,*\nEMOJI,4,4,9000,名詞,普通名詞,一般,*,*,*\n");
    write("char.def", "KANJI 0 0 2\n\n# ranges\n0x4E00..0x9FFF KANJI\n0x1F600 EMOJI\nKANJI 0\n");

    assertThatThrownBy(this::compile)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageStartingWith(sources + " (read as ipadic in UTF-8) cannot be compiled:")
        .hasMessageContaining("lex.csv:2: expected at least 13 columns but found 4")
        .hasMessageContaining("lex.csv:3: the left context is 1 and the right one 2")
        .hasMessageContaining("lex.csv:4: expected a context of 0 to 5 but found 9")
        .hasMessageContaining("lex.csv:5: expected two contexts and a cost but found 1,1,99999")
        .hasMessageContaining("lex.csv:6: context 1 is 動詞,*,*,*,*,*, but above it is 名詞,*,*,*,*,*")
        .hasMessageContaining("lex.csv:7: the part of speech is empty")
        .hasMessageContaining("lex.csv:8: the surface is empty")
        .hasMessageContaining("unk.def:2: Lucene knows no class of characters named EMOJI")
        .hasMessageContaining("char.def:5: expected characters and a class, or a class and three")
        .hasMessageContaining("char.def:6: expected characters and a class, or a class and three")
        .hasMessageNotContaining("char.def:4:")
        .hasMessageContaining("unk.def: expected a line for each of DEFAULT, SPACE")
        .hasMessageNotContaining("lex.csv:1:");
  }

  @Test
  void namesWhatIsWrongWithTheCosts() throws IOException {
    write("matrix.def", "6 6\n0 0 1\n0 6 1\n0 1\n");
    assertThatThrownBy(this::compile)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("matrix.def:3: expected two contexts and a cost but found: 0 6 1")
        .hasMessageContaining("matrix.def:4: expected two contexts and a cost but found: 0 1");
  }

  @Test
  void refusesCostsThatAreNotThereAndContextsWithoutEnd() throws IOException {
    write("matrix.def", "6 6\n0 0 1\n");
    assertThatThrownBy(this::compile)
        .hasMessageContaining("matrix.def: expected costs of 36 pairs but found 1");

    write("matrix.def", "2000000000 2000000000\n0 0 1\n");
    work = Files.createDirectory(directory.resolve("again"));
    assertThatThrownBy(this::compile)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("matrix.def:1: expected two numbers of contexts, 6 to 8,192 each");
  }

  @Test
  void saysWhichSourcesAreMissing() throws IOException {
    Files.delete(sources.resolve("lex.csv"));
    Files.delete(sources.resolve("matrix.def"));

    assertThatThrownBy(this::compile)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining(
            sources
                + ": expected the sources of a MeCab dictionary but there is no *.csv, no matrix.def")
        .hasMessageContaining("mecab-ipadic");
  }

  @Test
  void saysThatNoEncodingFits() throws IOException {
    Files.write(sources.resolve("lex.csv"), new byte[] {(byte) 0xFF, (byte) 0xFF, '\n'});

    assertThatThrownBy(this::compile)
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("are not all in one of [UTF-8, EUC-JP, windows-31j]");
    assertThatThrownBy(
            () ->
                SystemDictionaryCompiler.compile(
                    sources, Optional.empty(), Optional.of(StandardCharsets.UTF_8), work))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining("lex.csv:1: is not in UTF-8");
  }

  @Test
  void shortensALongListOfErrors() throws IOException {
    write("lex.csv", "牛乳\n".repeat(50));

    assertThatThrownBy(this::compile)
        .hasMessageContaining("lex.csv:20: ")
        .hasMessageNotContaining("lex.csv:21: ")
        .hasMessageEndingWith("and 30 more");
  }

  private SystemDictionaryCompiler.Compilation compile() {
    return SystemDictionaryCompiler.compile(sources, Optional.empty(), Optional.empty(), work);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(sources.resolve(name), text);
  }
}
