package dev.totonoe.publish;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A reason, or none, for each product of a run: one byte each, in a file on scratch that the
/// system maps and takes out of memory as it needs to. For one thread.
final class GtinMarks implements AutoCloseable {
  private static final byte NONE = 0;
  private static final GtinReason[] REASONS = GtinReason.values();

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment marks;

  private GtinMarks(Path file, long products) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      marks = channel.map(FileChannel.MapMode.READ_WRITE, 0, products, arena);
    }
  }

  /// @param file a new file on scratch; it goes with the marks
  static GtinMarks create(Path file, long products) throws IOException {
    return new GtinMarks(file, products);
  }

  /// @param product its number in the run, from 0
  void set(long product, GtinReason reason) {
    marks.set(ValueLayout.JAVA_BYTE, product, (byte) (reason.ordinal() + 1));
  }

  Optional<GtinReason> of(long product) {
    byte mark = marks.get(ValueLayout.JAVA_BYTE, product);
    return mark == NONE ? Optional.empty() : Optional.of(REASONS[mark - 1]);
  }

  @Override
  public void close() {
    arena.close();
  }
}
