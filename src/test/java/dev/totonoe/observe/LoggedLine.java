package dev.totonoe.observe;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/// An event of 2026-04-01T09:05:03.007891Z, as one form of lines shows it.
final class LoggedLine {
  private static final LoggerContext CONTEXT = new LoggerContext();

  private LoggedLine() {}

  static String of(LogLines lines, Level level, @Nullable Throwable thrown, Object... details) {
    LoggingEvent event =
        new LoggingEvent("", CONTEXT.getLogger("x"), level, "shard_finished", thrown, null);
    event.setInstant(Instant.parse("2026-04-01T09:05:03.007891Z"));
    for (int i = 0; i < details.length; i += 2) {
      event.addKeyValuePair(new KeyValuePair((String) details[i], details[i + 1]));
    }
    return new String(lines.encode(event), StandardCharsets.UTF_8);
  }
}
