package dev.totonoe.observe;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// The names of everything that the worker logs. A line is `event=NAME key=value …`, values with
/// spaces in quotes, so that programs can count events without knowing sentences.
public enum Event {
  RUN_STARTED(Level.INFO),
  ASSETS_STAGED(Level.INFO),
  PLAN_READY(Level.INFO),
  ALREADY_PUBLISHED(Level.INFO),
  SHARD_REUSED(Level.INFO),
  SHARD_FINISHED(Level.INFO),
  PART_DONE(Level.INFO),
  STOP_REQUESTED(Level.WARN),
  RUN_PUBLISHED(Level.INFO),
  RUN_FAILED(Level.ERROR);

  private static final Logger LOG = LoggerFactory.getLogger(Event.class);

  private final Level level;

  Event(Level level) {
    this.level = level;
  }

  /// Logs the event.
  ///
  /// @param details keys and values in turn
  public void log(Object... details) {
    LOG.atLevel(level).log(line(details));
  }

  /// Logs the event with what went wrong.
  public void log(Throwable failure, Object... details) {
    LOG.atLevel(level).setCause(failure).log(line(details));
  }

  String line(Object... details) {
    StringBuilder line = new StringBuilder("event=").append(name().toLowerCase(Locale.ROOT));
    for (int i = 0; i + 1 < details.length; i += 2) {
      line.append(' ').append(details[i]).append('=').append(value(String.valueOf(details[i + 1])));
    }
    return line.toString();
  }

  private static String value(String text) {
    boolean plain = !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c != '"' && c != '\\');
    if (plain) {
      return text;
    }
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\r", "\\r").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
