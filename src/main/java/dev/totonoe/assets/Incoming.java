package dev.totonoe.assets;

import dev.totonoe.layout.AtomicFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A hidden directory for what is being made, in the directory where it is to stand, so that one
/// rename puts it there. Closing removes what is still here; what a killed process could not remove
/// goes when the next one makes a directory beside it, a day later.
public final class Incoming implements AutoCloseable {
  /// So long nobody works without writing a file; trainings, the longest, take minutes. A lock
  /// would tell at once, but would have to be kept on network file systems and out of what is made.
  static final Duration ABANDONED_AFTER = Duration.ofDays(1);

  private static final String PREFIX = ".incoming-";

  private final Path directory;

  private Incoming(Path directory) {
    this.directory = directory;
  }

  /// Makes a directory, and removes those that others left.
  ///
  /// @param parent is there
  public static Incoming in(Path parent) throws IOException {
    for (Path other : others(parent)) {
      removeIfAbandoned(other);
    }
    return new Incoming(Files.createDirectory(parent.resolve(PREFIX + UUID.randomUUID())));
  }

  public Path directory() {
    return directory;
  }

  private static List<Path> others(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX)).toList();
    }
  }

  private static void removeIfAbandoned(Path other) {
    Instant limit = Instant.now().minus(ABANDONED_AFTER);
    try {
      if (lastWritten(other).isBefore(limit)) {
        AtomicFiles.deleteTree(other);
      }
    } catch (IOException | UncheckedIOException e) {
      // Its owner or a third process is at it, or it is another user's: it costs disk, no more.
    }
  }

  private static Instant lastWritten(Path directory) throws IOException {
    Instant last = Instant.EPOCH;
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.toList()) {
        FileTime written = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS);
        last = written.toInstant().isAfter(last) ? written.toInstant() : last;
      }
    }
    return last;
  }

  @Override
  public void close() {
    try {
      AtomicFiles.deleteTree(directory);
    } catch (IOException e) {
      // What is left starts with a dot: nobody takes it for a bundle or a part of one.
    }
  }
}
