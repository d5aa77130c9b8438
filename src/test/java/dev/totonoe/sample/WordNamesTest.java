package dev.totonoe.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.sample.Lexicon.Generic;
import dev.totonoe.sample.Lexicon.Line;
import dev.totonoe.sample.Words.Kind;
import dev.totonoe.sample.Words.Word;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Names of a word say the word, and what shops write around it.
final class WordNamesTest {
  private static final String TOFU = "110201";
  private static final Generic HEAD = new Generic(TOFU, List.of("充填豆腐"));
  private static final Lexicon LEXICON =
      new Lexicon(
          List.of(
              new Line(
                  TOFU,
                  List.of(HEAD),
                  List.of("国産"),
                  List.of("3個パック"),
                  List.of("300g", "150g×3"),
                  1,
                  2)),
          List.of(),
          List.of());
  private static final Word NOUN = word(Kind.NOUN, "寄せとうふ", "よせとうふ");
  private static final Word BRAND = word(Kind.BRAND, "相模屋 ザク");
  private static final Word TRAP = word(Kind.TRAP, "とうふ皿");
  private static final Words WORDS =
      new Words(
          List.of(NOUN, BRAND, TRAP, word(Kind.BRAND, "相模屋 きぬ"), word(Kind.BRAND, "相模屋 もめん")));

  @Test
  void aNounStandsAloneWithItsMakerAndItsSize() {
    assertThat(HEAD.heldOut()).isFalse();
    assertThat(names(NOUN)).contains("寄せとうふ", "よせとうふ", "相模屋 寄せとうふ 300g", "国産よせとうふ 150g×3");
  }

  @Test
  void aBrandStandsAloneAndBeforeWhatItsLeafIsCalled() {
    assertThat(names(BRAND)).contains("相模屋 ザク", "相模屋 ザク 充填豆腐", "相模屋 ザク 3個パック 300g");
  }

  @Test
  void aTrapIsNeverCalledWhatItSoundsLike() {
    assertThat(names(TRAP)).contains("とうふ皿").noneMatch(name -> name.contains("充填"));
  }

  @Test
  void everyNounHasARegistersLine() {
    assertThat(names(NOUN)).contains("寄ｾﾄｳﾌ 300G");
  }

  @Test
  void theSameChanceGivesTheSameNames() {
    WordNames names = new WordNames(LEXICON, WORDS, UnaryOperator.identity());
    assertThat(names.names(BRAND, new Dice(7))).isEqualTo(names.names(BRAND, new Dice(7)));
  }

  private static Set<String> names(Word word) {
    WordNames names = new WordNames(LEXICON, WORDS, text -> text.replace("せとうふ", "セトウフ"));
    return LongStream.range(0, 2000)
        .boxed()
        .flatMap(seed -> names.names(word, new Dice(seed)).stream())
        .collect(Collectors.toSet());
  }

  private static Word word(Kind kind, String... spellings) {
    return new Word(TOFU, kind, List.of(spellings), "test");
  }
}
