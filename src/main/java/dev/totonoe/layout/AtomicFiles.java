package dev.totonoe.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes so that a reader, or a worker that starts after a crash, sees the old file or the new
/// one, never a part: temporary name in the same directory, flush to the disk, rename.
public final class AtomicFiles {
  /// Bytes moved at a time. Network file systems cost per operation, so reads and writes are large.
  public static final int BUFFER_BYTES = 1 << 20;

  private AtomicFiles() {}

  /// Writes a small file whole.
  public static void write(Path target, byte[] content) throws IOException {
    Path temporary = temporaryBeside(target);
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Copies into a directory that nobody else reads yet, flushed to the disk.
  public static void copyDurably(Path source, Path target) throws IOException {
    try (InputStream in = Files.newInputStream(source);
        FileChannel channel =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      OutputStream out = Channels.newOutputStream(channel);
      for (int read = in.readNBytes(buffer, 0, buffer.length);
          read > 0;
          read = in.readNBytes(buffer, 0, buffer.length)) {
        out.write(buffer, 0, read);
      }
      channel.force(true);
    }
  }

  /// Makes a finished directory visible under its name, unless one is there already.
  ///
  /// @return false when another worker was first; its directory stands, `source` is untouched
  public static boolean publishDirectory(Path source, Path target) throws IOException {
    try {
      Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (FileSystemException e) {
      // Java has no exception of its own for "directory not empty" on an atomic move.
      if (Files.isDirectory(source) && Files.isDirectory(target)) {
        return false;
      }
      throw e;
    }
  }

  /// Puts a finished directory in the place of one that is there, or in an empty place. Between the
  /// two renames a reader finds neither for a moment; where the second fails the old one goes back.
  public static void replaceDirectory(Path source, Path target) throws IOException {
    Path outgoing = temporaryBeside(target);
    boolean moved = Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS);
    if (moved) {
      Files.move(target, outgoing, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (moved) {
        Files.move(outgoing, target, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
    deleteTree(outgoing);
  }

  /// Deletes a directory with all it holds; what others delete meanwhile is no error.
  public static void deleteTree(Path directory) throws IOException {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static Path temporaryBeside(Path target) {
    return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }
}
