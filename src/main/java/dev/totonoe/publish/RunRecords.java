package dev.totonoe.publish;

import dev.totonoe.csv.CsvSource;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.record.DerivedColumn;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// All records of a published run in the order of its input, merged from `products.csv`,
/// `rejects.csv` and `changes.csv.gz`.
///
/// The three are in that order already: shards are joined in order, and each writes its records in
/// order. Rejects and changes name a record by its number in its file; the manifest says how many
/// records a file has; so every number that is not rejected is the next row of `products.csv`. Its
/// `source_line` is not asked for that: output that came in again names another file there.
///
/// Memory: one record.
final class RunRecords implements Iterator<RunRecord>, AutoCloseable {
  private static final int INFLATE_BYTES = 1 << 16;

  private final PublishedRun run;
  private final CsvSource products;
  private final Numbered rejects;
  private final Optional<Numbered> changes;
  private final int fileIndex;
  private final int lineIndex;
  private int input;
  private long ordinal = 1;

  private RunRecords(
      PublishedRun run, CsvSource products, Numbered rejects, Optional<Numbered> changes) {
    this.run = run;
    this.products = products;
    this.rejects = rejects;
    this.changes = changes;
    fileIndex = products.header().indexOf(DerivedColumn.SOURCE_FILE.header());
    lineIndex = products.header().indexOf(DerivedColumn.SOURCE_LINE.header());
    skipEmptyInputs();
  }

  /// With what was changed in each record.
  static RunRecords withEdits(PublishedRun run) {
    return open(run, Optional.of(run.files().changes()));
  }

  /// As delivered; the changes are not read.
  static RunRecords asDelivered(PublishedRun run) {
    return open(run, Optional.empty());
  }

  private static RunRecords open(PublishedRun run, Optional<Path> changes) {
    List<CsvSource> opened = new ArrayList<>();
    try {
      opened.add(open(run, run.files().products(), run.manifest().products().format()));
      opened.add(open(run, run.files().rejects(), OutputFormat.standard()));
      changes.ifPresent(file -> opened.add(open(run, file, OutputFormat.standard())));
    } catch (EnvironmentFailure e) {
      opened.forEach(CsvSource::close);
      throw e;
    }
    return new RunRecords(
        run,
        opened.get(0),
        new Numbered(opened.get(1)),
        changes.map(file -> new Numbered(opened.get(2))));
  }

  private static CsvSource open(PublishedRun run, Path file, OutputFormat format) {
    String shown = run.dataset().shownFromRoot(file);
    try {
      InputStream bytes =
          new BufferedInputStream(Files.newInputStream(file), AtomicFiles.BUFFER_BYTES);
      boolean compressed = file.equals(run.files().changes());
      return CsvSource.open(
          compressed ? new GZIPInputStream(bytes, INFLATE_BYTES) : bytes, format, shown);
    } catch (IOException e) {
      throw new EnvironmentFailure(shown + ": cannot be read: " + IoReason.of(e), e);
    }
  }

  /// The headings of `products.csv`.
  List<String> header() {
    return products.header();
  }

  /// @throws EnvironmentFailure here and in [#next], when the files do not belong together
  @Override
  public boolean hasNext() {
    if (input < run.manifest().inputs().size()) {
      return true;
    }
    boolean left =
        products.hasNext() || rejects.hasNext() || changes.map(Numbered::hasNext).orElse(false);
    if (left) {
      throw damaged("more rows than that, or rows in another order");
    }
    return false;
  }

  @Override
  public RunRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RunManifest.Input file = run.manifest().inputs().get(input);
    RunRecord record = rejects.at(file, ordinal) ? rejected(file) : delivered(file);
    ordinal++;
    skipEmptyInputs();
    return record;
  }

  private void skipEmptyInputs() {
    List<RunManifest.Input> inputs = run.manifest().inputs();
    while (input < inputs.size() && ordinal > inputs.get(input).records()) {
      input++;
      ordinal = 1;
    }
  }

  private RunRecord rejected(RunManifest.Input file) {
    List<String> row = rejects.take();
    if (changes.isPresent() && changes.get().at(file, ordinal)) {
      throw damaged(
          "a change of record %d of %s, which was rejected".formatted(ordinal, file.path()));
    }
    return new RunRecord.Rejected(file, ordinal, number(row.get(1)), row.get(4), row.get(6));
  }

  private RunRecord delivered(RunManifest.Input file) {
    if (!products.hasNext()) {
      throw damaged("no row for record %d of %s".formatted(ordinal, file.path()));
    }
    List<String> row = products.next();
    List<RunRecord.Edit> edits = new ArrayList<>();
    while (changes.isPresent() && changes.get().at(file, ordinal)) {
      List<String> change = changes.get().take();
      edits.add(new RunRecord.Edit(change.get(3), change.get(5), change.get(6)));
    }
    return new RunRecord.Delivered(file, ordinal, line(file, row), row, edits);
  }

  private OptionalLong line(RunManifest.Input file, List<String> row) {
    if (file.carriesSource()) {
      return OptionalLong.empty();
    }
    if (!row.get(fileIndex).equals(file.path())) {
      throw damaged(
          "a row of %s for record %d of %s".formatted(row.get(fileIndex), ordinal, file.path()));
    }
    return number(row.get(lineIndex));
  }

  private OptionalLong number(String cell) {
    try {
      return OptionalLong.of(Long.parseLong(cell));
    } catch (NumberFormatException e) {
      throw damaged("\"%s\" where a line's number should be".formatted(cell));
    }
  }

  private EnvironmentFailure damaged(String what) {
    return new EnvironmentFailure(
        "%s: expected the records that its manifest counts but found %s; run the dataset again with --force"
            .formatted(run.dataset().shownFromRoot(run.files().directory()), what));
  }

  @Override
  public void close() {
    try (products;
        rejects) {
      changes.ifPresent(Numbered::close);
    }
  }

  /// Rows that begin with file, line and number of a record; the next one can be looked at.
  private static final class Numbered implements AutoCloseable {
    private final CsvSource rows;
    private @Nullable List<String> next;

    Numbered(CsvSource rows) {
      this.rows = rows;
    }

    boolean hasNext() {
      if (next == null && rows.hasNext()) {
        next = rows.next();
      }
      return next != null;
    }

    boolean at(RunManifest.Input file, long ordinal) {
      return hasNext()
          && next != null
          && next.get(0).equals(file.path())
          && next.get(2).equals(Long.toString(ordinal));
    }

    List<String> take() {
      List<String> row = next;
      if (row == null) {
        throw new NoSuchElementException();
      }
      next = null;
      return row;
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
