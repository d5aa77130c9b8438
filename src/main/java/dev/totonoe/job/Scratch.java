package dev.totonoe.job;

import dev.totonoe.assets.Staging;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.AtomicFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Local disk: one directory that runs share for verified assets, and one of this run's own that
/// goes with it.
///
/// A lock file tells whether the owner of a run's directory lives; the directories of killed runs
/// are removed.
final class Scratch implements AutoCloseable {
  private static final String OWN_PREFIX = "run-";
  private static final String LOCK = ".lock";

  private final Path shared;
  private final Path own;
  private final FileChannel lockFile;

  private Scratch(Path shared, Path own, FileChannel lockFile) {
    this.shared = shared;
    this.own = own;
    this.lockFile = lockFile;
  }

  /// @throws EnvironmentFailure when the directory cannot be made or written, or is almost full
  static Scratch open(Path directory) {
    try {
      Files.createDirectories(directory);
      removeLeftovers(directory);
      checkSpace(directory);
      Path own = Files.createDirectory(directory.resolve(OWN_PREFIX + UUID.randomUUID()));
      FileChannel lockFile =
          FileChannel.open(
              own.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      lockFile.lock();
      return new Scratch(directory, own, lockFile);
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "scratch %s: expected a directory on local disk that the worker may write but found %s; mount one there (docker run --tmpfs %s or -v; in Kubernetes an emptyDir), or name another by --scratch"
              .formatted(directory, IoReason.of(e), directory),
          e);
    }
  }

  private static void checkSpace(Path directory) throws IOException {
    long free = Files.getFileStore(directory).getUsableSpace();
    if (free < Staging.FREE_BYTES_MIN) {
      throw new EnvironmentFailure(
          "scratch %s: expected at least %,d bytes free but found %,d; free some, give it more (docker run --tmpfs %s:size=1g; in Kubernetes the emptyDir's sizeLimit), or name another by --scratch"
              .formatted(directory, Staging.FREE_BYTES_MIN, free, directory));
    }
  }

  private static void removeLeftovers(Path directory) throws IOException {
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(directory, OWN_PREFIX + "*")) {
      for (Path run : runs) {
        if (isOwnerless(run)) {
          AtomicFiles.deleteTree(run);
        }
      }
    }
  }

  /// A run that is just starting has no lock file yet: it is left alone.
  private static boolean isOwnerless(Path run) throws IOException {
    Path lock = run.resolve(LOCK);
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /// What runs share.
  Path shared() {
    return shared;
  }

  /// What this run alone uses.
  Path own() {
    return own;
  }

  @Override
  public void close() {
    try (lockFile) {
      AtomicFiles.deleteTree(own);
    } catch (IOException e) {
      // A leftover costs disk until the next run on this scratch removes it; the results are safe.
    }
  }
}
