package dev.totonoe.observe;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.slf4j.event.KeyValuePair;

/// [LogFormat#TEXT]: time, level, `event=NAME`, then `key=value …`. A value that is empty or has
/// spaces, quotes, backslashes or control characters stands in quotes, with `\"`, `\\`, `\n`, `\r`
/// and `\\u001b` for what would end the value or the line. A stack trace follows below its line, as
/// it is.
final class TextLines extends LogLines {
  private static final int LEVEL_WIDTH = 5;
  private static final char LINE_SEPARATOR = '\u2028';
  private static final char PARAGRAPH_SEPARATOR = '\u2029';

  TextLines(StackTraces stackTraces) {
    super(stackTraces);
  }

  @Override
  String line(ILoggingEvent event) {
    String level = event.getLevel().toString();
    StringBuilder line = new StringBuilder(time(event));
    line.append(' ')
        .append(level)
        .repeat(' ', LEVEL_WIDTH - level.length() + 1)
        .append("event=")
        .append(event.getMessage());
    for (KeyValuePair pair : details(event)) {
      line.append(' ').append(pair.key).append('=');
      appendValue(line, String.valueOf(pair.value));
    }
    line.append('\n');
    stack(event).ifPresent(line::append);
    return line.toString();
  }

  private static void appendValue(StringBuilder line, String value) {
    boolean plain =
        !value.isEmpty()
            && value.chars().allMatch(c -> c > ' ' && c != '"' && c != '\\' && !breaksLines(c));
    if (plain) {
      line.append(value);
      return;
    }
    line.append('"');
    value
        .chars()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> line.append("\\\"");
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> {
                  if (breaksLines(c)) {
                    line.append("\\u%04x".formatted(c));
                  } else {
                    line.append((char) c);
                  }
                }
              }
            });
    line.append('"');
  }

  /// What some program takes for the end of a line, or a terminal for a command.
  private static boolean breaksLines(int c) {
    return Character.isISOControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
  }
}
