package dev.totonoe.observe;

import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/// The names of everything that the worker logs, so that programs can count events without knowing
/// sentences. An event has a name, and keys in snake_case with values in a fixed order; how that
/// looks is for [LogFormat] to say.
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
  RUN_FAILED(Level.ERROR),
  /// The run's summary, the last of its events, however it ended.
  RUN_ENDED(Level.INFO),
  METRICS_SERVED(Level.INFO),
  METRICS_PUSHED(Level.INFO),
  METRICS_PUSH_FAILED(Level.WARN),
  /// The summary, or metrics that were to be kept, could not be written.
  SUMMARY_FAILED(Level.WARN);

  private static final Logger LOG = LoggerFactory.getLogger(Event.class);

  private final Level level;

  Event(Level level) {
    this.level = level;
  }

  /// Logs the event.
  ///
  /// @param details keys and values in turn
  public void log(Object... details) {
    with(details).log(word());
  }

  /// Logs the event with what went wrong.
  public void log(Throwable failure, Object... details) {
    with(details).setCause(failure).log(word());
  }

  /// Logs the event.
  ///
  /// @param details keys and values in the map's order
  public void log(Map<String, ?> details) {
    LoggingEventBuilder event = LOG.atLevel(level);
    details.forEach(event::addKeyValue);
    event.log(word());
  }

  private LoggingEventBuilder with(Object... details) {
    LoggingEventBuilder event = LOG.atLevel(level);
    for (int i = 0; i + 1 < details.length; i += 2) {
      event.addKeyValue((String) details[i], details[i + 1]);
    }
    return event;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
