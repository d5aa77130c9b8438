package dev.totonoe.categorise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.text.Folding;
import dev.totonoe.text.TextAnalysis;
import dev.totonoe.text.WordDictionaries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WordBordersTest {
  private static final TextAnalysis ANALYSIS = WordDictionaries.standard().analysis();

  /// A vertical line stands where a border is.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "板|ガム",
        "ガムテープ",
        "パンツ",
        "ぱんつ",
        "食パン",
        "パン粉",
        "歯ブラシ",
        "消しゴム",
        "茶碗",
        "国産|大豆|納豆",
        "コーヒー|豆",
        "お茶|・|緑茶",
        "e|26|led|電球|40|w",
        "ガム| |10|枚",
        "メロンパン",
        "りんごの|ジュース",
        "らーめん"
      })
  void bordersLieWhereWordsEnd(String marked) {
    String name = marked.replace("|", "");
    WordBorders borders = new WordBorders(Folding.plain(name), ANALYSIS);
    StringBuilder found = new StringBuilder(name.substring(0, 1));
    for (int i = 1; i < name.length(); i++) {
      found.append(borders.at(i) ? "|" : "").append(name.charAt(i));
    }
    assertThat(found).hasToString(marked);
    assertThat(borders.at(0)).isTrue();
    assertThat(borders.at(name.length())).isTrue();
  }

  @Test
  void theEndsOfANameWithoutAWordAreBorders() {
    assertThat(new WordBorders("", ANALYSIS).at(0)).isTrue();
    assertThat(new WordBorders("***", ANALYSIS).at(3)).isTrue();
  }
}
