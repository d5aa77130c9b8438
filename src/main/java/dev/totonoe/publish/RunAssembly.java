package dev.totonoe.publish;

import dev.totonoe.csv.CsvSink;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.layout.RunFiles;
import dev.totonoe.layout.ShardFiles;
import dev.totonoe.plan.Plan;
import dev.totonoe.plan.Shard;
import dev.totonoe.record.Change;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.Place;
import dev.totonoe.record.Product;
import dev.totonoe.report.Tally;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/// Joins the outputs of shards into those of a run: a header line, then the parts in order, each
/// checked against its proof on the way. Here `review_reasons` gets its last word, and so here it
/// is decided which rows go to `review.csv`.
final class RunAssembly {
  private static final int COPY_BYTES = 1 << 13;

  private final Plan plan;
  private final ShardStore store;
  private final OutputFormat format;
  private final GtinMarks marks;
  private final Tally.Counter found = new Tally.Counter();
  private long product;

  /// @param format the form of products and review
  /// @param marks the reasons that follow from other rows
  RunAssembly(Plan plan, ShardStore store, OutputFormat format, GtinMarks marks) {
    this.plan = plan;
    this.store = store;
    this.format = format;
    this.marks = marks;
  }

  /// What was put together.
  ///
  /// @param files the outputs
  /// @param found what came to light that the shards have not counted
  record Joined(List<FileProof> files, Tally found) {}

  /// A change of `review_reasons`.
  ///
  /// @param offset where it belongs in the shard's changes, unpacked
  private record LateChange(long offset, Change change) {}

  /// @param shards all of the run, in order
  /// @param header the headings of `products.csv`
  /// @throws EnvironmentFailure when a shard is damaged; it is removed, so that trying again helps
  Joined join(List<ShardResult> shards, List<String> header, RunFiles target) throws IOException {
    ProofStream products = ProofStream.create(target.products());
    ProofStream review = ProofStream.create(target.review());
    ProofStream rejects = ProofStream.create(target.rejects());
    ProofStream changes = ProofStream.create(target.changes());
    try (products;
        review;
        rejects;
        changes) {
      start(products, format, header);
      start(review, format, withCorrection(header));
      start(rejects, OutputFormat.standard(), ResultRows.REJECTS_HEADER);
      // A gzip file may have several members (RFC 1952 2.2): one for the header, one for each
      // shard.
      GZIPOutputStream member = new GZIPOutputStream(changes);
      start(member, OutputFormat.standard(), ResultRows.CHANGES_HEADER);
      member.finish();
      for (ShardResult shard : shards) {
        ShardFiles files = store.files(shard.index());
        List<LateChange> late = joinProducts(shard, files, products, review);
        try (ProvenPart part = ProvenPart.open(store, shard, files.changes())) {
          if (late.isEmpty()) {
            copy(part, changes);
          } else {
            copyWith(late, part, changes);
          }
        }
        try (ProvenPart part = ProvenPart.open(store, shard, files.rejects())) {
          copy(part, rejects);
        }
      }
    }
    return new Joined(
        List.of(products.proof(), review.proof(), rejects.proof(), changes.proof()), found.tally());
  }

  private static void start(OutputStream out, OutputFormat format, List<String> header)
      throws IOException {
    CsvSink sink = new CsvSink(out, format);
    sink.start(header);
    sink.flush();
  }

  private static List<String> withCorrection(List<String> header) {
    List<String> headings = new ArrayList<>(header);
    headings.add(DerivedColumn.CORRECTION);
    return headings;
  }

  /// The row with an empty cell more. Line end and delimiter are ASCII, as they are in both of the
  /// encodings that an output may have.
  private void writeWithCorrection(byte[] row, OutputStream review) throws IOException {
    int lineEnd = format.lineEnd().text().length();
    review.write(row, 0, row.length - lineEnd);
    review.write(format.delimiter());
    review.write(row, row.length - lineEnd, lineEnd);
  }

  private static void copy(ProvenPart part, OutputStream out) throws IOException {
    part.transferTo(out);
    part.prove();
  }

