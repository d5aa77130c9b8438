package dev.totonoe.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  @Test
  void tellsRateAndTimeLeft() {
    assertThat(Progress.line("cleansing", 500, 2_000, 2_000_000_000L))
        .isEqualTo("cleansing: 500 of 2,000 rows (25 %), 250 rows/s, 6 s left");
    assertThat(Progress.line("cleansing", 1, 3_601, 1_000_000_000L)).endsWith("1 h 0 min left");
    assertThat(Progress.line("cleansing", 10, 1_210, 1_000_000_000L)).endsWith("2 min 0 s left");
  }

  @Test
  void tellsTheStageWhereThereAreNoRows() {
    assertThat(Progress.line("publishing", 0, 0, 5)).isEqualTo("publishing …");
  }

  @Test
  void drawsOneLineAgainOnATerminalAndClearsItAtTheEnd() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Progress progress =
        Progress.on(new PrintStream(bytes, true, StandardCharsets.UTF_8), true)) {
      progress.stage("publishing", 0);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("\r\u001b[Kpublishing …")
        .endsWith("\r\u001b[K")
        .doesNotContain("\n");
  }
}
