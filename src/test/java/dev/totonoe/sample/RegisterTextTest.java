package dev.totonoe.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A register's line is half-width, short, and varies as registers do.
final class RegisterTextTest {
  private static final RegisterText REGISTER =
      new RegisterText(word -> word.replace("豚", "ブタ").replace("詰替", "ツメカエ"));

  @Test
  void readsFoldsAndCapitalises() {
    assertThat(lines("豚バラスライス", "300g"))
        .contains("ﾌﾞﾀﾊﾞﾗｽﾗｲｽ 300G", "豚ﾊﾞﾗｽﾗｲｽ300G", "ﾌﾞﾀﾊﾞﾗｽﾗｲｽ 300");
  }

  @Test
  void writesSmallKanaLargeAndLongVowelsAsHyphens() {
    assertThat(lines("シャンプー 詰替", "")).contains("ｼﾔﾝﾌﾟ- ﾂﾒｶｴ", "ｼｬﾝﾌﾟｰ ﾂﾒｶｴ", "ｼﾔﾝﾌﾟﾂﾒｶｴ");
  }

  @Test
  void cutsWords() {
    assertThat(lines("チョコレート", "")).contains("ﾁﾖｺ", "ﾁﾖｺﾚ-ﾄ");
  }

  @Test
  void leavesLettersButForTheirCase() {
    assertThat(lines("Kit", "")).containsExactly("KIT");
  }

  @Test
  void isNeverLongerThanARegistersLine() {
    assertThat(lines("北海道産じゃがいもポテトサラダファミリーパック", "1000g×12"))
        .allMatch(line -> line.length() <= 28)
        .allMatch(line -> line.matches(".*1000[gG].*12"));
  }

  private static Set<String> lines(String words, String size) {
    return LongStream.range(0, 400)
        .mapToObj(seed -> REGISTER.name(words, size, new Dice(seed)))
        .collect(Collectors.toSet());
  }
}
