package dev.totonoe.plan;

import dev.totonoe.csv.Dialect;
import dev.totonoe.csv.Totals;
import dev.totonoe.profile.FileMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// One input file as the planning pass saw it.
///
/// @param shown its name in outputs, such as `raw/items.csv`
/// @param bytes its size as it stands in `raw/`
/// @param sha256 its checksum as it stands in `raw/`
/// @param content where its bytes can be read from any offset: the file itself, or its unpacked
///   copy on scratch
/// @param dialect how it is written
/// @param header its headings, as they stand
/// @param totals what the pass counted
/// @param mapping where the dataset's columns are in it
public record PlannedInput(
    String shown,
    long bytes,
    String sha256,
    Path content,
    Dialect dialect,
    List<String> header,
    Totals totals,
    FileMapping mapping) {
  public PlannedInput {
    Objects.requireNonNull(shown);
    Objects.requireNonNull(sha256);
    Objects.requireNonNull(content);
    Objects.requireNonNull(dialect);
    header = List.copyOf(header);
    Objects.requireNonNull(totals);
    Objects.requireNonNull(mapping);
  }
}
