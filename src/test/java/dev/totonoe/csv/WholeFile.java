package dev.totonoe.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.record.Parsed;
import dev.totonoe.record.Record;
import dev.totonoe.record.Reject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file as the worker reads it: planned into spans, then read span by span.
record WholeFile(Totals totals, List<Span> spans, List<Parsed> outcomes) {
  static final String NAME = "raw/items.csv";

  static WholeFile read(Path file, DialectHints hints, long spanBytesTarget) throws IOException {
    Sniffed sniffed = Sniffer.sniff(file, hints);
    try (InputStream in = RawBytes.open(file)) {
      return read(in.readAllBytes(), sniffed.dialect(), sniffed.header(), spanBytesTarget);
    }
  }

  static WholeFile read(byte[] bytes, Dialect dialect, List<String> header, long spanBytesTarget) {
    return read(
        bytes, dialect, header, spanBytesTarget, Math.max(1, bytes.length), Limits.STANDARD);
  }

  static WholeFile read(
      byte[] bytes,
      Dialect dialect,
      List<String> header,
      long spanBytesTarget,
      int pushBytes,
      Limits limits) {
    List<Span> spans = new ArrayList<>();
    BoundaryScanner scanner = new BoundaryScanner(dialect, spanBytesTarget, spans::add, limits);
    for (int i = 0; i < bytes.length; i += pushBytes) {
      scanner.write(bytes, i, Math.min(pushBytes, bytes.length - i));
    }
    Totals totals = scanner.finish();
    List<Parsed> outcomes = new ArrayList<>();
    for (Span span : spans) {
      int offset = Math.toIntExact(span.offset());
      long before = outcomes.size();
      try (RecordReader reader =
          RecordReader.open(
              new ByteArrayInputStream(bytes, offset, bytes.length - offset),
              span,
              dialect,
              NAME,
              header,
              limits)) {
        reader.forEachRemaining(outcomes::add);
      }
      assertThat(outcomes.size() - before).as("records of %s", span).isEqualTo(span.records());
    }
    return new WholeFile(totals, spans, outcomes);
  }

  List<List<String>> records() {
    List<List<String>> cells = new ArrayList<>();
    for (Parsed parsed : outcomes) {
      if (parsed instanceof Record record) {
        cells.add(record.cells());
      }
    }
    return cells;
  }

  List<Reject> rejects() {
    List<Reject> rejects = new ArrayList<>();
    for (Parsed parsed : outcomes) {
      if (parsed instanceof Reject reject) {
        rejects.add(reject);
      }
    }
    return rejects;
  }
}
