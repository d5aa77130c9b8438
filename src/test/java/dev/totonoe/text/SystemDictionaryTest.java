package dev.totonoe.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.ja.dict.TokenInfoDictionary;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// A compiled dictionary as a bundle has it. Lucene's own files stand for one.
final class SystemDictionaryTest {
  static final List<String> FILES = CompiledFiles.ALL;

  @TempDir private Path bundle;

  private Path system;

  @BeforeEach
  void copyLucenesOwn() throws IOException {
    system = Files.createDirectory(bundle.resolve(WordDictionaries.SYSTEM_DICTIONARY));
    for (String name : CompiledFiles.ALL) {
      try (var in = TokenInfoDictionary.class.getResourceAsStream(name)) {
        Files.copy(in, system.resolve(name));
      }
    }
  }

  @Test
  void splitsAndReadsAsTheSameDictionaryThatIsBuiltIn() {
    WordDictionaries own = WordDictionaries.open(bundle);

    for (String text : List.of("明治おいしい牛乳 900ml", "珈琲を飲んだ", "ｱｲｽ", "𠮷野家", "totonoe", "")) {
      assertThat(own.analysis().tokens(text))
          .isEqualTo(WordDictionaries.standard().analysis().tokens(text));
    }
    assertThat(own.vocabulary().knows("牛乳")).isTrue();
    assertThat(own.vocabulary().knows("走る")).isFalse();
    assertThat(own).isNotSameAs(WordDictionaries.standard());
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void namesAFileThatIsMissing(String name) throws IOException {
    Files.delete(system.resolve(name));

    assertThatThrownBy(() -> WordDictionaries.open(bundle))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessage(
            system.resolve(name)
                + ": the compiled system dictionary is damaged: it is missing; compile it again: totonoe pack --system-dictionary");
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void namesAFileThatEndsTooEarly(String name) throws IOException {
    byte[] whole = Files.readAllBytes(system.resolve(name));
    for (int length : new int[] {0, 20, whole.length / 2, whole.length - 1}) {
      Files.write(system.resolve(name), Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> WordDictionaries.open(bundle))
          .as("%s, %d bytes of %d", name, length, whole.length)
          .isInstanceOf(EnvironmentFailure.class)
          .hasMessageContaining("is damaged: ");
    }
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void namesAFileWithTheHeaderOfAnother(String name) throws IOException {
    byte[] content = Files.readAllBytes(system.resolve(name));
    content[9] ^= 1;
    Files.write(system.resolve(name), content);

    assertThatThrownBy(() -> WordDictionaries.open(bundle))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining(system.resolve(name) + ": ")
        .hasMessageContaining("it does not begin as ");
  }

  /// Two thousand million of whatever is counted first.
  @ParameterizedTest
  @FieldSource("FILES")
  void takesNoMemoryForALengthThatIsALie(String name) throws IOException {
    byte[] content = Files.readAllBytes(system.resolve(name));
    // Behind four bytes, the name of the format with its length, four bytes; an automaton has two
    // flags there.
    int lengthAt = 9 + content[4] + (name.equals(CompiledFiles.WORDS_AUTOMATON) ? 2 : 0);
    byte[] lie = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07};
    System.arraycopy(lie, 0, content, lengthAt, lie.length);
    Files.write(system.resolve(name), content);

    assertThatThrownBy(() -> WordDictionaries.open(bundle))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining(system.resolve(name) + ": ");
  }

  /// Whatever is written over: the dictionary is refused, or it still splits every text.
  @ParameterizedTest
  @FieldSource("FILES")
  void neverFailsInTheMiddleOfAText(String name) throws IOException {
    byte[] whole = Files.readAllBytes(system.resolve(name));
    Random random = new Random(name.hashCode());
    for (int i = 0; i < 6; i++) {
      byte[] content = whole.clone();
      int places = 1 + random.nextInt(i < 3 ? 1 : 40);
      for (int j = 0; j < places; j++) {
        content[random.nextInt(content.length)] = (byte) random.nextInt();
      }
      Files.write(system.resolve(name), content);

      Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), this::splitOrRefuse);
    }
  }

  @Test
  void aLookUpThatFailsAfterAllIsDamageHereAndABugInTheBuiltInDictionary() {
    IndexOutOfBoundsException failure = new IndexOutOfBoundsException("7");

    assertThat(SystemDictionary.open(system).told(failure))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith(system + ": the compiled system dictionary is damaged: a look-up")
        .hasCause(failure);
    assertThat(SystemDictionary.builtIn().told(failure)).isSameAs(failure);
  }

  private void splitOrRefuse() {
    try {
      WordDictionaries words = WordDictionaries.open(bundle);
      for (String text : List.of("明治おいしい牛乳 900ml", "珈琲を飲んだ", "すもももももももものうち", "ＡＢＣ абв 。")) {
        words.analysis().tokens(text);
        words.vocabulary().knows(text);
      }
    } catch (EnvironmentFailure e) {
      assertThat(e.getMessage()).contains("the compiled system dictionary is damaged: ");
    }
  }
}
