package dev.totonoe.plan;

import dev.totonoe.assets.Staging;
import dev.totonoe.csv.BoundaryScanner;
import dev.totonoe.csv.Dialect;
import dev.totonoe.csv.RawBytes;
import dev.totonoe.csv.Span;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.Interruption;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The pass over one input, from its first byte to its last: checksum and record bounds. What is
/// compressed is unpacked on the way.
final class InputScan {
  private final Path scratch;
  private final long shardBytes;
  private final BooleanSupplier stopRequested;

  /// @param scratch where unpacked inputs go
  /// @param shardBytes what a shard aims at
  /// @param stopRequested asked at every buffer; when it says yes, the pass ends with an
  ///   [Interruption]
  InputScan(Path scratch, long shardBytes, BooleanSupplier stopRequested) {
    this.scratch = scratch;
    this.shardBytes = shardBytes;
    this.stopRequested = stopRequested;
  }

  /// @param content where its bytes are to be read from afterwards: the file itself, or a file that
  ///   is made for what it unpacks to
  Scanned scan(Path file, Path content, Dialect dialect) throws IOException {
    MessageDigest digest = Sha256.digest();
    List<Span> spans = new ArrayList<>();
    BoundaryScanner scanner = new BoundaryScanner(dialect, shardBytes, spans::add);
    long bytes;
    try (CountingStream raw = new CountingStream(Files.newInputStream(file));
        InputStream hashed = new DigestInputStream(raw, digest)) {
      if (content.equals(file)) {
        feed(hashed, scanner);
      } else {
        unpack(RawBytes.unpack(hashed, file), content, scanner);
      }
      // What follows the last member of a compressed file still counts for its checksum.
      hashed.transferTo(OutputStream.nullOutputStream());
      bytes = raw.count;
    }
    return new Scanned(bytes, Sha256.hex(digest.digest()), scanner.finish(), spans);
  }

  private void feed(InputStream in, BoundaryScanner scanner) throws IOException {
    byte[] buffer = new byte[AtomicFiles.BUFFER_BYTES];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      scanner.write(buffer, 0, read);
      checkStop();
    }
  }

  private void unpack(InputStream in, Path target, BoundaryScanner scanner) throws IOException {
    byte[] buffer = new byte[AtomicFiles.BUFFER_BYTES];
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        scanner.write(buffer, 0, read);
        out.write(buffer, 0, read);
        checkStop();
        long free = Files.getFileStore(scratch).getUsableSpace();
        if (free < Staging.FREE_BYTES_MIN) {
          throw new EnvironmentFailure(
              "scratch %s: expected at least %,d bytes to stay free while %s is unpacked but found %,d; free some, or name another directory by --scratch"
                  .formatted(scratch, Staging.FREE_BYTES_MIN, target.getFileName(), free));
        }
      }
    }
  }

  private void checkStop() {
    if (stopRequested.getAsBoolean()) {
      throw new Interruption("stopped while looking at the input; run it again to go on");
    }
  }

  private static final class CountingStream extends FilterInputStream {
    private long count;

    CountingStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
