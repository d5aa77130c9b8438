package dev.totonoe.publish;

import dev.totonoe.csv.CellParser;
import dev.totonoe.csv.CsvSink;
import dev.totonoe.csv.Delimiter;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.PendingFiles;
import dev.totonoe.layout.RestoredFiles;
import dev.totonoe.record.RejectReason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// Gives back the raw rows of a published run: the delivered cells with every change undone, the
/// rejected records at their places, each file with its own headings in their own order.
///
/// What comes back is what the worker read, cell by cell; how it was written does not: the files
/// are UTF-8 with commas (RFC 4180). Title lines, blank lines and empty cells beyond the header's
/// are no cells and do not come back.
///
/// Columns that the worker appended are left out, but for a file that had them itself because it
/// was output that came in again: the rows that come back are always those of the run's own input.
///
/// A rejected record whose text makes no cells ([#wholeText]) comes back as one cell that holds its
/// whole text: quoted, it cannot run into the records behind it, and where the header has more than
/// one column it is rejected again.
public final class Restoration {
  private static final char COMMA = ',';

  private final PublishedRun run;
  private final RestoredFiles target;

  public Restoration(PublishedRun run, RestoredFiles target) {
    this.run = run;
    this.target = target;
  }

  /// What was written.
  ///
  /// @param files the files, in the input's order
  /// @param uncut records that came back as one cell, by the reason for which they were rejected
  public record Restored(List<File> files, SortedMap<String, Long> uncut) {
    public Restored {
      files = List.copyOf(files);
      uncut = new TreeMap<>(uncut);
    }

    /// @param input the input's path
    /// @param path where it was written to
    /// @param products records that were delivered
    /// @param rejects records that were rejected
    public record File(String input, Path path, long products, long rejects) {}
  }

  /// Writes all files, or none where one would replace something else. A file that is there with
  /// the same content stays as it is.
  ///
  /// @throws ConfigurationFailure when something else is in the way
  /// @throws EnvironmentFailure when the run's files do not belong together
  public Restored restore() {
    SortedMap<String, Long> uncut = new TreeMap<>();
    List<Restored.File> files = new ArrayList<>();
    try (PendingFiles pending = new PendingFiles();
        RunRecords records = RunRecords.withEdits(run)) {
      for (RunManifest.Input input : run.manifest().inputs()) {
        files.add(restore(input, records, pending, uncut));
      }
      if (records.hasNext()) {
        throw new IllegalStateException("records behind those of the last input");
      }
      refuse(pending.conflicts());
      pending.commit();
    } catch (IOException e) {
      throw new EnvironmentFailure(
          target.directory() + ": cannot be written: " + IoReason.of(e), e);
    }
    return new Restored(files, uncut);
  }

  private void refuse(List<Path> conflicts) {
    if (!conflicts.isEmpty()) {
      throw new ConfigurationFailure(
          "%s: expected nothing there, or the same rows, but found another file; remove it, or name another directory by --to"
              .formatted(run.dataset().shownFromRoot(conflicts.getFirst())));
    }
  }

  private Restored.File restore(
      RunManifest.Input input,
      RunRecords records,
      PendingFiles pending,
      SortedMap<String, Long> uncut)
      throws IOException {
    Path file = target.file(input.path());
    RawRows rows = new RawRows(input, records.header());
    long products = 0;
    try (OutputStream out = create(input, pending.reserve(file));
        CsvSink sink = new CsvSink(out, OutputFormat.standard())) {
      if (input.headerLine() > 0) {
        sink.start(input.header());
      }
      for (long i = 0; i < input.records(); i++) {
        switch (records.next()) {
          case RunRecord.Delivered delivered -> {
            products++;
            sink.row(rows.of(delivered));
          }
          case RunRecord.Rejected rejected -> sink.row(cells(rejected, uncut));
        }
      }
    }
    return new Restored.File(input.path(), file, products, input.records() - products);
  }

  /// Compressed as the input was, by its name.
  private static OutputStream create(RunManifest.Input input, Path file) throws IOException {
    OutputStream out = ProofStream.create(file);
    return input.path().endsWith(".gz") ? new GZIPOutputStream(out) : out;
  }

  private static List<String> cells(RunRecord.Rejected rejected, SortedMap<String, Long> uncut) {
    return delimiter(rejected)
        .flatMap(delimiter -> new CellParser(delimiter).cells(rejected.raw()))
        .orElseGet(
            () -> {
              uncut.merge(rejected.reason(), 1L, Long::sum);
              return List.of(rejected.raw());
            });
  }

  /// What separates the cells in a rejected record's text; empty where it has none.
  private static Optional<Character> delimiter(RunRecord.Rejected rejected) {
    char ofInput = Delimiter.of(rejected.input().delimiter());
    return RejectReason.ofWord(rejected.reason())
        .flatMap(
            reason ->
                switch (reason) {
                  // The text as it stands in the input.
                  case TOO_FEW_CELLS, TOO_MANY_CELLS, REPEATED_HEADER, EMPTY_RECORD ->
                      Optional.of(ofInput);
                  // The cells as the worker read them, joined.
                  case GTIN_LOST, IMPOSSIBLE_DATE, UNENCODABLE -> Optional.of(COMMA);
                  // Bytes that are no text, quotes that do not close, the start of a long line.
                  case UNDECODABLE, STRAY_QUOTE, TOO_LONG -> Optional.empty();
                });
  }
}
