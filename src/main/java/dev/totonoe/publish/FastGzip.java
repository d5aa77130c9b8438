package dev.totonoe.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// One member of `changes.csv.gz`. Changes are many and read seldom: the quickest compression is
/// the right one.
final class FastGzip extends GZIPOutputStream {
  private static final int BUFFER_BYTES = 1 << 16;

  FastGzip(OutputStream out) throws IOException {
    super(out, BUFFER_BYTES);
    def.setLevel(Deflater.BEST_SPEED);
  }
}
