package dev.totonoe.csv;

import dev.totonoe.failure.InputFailure;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Opens an input file as a stream of plain bytes, decompressed where it is gzip (RFC 1952).
public final class RawBytes {
  private static final int READ_BYTES = 1 << 20;
  private static final int INFLATE_BYTES = 64 << 10;

  private RawBytes() {}

  /// The file's bytes, decompressed if [#isGzip]; read in large pieces.
  ///
  /// A compressed file that is damaged, or grows beyond 250 times its size (and 256 MiB), fails
  /// with an [InputFailure] while it is read.
  public static InputStream open(Path file) throws IOException {
    return isGzip(file)
        ? openGzip(file, Limits.EXPANSION_FREE_BYTES)
        : new BufferedInputStream(Files.newInputStream(file), READ_BYTES);
  }

  /// Whether the name ends in `.gz` and the content starts as gzip does; a plain file with such a
  /// name is read as it is.
  public static boolean isGzip(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(2);
      return magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
    }
  }

  static InputStream openGzip(Path file, long freeBytes) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), READ_BYTES);
    try {
      return unpack(raw, file, freeBytes);
    } catch (IOException | InputFailure e) {
      raw.close();
      throw e;
    }
  }

  /// What a gzip file's bytes, read by the caller, hold decompressed; limited and checked as
  /// [#open] does.
  ///
  /// @param raw the bytes of `file` from its start
  public static InputStream unpack(InputStream raw, Path file) throws IOException {
    return unpack(raw, file, Limits.EXPANSION_FREE_BYTES);
  }

  private static InputStream unpack(InputStream raw, Path file, long freeBytes) throws IOException {
    long bytesMax = Math.max(freeBytes, Files.size(file) * Limits.EXPANSION_MAX);
    try {
      return new Inflating(new GZIPInputStream(raw, INFLATE_BYTES), file, bytesMax);
    } catch (EOFException | ZipException e) {
      throw damaged(file, e);
    }
  }

  private static InputFailure damaged(Path file, IOException e) {
    return new InputFailure(
        file + ": expected intact gzip data but found: " + e.getMessage() + "; compress it again",
        e);
  }

  private static final class Inflating extends FilterInputStream {
    private final Path file;
    private final long bytesMax;
    private long bytes;

    Inflating(InputStream in, Path file, long bytesMax) {
      super(in);
      this.file = file;
      this.bytesMax = bytesMax;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int off, int len) throws IOException {
      try {
        int read = in.read(buffer, off, len);
        count(read);
        return read;
      } catch (EOFException | ZipException e) {
        throw damaged(file, e);
      }
    }

    @Override
    public long skip(long n) throws IOException {
      try {
        long skipped = in.skip(n);
        count(skipped);
        return skipped;
      } catch (EOFException | ZipException e) {
        throw damaged(file, e);
      }
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long more) {
      bytes += Math.max(0, more);
      if (bytes > bytesMax) {
        throw new InputFailure(
            "%s: expected at most %,d bytes when decompressed (%d times its size) but found more; "
                    .formatted(file, bytesMax, Limits.EXPANSION_MAX)
                + "if the file is sound, put it there decompressed");
      }
    }
  }
}
