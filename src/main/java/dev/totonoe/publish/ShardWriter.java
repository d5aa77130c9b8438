package dev.totonoe.publish;

import dev.totonoe.csv.CsvSink;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.ShardFiles;
import dev.totonoe.plan.Shard;
import dev.totonoe.record.Cleansed;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.Product;
import dev.totonoe.record.Reject;
import dev.totonoe.report.Tally;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;

/// Writes the outputs of one shard, on scratch. For one thread.
public final class ShardWriter implements AutoCloseable {
  private final Shard shard;
  private final ShardFiles files;
  private final int reasonsIndex;
  private final Output products;
  private final Output rejects;
  private final Output changes;
  private final ProofStream notesFile;
  private final DataOutputStream notes;
  private final Tally.Counter counter = new Tally.Counter();

  private ShardWriter(Shard shard, ShardFiles files, OutputFormat format, int reasonsIndex)
      throws IOException {
    this.shard = shard;
    this.files = files;
    this.reasonsIndex = reasonsIndex;
    this.products = Output.plain(ProofStream.create(files.products()), format);
    this.rejects = Output.plain(ProofStream.create(files.rejects()), OutputFormat.standard());
    this.changes = Output.gzip(ProofStream.create(files.changes()));
    this.notesFile = ProofStream.create(files.rows());
    this.notes =
        new DataOutputStream(new BufferedOutputStream(notesFile, AtomicFiles.BUFFER_BYTES));
  }

  /// @param files where to write; what an interrupted attempt left there is removed
  /// @param format the form of products; rejects and changes have one form always
  /// @param header the headings of `products.csv`, `review_reasons` among them
  public static ShardWriter open(
      Shard shard, ShardFiles files, OutputFormat format, List<String> header) throws IOException {
    AtomicFiles.deleteTree(files.directory());
    Files.createDirectories(files.directory());
    return new ShardWriter(
        shard, files, format, header.indexOf(DerivedColumn.REVIEW_REASONS.header()));
  }

  public void write(Cleansed cleansed) throws IOException {
    switch (cleansed) {
      case Product product -> write(product);
      case Reject reject -> write(reject);
    }
  }

  private void write(Product product) throws IOException {
    int bytes = products.write(List.of(product.row()));
    int changesBytes = changes.write(product.changes().stream().map(ResultRows::of).toList());
    new RowNote(
            bytes,
            product.row().get(reasonsIndex).length(), // the words are ASCII and need no quotes
            bytesBehindReasons(product.row()),
            changesBytes,
            product.tradeItem().map(RowNote.Claim::of),
            product
                .incomingReasons()
                .map(
                    reasons ->
                        new RowNote.Incoming(
                            reasons, product.place().line(), product.place().ordinal())))
        .write(notes);
    counter.count(product);
  }

  private int bytesBehindReasons(List<String> row) throws IOException {
    List<String> behind = row.subList(reasonsIndex + 1, row.size());
    int delimiterBytes = behind.isEmpty() ? 0 : 1;
    return delimiterBytes + products.measure(List.of(behind));
  }

  private void write(Reject reject) throws IOException {
    rejects.write(List.of(ResultRows.of(reject)));
    counter.count(reject);
  }

  /// Finishes the outputs and writes `shard.json` beside them.
  ///
  /// @throws IllegalStateException when records were lost or doubled on the way: a bug, never
  ///   published
  public ShardResult finish() throws IOException {
    close();
    Tally tally = counter.tally();
    if (tally.rows() != shard.span().records()) {
      throw new IllegalStateException(
          "shard %d: %d records were planned but %d came out"
              .formatted(shard.index(), shard.span().records(), tally.rows()));
    }
    ShardResult result =
        new ShardResult(
            shard.index(),
            shard.span(),
            tally,
            List.of(
                products.file.proof(),
                rejects.file.proof(),
                changes.file.proof(),
                notesFile.proof()));
    Files.write(files.result(), Json.MAPPER.writeValueAsBytes(result));
    return result;
  }

  @Override
  public void close() throws IOException {
    try (products;
        rejects;
        changes;
        notesFile;
        notes) {
      // Each closes its file, also when another one fails.
    }
  }

  /// One output: rows in, bytes and their checksum out. The rows of a record are encoded in memory,
  /// so that their length is known.
  private record Output(
      ProofStream file, OutputStream encoded, ByteArrayOutputStream record, CsvSink sink)
      implements AutoCloseable {
    private static final int RECORD_BYTES = 1 << 12;

    static Output plain(ProofStream file, OutputFormat format) {
      return to(file, file, format);
    }

    static Output gzip(ProofStream file) throws IOException {
      OutputStream member = new BufferedOutputStream(new FastGzip(file), AtomicFiles.BUFFER_BYTES);
      return to(file, member, OutputFormat.standard());
    }

    private static Output to(ProofStream file, OutputStream encoded, OutputFormat format) {
      ByteArrayOutputStream record = new ByteArrayOutputStream(RECORD_BYTES);
      return new Output(file, encoded, record, new CsvSink(record, format));
    }

    /// @return the rows' length in bytes, line ends included
    int write(List<List<String>> rows) throws IOException {
      int bytes = measure(rows);
      if (bytes > 0) {
        record.writeTo(encoded);
      }
      return bytes;
    }

    /// The length that the rows would have.
    int measure(List<List<String>> rows) throws IOException {
      record.reset();
      for (List<String> row : rows) {
        sink.row(row);
      }
      sink.flush();
      return record.size();
    }

    @Override
    public void close() throws IOException {
      try (file;
          encoded;
          sink) {
        // Closed from the sink down to the file.
      }
    }
  }
}
