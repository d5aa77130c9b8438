package dev.totonoe.publish;

import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.Sha256;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/// Writes a new file in large blocks and knows its checksum when it is closed.
final class ProofStream extends FilterOutputStream {
  private final Path file;
  private final FileChannel channel;
  private final MessageDigest digest = Sha256.digest();
  private long bytes;
  private boolean closed;

  private ProofStream(Path file, FileChannel channel) {
    super(new BufferedOutputStream(Channels.newOutputStream(channel), AtomicFiles.BUFFER_BYTES));
    this.file = file;
    this.channel = channel;
  }

  static ProofStream create(Path file) throws IOException {
    return new ProofStream(
        file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update((byte) b);
    bytes++;
  }

  @Override
  public void write(byte[] block, int offset, int length) throws IOException {
    out.write(block, offset, length);
    digest.update(block, offset, length);
    bytes += length;
  }

  /// Flushes to the disk: what a rename then makes visible is there after a crash.
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (channel) {
      out.flush();
      channel.force(true);
    }
  }

  /// The proof of the finished file; after [#close].
  FileProof proof() {
    if (!closed) {
      throw new IllegalStateException(file + " is still being written");
    }
    return new FileProof(file.getFileName().toString(), bytes, Sha256.hex(digest.digest()));
  }
}
