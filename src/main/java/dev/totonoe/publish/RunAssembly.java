package dev.totonoe.publish;

import dev.totonoe.csv.CsvSink;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.ResultFiles;
import dev.totonoe.layout.RunFiles;
import dev.totonoe.layout.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/// Joins the outputs of shards into those of a run: a header line, then the parts in order, each
/// checked against its proof on the way.
final class RunAssembly {
  private static final List<String> REJECTS_HEADER =
      List.of("source_file", "source_line", "source_record", "column", "reason", "message", "raw");
  private static final List<String> CHANGES_HEADER =
      List.of("source_file", "source_line", "source_record", "column", "rule", "before", "after");

  private final ShardStore store;
  private final RunFiles target;
  private final OutputFormat format;

  /// @param format the form of products and review
  RunAssembly(ShardStore store, RunFiles target, OutputFormat format) {
    this.store = store;
    this.target = target;
    this.format = format;
  }

  private interface Head {
    void writeTo(OutputStream out) throws IOException;
  }

  /// @param header the headings of `products.csv`
  /// @throws EnvironmentFailure when a shard is damaged; it is removed, so that trying again helps
  List<FileProof> join(List<ShardResult> shards, List<String> header) throws IOException {
    Head products = out -> start(out, format, header);
    Head rejects = out -> start(out, OutputFormat.standard(), REJECTS_HEADER);
    Head changes =
        out -> {
          // A gzip file may have several members (RFC 1952 2.2): one for the header, one for each
          // shard.
          GZIPOutputStream member = new GZIPOutputStream(out);
          start(member, OutputFormat.standard(), CHANGES_HEADER);
          member.finish();
        };
    List<FileProof> proofs = new ArrayList<>();
    proofs.add(join(shards, ResultFiles::products, products));
    proofs.add(join(shards, ResultFiles::review, products));
    proofs.add(join(shards, ResultFiles::rejects, rejects));
    proofs.add(join(shards, ResultFiles::changes, changes));
    return proofs;
  }

  private static void start(OutputStream out, OutputFormat format, List<String> header)
      throws IOException {
    CsvSink sink = new CsvSink(out, format);
    sink.start(header);
    sink.flush();
  }

  private FileProof join(List<ShardResult> shards, Function<ResultFiles, Path> which, Head head)
      throws IOException {
    ProofStream out = ProofStream.create(which.apply(target));
    try (out) {
      head.writeTo(out);
      for (ShardResult shard : shards) {
        append(shard, which.apply(store.files(shard.index())), out);
      }
    }
    return out.proof();
  }

  private void append(ShardResult shard, Path part, OutputStream out) throws IOException {
    FileProof promised = shard.proofOf(part.getFileName().toString());
    String sha256 = copy(part, out);
    if (!sha256.equals(promised.sha256())) {
      store.discard(shard.index());
      throw new EnvironmentFailure(
          "%s of shard %d: expected SHA-256 %s but found %s; the shard was removed: run it again"
              .formatted(part.getFileName(), shard.index(), promised.sha256(), sha256));
    }
  }

  private static String copy(Path part, OutputStream out) throws IOException {
    byte[] buffer = new byte[AtomicFiles.BUFFER_BYTES];
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(part), Sha256.digest())) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
      return Sha256.hex(in.getMessageDigest().digest());
    }
  }
}
