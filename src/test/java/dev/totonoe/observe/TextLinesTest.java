package dev.totonoe.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TextLinesTest {
  private static final LogLines SHOWN = LogLines.in(LogFormat.TEXT, LogLines.StackTraces.SHOWN);
  private static final LogLines LEFT_OUT =
      LogLines.in(LogFormat.TEXT, LogLines.StackTraces.LEFT_OUT);

  private static String valued(String value) {
    return LoggedLine.of(SHOWN, Level.INFO, null, "reason", value);
  }

  @Test
  void writesTimeLevelNameKeysAndValues() {
    assertThat(LoggedLine.of(SHOWN, Level.INFO, null, "shard", 3, "products", 120L, "force", true))
        .isEqualTo(
            "2026-04-01T09:05:03.007Z INFO  event=shard_finished shard=3 products=120 force=true\n");
    assertThat(LoggedLine.of(SHOWN, Level.ERROR, null))
        .isEqualTo("2026-04-01T09:05:03.007Z ERROR event=shard_finished\n");
  }

  @Test
  void quotesValuesThatWouldBreakTheLine() {
    assertThat(valued("no \"disk\"\nleft\\ {}"))
        .endsWith(" reason=\"no \\\"disk\\\"\\nleft\\\\ {}\"\n");
    assertThat(valued("")).endsWith(" reason=\"\"\n");
    assertThat(valued("品名")).endsWith(" reason=品名\n");
  }

  @Test
  void staysOneLineWhateverAValueHolds() {
    String controls =
        IntStream.concat(IntStream.rangeClosed(0, 0xA0), IntStream.of(0x2028, 0x2029))
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    String line = valued(controls);
    assertThat(line.strip().chars().filter(Character::isISOControl)).isEmpty();
    assertThat(line.split("\\R", -1)).hasSize(2);
    assertThat(line).contains("\\u0000", "\\u001b", "\\u0085", "\\u2028").endsWith("\"\n");
  }

  @Test
  void showsStackTracesOnlyWhereAsked() {
    Exception thrown = new IllegalStateException("worse", new RuntimeException("bad"));
    assertThat(LoggedLine.of(SHOWN, Level.ERROR, thrown))
        .contains(
            "java.lang.IllegalStateException: worse",
            "at dev.totonoe.observe.TextLinesTest",
            "Caused by: java.lang.RuntimeException: bad")
        .endsWith("\n");
    assertThat(LoggedLine.of(LEFT_OUT, Level.ERROR, thrown))
        .isEqualTo("2026-04-01T09:05:03.007Z ERROR event=shard_finished\n");
  }
}
