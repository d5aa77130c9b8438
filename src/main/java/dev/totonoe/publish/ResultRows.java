package dev.totonoe.publish;

import dev.totonoe.record.Change;
import dev.totonoe.record.Place;
import dev.totonoe.record.Reject;
import java.util.List;

/// How rejects and changes stand in their files.
final class ResultRows {
  static final List<String> REJECTS_HEADER =
      List.of("source_file", "source_line", "source_record", "column", "reason", "message", "raw");
  static final List<String> CHANGES_HEADER =
      List.of("source_file", "source_line", "source_record", "column", "rule", "before", "after");

  private ResultRows() {}

  static List<String> of(Change change) {
    Place place = change.place();
    return List.of(
        place.file(),
        Long.toString(place.line()),
        Long.toString(place.ordinal()),
        change.column(),
        change.rule(),
        change.before(),
        change.after());
  }

  static List<String> of(Reject reject) {
    Place place = reject.place();
    return List.of(
        place.file(),
        Long.toString(place.line()),
        Long.toString(place.ordinal()),
        reject.column() == 0 ? "" : Integer.toString(reject.column()),
        reject.reason().word(),
        reject.message(),
        reject.raw());
  }
}
