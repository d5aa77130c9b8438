package dev.totonoe.publish;

import dev.totonoe.csv.CsvSink;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.ShardFiles;
import dev.totonoe.plan.Shard;
import dev.totonoe.record.Change;
import dev.totonoe.record.Cleansed;
import dev.totonoe.record.Place;
import dev.totonoe.record.Product;
import dev.totonoe.record.Reject;
import dev.totonoe.report.Tally;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Writes the four outputs of one shard, on scratch. For one thread.
public final class ShardWriter implements AutoCloseable {
  private final Shard shard;
  private final ShardFiles files;
  private final Output products;
  private final Output review;
  private final Output rejects;
  private final Output changes;
  private final Tally.Counter counter = new Tally.Counter();

  private ShardWriter(Shard shard, ShardFiles files, OutputFormat format) throws IOException {
    this.shard = shard;
    this.files = files;
    this.products = Output.plain(ProofStream.create(files.products()), format);
    this.review = Output.plain(ProofStream.create(files.review()), format);
    this.rejects = Output.plain(ProofStream.create(files.rejects()), OutputFormat.standard());
    this.changes = Output.gzip(ProofStream.create(files.changes()));
  }

  /// @param files where to write; what an interrupted attempt left there is removed
  /// @param format the form of products and review; rejects and changes have one form always
  public static ShardWriter open(Shard shard, ShardFiles files, OutputFormat format)
      throws IOException {
    AtomicFiles.deleteTree(files.directory());
    Files.createDirectories(files.directory());
    return new ShardWriter(shard, files, format);
  }

  public void write(Cleansed cleansed) throws IOException {
    switch (cleansed) {
      case Product product -> write(product);
      case Reject reject -> write(reject);
    }
  }

  private void write(Product product) throws IOException {
    products.row(product.row());
    if (!product.reviewReasons().isEmpty()) {
      review.row(product.row());
    }
    for (Change change : product.changes()) {
      changes.row(row(change));
    }
    counter.count(product);
  }

  private void write(Reject reject) throws IOException {
    rejects.row(row(reject));
    counter.count(reject);
  }

  private static List<String> row(Change change) {
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

  private static List<String> row(Reject reject) {
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
                review.file.proof(),
                rejects.file.proof(),
                changes.file.proof()));
    Files.write(files.result(), Json.MAPPER.writeValueAsBytes(result));
    return result;
  }

  @Override
  public void close() throws IOException {
    try (products;
        review;
        rejects;
        changes) {
      // Each closes its file, also when another one fails.
    }
  }

  /// One output: rows in, bytes and their checksum out.
  private record Output(ProofStream file, OutputStream encoded, CsvSink sink)
      implements AutoCloseable {
    static Output plain(ProofStream file, OutputFormat format) {
      return new Output(file, file, new CsvSink(file, format));
    }

    static Output gzip(ProofStream file) throws IOException {
      OutputStream member = new FastGzip(file);
      return new Output(file, member, new CsvSink(member, OutputFormat.standard()));
    }

    void row(List<String> cells) throws IOException {
      sink.row(cells);
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

  /// Changes are many and read seldom: the quickest compression is the right one.
  private static final class FastGzip extends GZIPOutputStream {
    private static final int BUFFER_BYTES = 1 << 16;

    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER_BYTES);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
