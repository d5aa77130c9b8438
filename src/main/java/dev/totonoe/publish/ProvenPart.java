package dev.totonoe.publish;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.Sha256;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/// Reads one output of a finished shard and compares it with what `shard.json` promises.
final class ProvenPart extends FilterInputStream {
  private final ShardStore store;
  private final ShardResult shard;
  private final Path part;
  private final MessageDigest digest;

  private ProvenPart(ShardStore store, ShardResult shard, Path part, MessageDigest digest)
      throws IOException {
    super(
        new BufferedInputStream(
            new DigestInputStream(Files.newInputStream(part), digest), AtomicFiles.BUFFER_BYTES));
    this.store = store;
    this.shard = shard;
    this.part = part;
    this.digest = digest;
  }

  static ProvenPart open(ShardStore store, ShardResult shard, Path part) throws IOException {
    return new ProvenPart(store, shard, part, Sha256.digest());
  }

  /// Reads to the end and checks all that was read; nothing of a part is worth anything before.
  ///
  /// @throws EnvironmentFailure when the part is damaged; its shard is removed, so that trying
  ///   again helps
  void prove() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    String promised = shard.proofOf(part.getFileName().toString()).sha256();
    String sha256 = Sha256.hex(digest.digest());
    if (!sha256.equals(promised)) {
      store.discard(shard.index());
      throw new EnvironmentFailure(
          "%s of shard %d: expected SHA-256 %s but found %s; the shard was removed: run it again"
              .formatted(part.getFileName(), shard.index(), promised, sha256));
    }
  }
}
