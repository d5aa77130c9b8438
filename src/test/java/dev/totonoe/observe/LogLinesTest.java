package dev.totonoe.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LogLinesTest {
  private static final LoggerContext CONTEXT = new LoggerContext();

  private static String line(
      LogLines.StackTraces stackTraces, Level level, @Nullable Throwable thrown) {
    LoggingEvent event =
        new LoggingEvent("", CONTEXT.getLogger("x"), level, "event=a name={}", thrown, null);
    event.setInstant(Instant.parse("2026-04-01T09:05:03.007891Z"));
    return new String(new LogLines(stackTraces).encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void writesTimeLevelAndMessage() {
    assertThat(line(LogLines.StackTraces.SHOWN, Level.INFO, null))
        .isEqualTo("2026-04-01T09:05:03.007Z INFO  event=a name={}\n");
    assertThat(line(LogLines.StackTraces.SHOWN, Level.ERROR, null))
        .isEqualTo("2026-04-01T09:05:03.007Z ERROR event=a name={}\n");
  }

  @Test
  void showsStackTracesOnlyWhereAsked() {
    Exception thrown = new IllegalStateException("worse", new RuntimeException("bad"));
    assertThat(line(LogLines.StackTraces.SHOWN, Level.ERROR, thrown))
        .contains(
            "java.lang.IllegalStateException: worse",
            "at dev.totonoe.observe.LogLinesTest",
            "Caused by: java.lang.RuntimeException: bad")
        .endsWith("\n");
    assertThat(line(LogLines.StackTraces.LEFT_OUT, Level.ERROR, thrown))
        .isEqualTo("2026-04-01T09:05:03.007Z ERROR event=a name={}\n");
  }
}
