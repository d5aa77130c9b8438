package dev.totonoe.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TextAnalysisTest {
  @TempDir Path directory;

  @Test
  void splitsWordsAndReadsThem() {
    TextAnalysis analysis = TextAnalysis.open(Optional.empty());

    assertThat(analysis.tokens("珈琲を飲んだ"))
        .contains(new Token("珈琲", "珈琲", "コーヒー"), new Token("飲ん", "飲む", "ノン"));
  }

  @Test
  void readsAnUnknownWordAsItsSurface() {
    TextAnalysis analysis = TextAnalysis.open(Optional.empty());

    assertThat(analysis.tokens("totonoe"))
        .containsExactly(new Token("totonoe", "totonoe", "totonoe"));
  }

  @Test
  void reusesItsTokenizerAfterAnEmptyText() {
    TextAnalysis analysis = TextAnalysis.open(Optional.empty());

    assertThat(analysis.tokens("")).isEmpty();
    assertThat(analysis.tokens("。、")).isEmpty();
    assertThat(analysis.tokens("牛乳")).hasSize(1);
  }

  @Test
  void userDictionaryKeepsAWordWholeWhateverItsWidthAndCase() throws Exception {
    Path file = file("# brands", "", "ＴＯＰＶＡＬＵ極,ＴＯＰＶＡＬＵ極,トップバリュキワミ,カスタム名詞");
    String text = Folding.plain("TopValu極 牛乳");

    assertThat(surfaces(TextAnalysis.open(Optional.empty()), text)).doesNotContain("topvalu極");
    assertThat(surfaces(TextAnalysis.open(Optional.of(file)), text))
        .containsExactly("topvalu極", "牛乳");
  }

  @Test
  void namesEveryBadLineOfAUserDictionary() throws Exception {
    Path file =
        file(
            "極上,極上,ゴクジョウ,名詞", "極上", "天然水,天然 氷,テンネン スイ,名詞", "天然塩,天然 塩,テンネンシオ,名詞", "極上,極上,キョクジョウ,名詞");

    assertThatThrownBy(() -> TextAnalysis.open(Optional.of(file)))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageContaining(file + ":2: expected surface,segmentation,readings,partOfSpeech")
        .hasMessageContaining(file + ":3: the segmentation '天然 氷' does not spell '天然水'")
        .hasMessageContaining(file + ":4: 2 segments but 1 readings")
        .hasMessageContaining(file + ":5: '極上' is already on line 1")
        .hasMessageNotContaining(":1: ");
  }

  @Test
  void missingUserDictionaryIsTheEnvironments() {
    assertThatThrownBy(() -> TextAnalysis.open(Optional.of(directory.resolve("absent.csv"))))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("absent.csv");
  }

  private Path file(String... lines) throws Exception {
    return Files.write(directory.resolve("userdict.csv"), List.of(lines));
  }

  private static List<String> surfaces(TextAnalysis analysis, String text) {
    return analysis.tokens(text).stream().map(Token::surface).toList();
  }
}
