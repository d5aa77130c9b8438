package dev.totonoe.plan;

import dev.totonoe.csv.Span;
import dev.totonoe.csv.Totals;
import java.util.List;
import java.util.Objects;

/// What one pass over an input found.
///
/// @param bytes its size as it stands in `raw/`
/// @param sha256 its checksum as it stands in `raw/`
/// @param totals what the pass counted
/// @param spans where it is cut into shards
record Scanned(long bytes, String sha256, Totals totals, List<Span> spans) {
  Scanned {
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(totals);
    spans = List.copyOf(spans);
  }
}
