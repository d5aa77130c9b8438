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

/// Copies bundles from the root, which is slow per operation, to scratch, which is not. A copy is
/// made once per content, verified, and reused by later runs on the same scratch.
///
/// What stands below a bundle's `training/` is left where it is and not looked at: no run works
/// with it.
public final class Staging {
  /// Scratch that must stay free, whatever is put there.
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
      try (Incoming incoming = Incoming.in(assets)) {
        checkSpace(bundle);
        BundleCopy.copy(bundle, bundle.manifest().neededToRun(), incoming.directory());
        if (!intact) {
          AtomicFiles.deleteTree(target);
          AtomicFiles.publishDirectory(incoming.directory(), target);
        }
        AtomicFiles.write(sources, found.getBytes(StandardCharsets.UTF_8));
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
    for (BundleFile file : bundle.manifest().neededToRun()) {
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
        throw BundleCopy.missing(bundle, file, e);
      }
    }
    return sources.toString();
  }

  private static String readIfThere(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
  }

  private void checkSpace(Bundle bundle) throws IOException {
    long needed = bundle.manifest().bytesToRun() + FREE_BYTES_MIN;
    long free = Files.getFileStore(assets).getUsableSpace();
    if (free < needed) {
      throw new EnvironmentFailure(
          "scratch %s: expected at least %,d bytes free for %s but found %,d; free some, or name another directory by --scratch"
              .formatted(assets, needed, bundle.shown(), free));
    }
  }

  private static boolean isIntact(Bundle bundle, Path copy) {
    try {
      for (BundleFile file : bundle.manifest().neededToRun()) {
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
}
