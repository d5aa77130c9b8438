package dev.totonoe.observe;

import java.io.StringWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One JSON object on a line of its own. Written by Jackson's generator alone, which is ready
/// sooner than its mapper; into characters, because its writer of bytes refuses half of a surrogate
/// pair, and a log line must not fail.
final class JsonLine {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text);

  JsonLine() {
    json.writeStartObject();
  }

  /// Adds a number or a boolean as what it is, everything else as a string.
  void add(String key, @Nullable Object value) {
    json.writeName(key);
    switch (value) {
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number);
      case Boolean bool -> json.writeBoolean(bool);
      case null, default -> json.writeString(String.valueOf(value));
    }
  }

  /// The line with its end; nothing can be added after it.
  String end() {
    json.writeEndObject();
    json.close();
    return text.append('\n').toString();
  }
}
