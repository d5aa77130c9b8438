package dev.totonoe.observe;

import ch.qos.logback.classic.spi.ILoggingEvent;

/// [LogFormat#JSON]: an object a line with `time`, `level`, `event`, then the event's own keys;
/// `stack` comes last, where something went wrong.
final class JsonLines extends LogLines {
  JsonLines(StackTraces stackTraces) {
    super(stackTraces);
  }

  @Override
  String line(ILoggingEvent event) {
    JsonLine line = new JsonLine();
    line.add("time", time(event));
    line.add("level", event.getLevel().toString());
    line.add("event", event.getMessage());
    details(event).forEach(pair -> line.add(pair.key, pair.value));
    stack(event).ifPresent(stack -> line.add("stack", stack));
    return line.end();
  }
}
