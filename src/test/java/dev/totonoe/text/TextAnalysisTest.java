package dev.totonoe.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextAnalysisTest {
  @TempDir Path directory;

  @Test
  void splitsWordsAndReadsThem() {
    TextAnalysis analysis = WordDictionaries.standard().analysis();

    assertThat(analysis.tokens("珈琲を飲んだ"))
        .contains(new Token("珈琲", "珈琲", "コーヒー"), new Token("飲ん", "飲む", "ノン"));
  }

  @Test
  void readsAnUnknownWordAsItsSurface() {
    TextAnalysis analysis = WordDictionaries.standard().analysis();

    assertThat(analysis.tokens("totonoe"))
        .containsExactly(new Token("totonoe", "totonoe", "totonoe"));
  }

  @Test
  void reusesItsTokenizerAfterAnEmptyText() {
    TextAnalysis analysis = WordDictionaries.standard().analysis();

    assertThat(analysis.tokens("")).isEmpty();
    assertThat(analysis.tokens("。、")).isEmpty();
    assertThat(analysis.tokens("牛乳")).hasSize(1);
  }

  @Test
  void userDictionaryKeepsAWordWholeWhateverItsWidthAndCase() throws Exception {
    file("# brands", "", "ＴＯＰＶＡＬＵ極,ＴＯＰＶＡＬＵ極,トップバリュキワミ,カスタム名詞");
    String text = Folding.plain("TopValu極 牛乳");

    assertThat(surfaces(WordDictionaries.standard().analysis(), text)).doesNotContain("topvalu極");
    assertThat(surfaces(WordDictionaries.open(directory).analysis(), text))
        .containsExactly("topvalu極", "牛乳");
  }

  private void file(String... lines) throws Exception {
    Files.write(directory.resolve("userdict.csv"), List.of(lines));
  }

  private static List<String> surfaces(TextAnalysis analysis, String text) {
    return analysis.tokens(text).stream().map(Token::surface).toList();
  }
}
