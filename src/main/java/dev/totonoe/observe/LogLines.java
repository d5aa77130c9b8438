package dev.totonoe.observe;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;

/// Writes an [Event] as a line. The event's name is the message, its keys and values are the
/// message's pairs; times are in UTC.
///
/// Logback's own layouts do the like from a pattern; compiling it takes longer than writing all
/// lines of a short run.
abstract sealed class LogLines extends EncoderBase<ILoggingEvent> permits TextLines, JsonLines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final byte[] NOTHING = new byte[0];

  /// Whether what went wrong stands with its line.
  enum StackTraces {
    SHOWN,
    LEFT_OUT
  }

  private final StackTraces stackTraces;

  LogLines(StackTraces stackTraces) {
    this.stackTraces = stackTraces;
  }

  static LogLines in(LogFormat format, StackTraces stackTraces) {
    return switch (format) {
      case TEXT -> new TextLines(stackTraces);
      case JSON -> new JsonLines(stackTraces);
    };
  }

  /// The line, with its end.
  abstract String line(ILoggingEvent event);

  static String time(ILoggingEvent event) {
    return TIME.format(event.getInstant());
  }

  static List<KeyValuePair> details(ILoggingEvent event) {
    return Optional.ofNullable(event.getKeyValuePairs()).orElse(List.of());
  }

  /// What went wrong, in as many lines as it takes, where it is to be shown.
  final Optional<String> stack(ILoggingEvent event) {
    return stackTraces == StackTraces.LEFT_OUT
        ? Optional.empty()
        : Optional.ofNullable(event.getThrowableProxy()).map(ThrowableProxyUtil::asString);
  }

  @Override
  public final byte[] encode(ILoggingEvent event) {
    return line(event).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public final byte[] headerBytes() {
    return NOTHING;
  }

  @Override
  public final byte[] footerBytes() {
    return NOTHING;
  }
}