  /// @return the changes of `review_reasons`, in order
  private List<LateChange> joinProducts(
      ShardResult shard, ShardFiles files, OutputStream products, OutputStream review)
      throws IOException {
    List<LateChange> late = new ArrayList<>();
    long changesOffset = 0;
    try (ProvenPart part = ProvenPart.open(store, shard, files.products());
        DataInputStream notes = RowNote.open(files)) {
      for (long i = 0; i < shard.tally().products(); i++) {
        RowNote note = RowNote.read(notes);
        Row row = Row.of(part.readNBytes(note.bytes()), note);
        Optional<GtinReason> mark = marks.of(product++);
        if (mark.isPresent()) {
          found.countLate(mark.get().word(), row.reasons().isEmpty());
          row = row.with(mark.get().word());
        }
        products.write(row.bytes);
        String reasons = row.reasons();
        if (!reasons.isEmpty()) {
          writeWithCorrection(row.bytes, review);
        }
        changesOffset += note.changesBytes();
        Optional<Change> change =
            note.incoming().flatMap(incoming -> change(shard, incoming, reasons));
        if (change.isPresent()) {
          found.count(change.get());
          late.add(new LateChange(changesOffset, change.get()));
        }
      }
      part.prove();
    }
    return late;
  }

  private Optional<Change> change(ShardResult shard, RowNote.Incoming incoming, String reasons) {
    if (incoming.reasons().equals(reasons)) {
      return Optional.empty();
    }
    Shard planned = plan.shards().get(shard.index());
    Place place = new Place(plan.inputOf(planned).shown(), incoming.ordinal(), incoming.line());
    return Optional.of(
        new Change(
            place,
            DerivedColumn.REVIEW_REASONS.header(),
            DerivedColumn.RULE,
            incoming.reasons(),
            reasons));
  }

  /// Packs the shard's changes anew with those of `review_reasons` between them, each the last of
  /// its record.
  private static void copyWith(List<LateChange> late, ProvenPart part, OutputStream out)
      throws IOException {
    FastGzip member = new FastGzip(out);
    CsvSink sink = new CsvSink(member, OutputFormat.standard());
    try {
      InputStream unpacked = new GZIPInputStream(part);
      long offset = 0;
      for (LateChange change : late) {
        copy(unpacked, change.offset() - offset, member);
        offset = change.offset();
        sink.row(ResultRows.of(change.change()));
        sink.flush();
      }
      unpacked.transferTo(member);
    } catch (ZipException | EOFException e) {
      part.prove();
      throw e;
    }
    member.finish();
    part.prove();
  }

  private static void copy(InputStream in, long bytes, OutputStream out) throws IOException {
    byte[] buffer = new byte[COPY_BYTES];
    for (long left = bytes; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException("changes end %,d bytes early".formatted(left));
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  /// One row of `products.csv` as bytes.
  private record Row(byte[] bytes, int reasonsFrom, int reasonsTo) {
    static Row of(byte[] bytes, RowNote note) {
      int reasonsTo = bytes.length - note.bytesBehind();
      return new Row(bytes, reasonsTo - note.reasonsBytes(), reasonsTo);
    }

    String reasons() {
      return new String(bytes, reasonsFrom, reasonsTo - reasonsFrom, StandardCharsets.US_ASCII);
    }

    /// This row with one more word behind its reasons.
    Row with(String reason) {
      String text = reasonsFrom == reasonsTo ? reason : Product.REASONS_SEPARATOR + reason;
      byte[] added = text.getBytes(StandardCharsets.US_ASCII);
      byte[] longer = new byte[bytes.length + added.length];
      System.arraycopy(bytes, 0, longer, 0, reasonsTo);
      System.arraycopy(added, 0, longer, reasonsTo, added.length);
      System.arraycopy(
          bytes, reasonsTo, longer, reasonsTo + added.length, bytes.length - reasonsTo);
      return new Row(longer, reasonsFrom, reasonsTo + added.length);
    }
  }
}
