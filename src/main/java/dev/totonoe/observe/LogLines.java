package dev.totonoe.observe;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What a log line looks like: `2026-04-01T09:00:00.000Z INFO event=run_started …`, in UTC.
///
/// Logback's own layout does the same from a pattern; compiling it takes longer than writing all
/// lines of a short run.
final class LogLines extends EncoderBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final int LEVEL_WIDTH = 5;
  private static final byte[] NOTHING = new byte[0];

  /// Whether what went wrong stands below its line.
  enum StackTraces {
    SHOWN,
    LEFT_OUT
  }

  private final StackTraces stackTraces;

  LogLines(StackTraces stackTraces) {
    this.stackTraces = stackTraces;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    String level = event.getLevel().toString();
    StringBuilder line = new StringBuilder();
    TIME.formatTo(event.getInstant(), line);
    line.append(' ')
        .append(level)
        .repeat(' ', LEVEL_WIDTH - level.length() + 1)
        .append(event.getFormattedMessage())
        .append('\n');
    if (stackTraces == StackTraces.SHOWN && event.getThrowableProxy() != null) {
      line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public byte[] footerBytes() {
    return NOTHING;
  }
}
