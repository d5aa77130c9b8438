package dev.totonoe.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JsonLinesTest {
  private static final LogLines SHOWN = LogLines.in(LogFormat.JSON, LogLines.StackTraces.SHOWN);
  private static final LogLines LEFT_OUT =
      LogLines.in(LogFormat.JSON, LogLines.StackTraces.LEFT_OUT);

  @Test
  void writesNumbersAndBooleansAsWhatTheyAre() {
    assertThat(
            LoggedLine.of(
                SHOWN,
                Level.INFO,
                null,
                "shard",
                3,
                "bytes",
                1L << 40,
                "seconds",
                BigDecimal.valueOf(1_500, 3),
                "force",
                true,
                "file",
                Path.of("raw", "品名.csv")))
        .isEqualTo(
            "{\"time\":\"2026-04-01T09:05:03.007Z\",\"level\":\"INFO\",\"event\":\"shard_finished\",\"shard\":3,\"bytes\":1099511627776,\"seconds\":1.500,\"force\":true,\"file\":\"raw/品名.csv\"}\n");
  }

  @Test
  void staysOneLineWhateverAValueHolds() {
    String value = "no \"disk\"\r\nleft\\ \u0000\u001b\t{}";
    String line = LoggedLine.of(SHOWN, Level.WARN, null, "reason", value);
    assertThat(line.split("\\R", -1)).hasSize(2);
    assertThat(line.strip().chars().filter(Character::isISOControl)).isEmpty();
    assertThat(JsonMapper.shared().readTree(line).get("reason").asString()).isEqualTo(value);
  }

  @Test
  void survivesHalfOfASurrogatePair() {
    String line = LoggedLine.of(SHOWN, Level.WARN, null, "reason", "x\ud83dy");
    assertThat(JsonMapper.shared().readTree(line).get("reason").asString()).isEqualTo("x?y");
  }

  @Test
  void showsStackTracesOnlyWhereAsked() {
    Exception thrown = new IllegalStateException("worse", new RuntimeException("bad"));
    String line = LoggedLine.of(SHOWN, Level.ERROR, thrown, "exit", 1);
    assertThat(line.split("\\R", -1)).hasSize(2);
    JsonNode json = JsonMapper.shared().readTree(line);
    assertThat(json.get("exit").asInt()).isEqualTo(1);
    assertThat(json.get("stack").asString())
        .startsWith("java.lang.IllegalStateException: worse\n\tat dev.totonoe.observe")
        .contains("Caused by: java.lang.RuntimeException: bad");
    assertThat(LoggedLine.of(LEFT_OUT, Level.ERROR, thrown)).doesNotContain("stack");
  }
}
