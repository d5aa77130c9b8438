package dev.totonoe.assets;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Copies bundles from the root, which is slow per operation, to scratch, which is not. A copy is
/// made once per content, verified, and reused by later runs on the same scratch.
public final class Staging {
  /// Files copied at a time: a network file system serves several large reads faster than one.
  private static final int COPIES_AT_A_TIME = 4;

  /// Scratch that must stay free besides what is copied.
  public static final long FREE_BYTES_MIN = 64L << 20;

  private final Path assets;

  /// @param scratch a directory on local disk
  public Staging(Path scratch) {
    this.assets = scratch.resolve("assets");
  }

  /// A verified copy of a bundle, and whether it was there already.
  public record Staged(Path directory, boolean reused) {}

  /// @throws EnvironmentFailure when space is short, or a file is missing or differs from the
  ///   manifest
  public Staged stage(Bundle bundle) {
    Path target = assets.resolve(bundle.manifestSha256());
    Path sources = assets.resolve(bundle.manifestSha256() + ".sources");
    try {
      String found = sourcesOf(bundle);
      boolean intact = isIntact(bundle, target);
      if (intact && found.equals(readIfThere(sources))) {
        return new Staged(target, true);
      }
      Files.createDirectories(assets);
      checkSpace(bundle);
      Path incoming = assets.resolve(".incoming-" + UUID.randomUUID());
      Files.createDirectory(incoming);
      try {
        copyAll(bundle, incoming);
        if (!intact) {
          AtomicFiles.deleteTree(target);
          AtomicFiles.publishDirectory(incoming, target);
        }
        AtomicFiles.write(sources, found.getBytes(StandardCharsets.UTF_8));
      } finally {
        AtomicFiles.deleteTree(incoming);
      }
      return new Staged(target, false);
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "%s: cannot be copied to scratch %s: %s"
              .formatted(bundle.shown(), assets, IoReason.of(e)),
          e);
    }
  }

  /// Where the files of a copy came from and how they looked: a copy is reused only while they look
  /// the same, so that damage at the source is noticed although a good copy exists.
  private static String sourcesOf(Bundle bundle) throws IOException {
    StringBuilder sources = new StringBuilder();
    for (BundleFile file : bundle.manifest().files()) {
      Path source = bundle.directory().resolve(file.path());
      try {
        sources
            .append(source)
            .append(' ')
            .append(Files.size(source))
            .append(' ')
            .append(Files.getLastModifiedTime(source))
            .append('\n');
      } catch (NoSuchFileException e) {
        throw missing(bundle, file, e);
      }
    }
    return sources.toString();
  }

  private static String readIfThere(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
  }

  private void checkSpace(Bundle bundle) throws IOException {
    long needed = bundle.manifest().totalBytes() + FREE_BYTES_MIN;
    long free = Files.getFileStore(assets).getUsableSpace();
    if (free < needed) {
      throw new EnvironmentFailure(
          "scratch %s: expected at least %,d bytes free for %s but found %,d; free some, or name another directory by --scratch"
              .formatted(assets, needed, bundle.shown(), free));
    }
  }

  private static boolean isIntact(Bundle bundle, Path copy) {
    try {
      for (BundleFile file : bundle.manifest().files()) {
        Path path = copy.resolve(file.path());
        if (Files.size(path) != file.bytes() || !Sha256.of(path).equals(file.sha256())) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void copyAll(Bundle bundle, Path target) throws IOException {
    for (BundleFile file : bundle.manifest().files()) {
      Files.createDirectories(target.resolve(file.path()).getParent());
    }
    List<Future<?>> copies = new ArrayList<>();
    try (ExecutorService copiers = Executors.newFixedThreadPool(COPIES_AT_A_TIME)) {
      for (BundleFile file : bundle.manifest().files()) {
        copies.add(
            copiers.submit(
                () -> {
                  copy(bundle, file, target.resolve(file.path()));
                  return null;
                }));
      }
    }
    for (Future<?> copy : copies) {
      try {
        copy.get();
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case IOException io -> throw io;
          case RuntimeException runtime -> throw runtime;
          default -> throw new IllegalStateException(e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EnvironmentFailure("staging " + bundle.shown() + " was interrupted", e);
      }
    }
  }

  private static void copy(Bundle bundle, BundleFile file, Path target) throws IOException {
    Path source = bundle.directory().resolve(file.path());
    String shown = bundle.shown() + "/" + file.path();
    try {
      long bytes = Files.size(source);
      if (bytes != file.bytes()) {
        throw new EnvironmentFailure(
            "%s: expected %d bytes as in its manifest but found %d%s"
                .formatted(shown, file.bytes(), bytes, remedy(bundle)));
      }
      Files.copy(source, target);
    } catch (NoSuchFileException e) {
      throw missing(bundle, file, e);
    }
    String sha256 = Sha256.of(target);
    if (!sha256.equals(file.sha256())) {
      throw new EnvironmentFailure(
          "%s: expected SHA-256 %s as in its manifest but found %s%s"
              .formatted(shown, file.sha256(), sha256, remedy(bundle)));
    }
  }

  private static EnvironmentFailure missing(Bundle bundle, BundleFile file, IOException cause) {
    return new EnvironmentFailure(
        "%s/%s: missing, though its manifest names it%s"
            .formatted(bundle.shown(), file.path(), remedy(bundle)),
        cause);
  }

  private static String remedy(Bundle bundle) {
    return "; copy the bundle again, or if the change was meant: totonoe pack " + bundle.shown();
  }
}
