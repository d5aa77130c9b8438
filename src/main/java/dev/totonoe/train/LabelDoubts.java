package dev.totonoe.train;

import dev.totonoe.csv.CsvSink;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.AtomicFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Labelled rows for a person to look at: names with several labels, then labels that a model
/// doubts. A report and no more: the training learns from these rows as from all others.
///
/// The file holds names of a user's products. So it never goes into a bundle, which is copied to
/// wherever it is used, and it is written only where the user says.
///
/// @param told the rows that are written, at most 1,000 of each kind
/// @param contradictory how many rows there are of names with several labels
/// @param unlikely how many rows there are whose label a model doubts
record LabelDoubts(List<LabelDoubt> told, int contradictory, int unlikely) {
  /// Rows told of each kind.
  static final int TOLD_MAX = 1_000;

  LabelDoubts {
    told = List.copyOf(told);
  }

  /// @param heldOut what networks that had not seen them say of the measured rows
  static LabelDoubts find(
      List<LabelledRows.Row> rows, Labels labels, Collection<UnlikelyLabels.HeldOut> heldOut) {
    List<LabelDoubt> contradictory = Contradictions.find(rows, labels);
    List<LabelDoubt> unlikely = UnlikelyLabels.find(rows, labels, heldOut);
    List<LabelDoubt> told = new ArrayList<>();
    contradictory.stream().limit(TOLD_MAX).forEach(told::add);
    unlikely.stream().limit(TOLD_MAX).forEach(told::add);
    return new LabelDoubts(told, contradictory.size(), unlikely.size());
  }

  /// Writes CSV in UTF-8.
  void write(Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      try (CsvSink sink = new CsvSink(bytes, OutputFormat.standard())) {
        sink.start(LabelDoubt.HEADER);
        for (LabelDoubt doubt : told) {
          sink.row(doubt.cells());
        }
      }
      AtomicFiles.write(file.toAbsolutePath(), bytes.toByteArray());
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": cannot be written: " + IoReason.of(e), e);
    }
  }
}
