package dev.totonoe.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EventTest {
  @Test
  void writesKeysAndValues() {
    assertThat(Event.SHARD_FINISHED.line("shard", 3, "products", 120L))
        .isEqualTo("event=shard_finished shard=3 products=120");
  }

  @Test
  void quotesValuesThatWouldBreakTheLine() {
    assertThat(Event.RUN_FAILED.line("reason", "no \"disk\"\nleft\\", "empty", ""))
        .isEqualTo("event=run_failed reason=\"no \\\"disk\\\"\\nleft\\\\\" empty=\"\"");
  }
}
