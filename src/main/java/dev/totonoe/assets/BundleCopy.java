package dev.totonoe.assets;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.layout.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Copies files of a bundle, each checked against the manifest.
final class BundleCopy {
  /// Files copied at a time: a network file system serves several large reads faster than one.
  private static final int COPIES_AT_A_TIME = 4;

  private BundleCopy() {}

  /// @param files those of the bundle's files that are wanted
  /// @param target a directory that has none of them
  /// @throws EnvironmentFailure when a file is missing or differs from the manifest
  static void copy(Bundle bundle, List<BundleFile> files, Path target) throws IOException {
    for (BundleFile file : files) {
      Files.createDirectories(target.resolve(file.path()).getParent());
    }
    List<Future<?>> copies = new ArrayList<>();
    try (ExecutorService copiers = Executors.newFixedThreadPool(COPIES_AT_A_TIME)) {
      for (BundleFile file : files) {
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
        throw new EnvironmentFailure("copying " + bundle.shown() + " was interrupted", e);
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
    checkContent(bundle, file, target);
  }

  /// @param content the file itself or a copy of it
  static void checkContent(Bundle bundle, BundleFile file, Path content) throws IOException {
    String sha256 = Sha256.of(content);
    if (!sha256.equals(file.sha256())) {
      throw new EnvironmentFailure(
          "%s/%s: expected SHA-256 %s as in its manifest but found %s%s"
              .formatted(bundle.shown(), file.path(), file.sha256(), sha256, remedy(bundle)));
    }
  }

  static EnvironmentFailure missing(Bundle bundle, BundleFile file, IOException cause) {
    return new EnvironmentFailure(
        "%s/%s: missing, though its manifest names it%s"
            .formatted(bundle.shown(), file.path(), remedy(bundle)),
        cause);
  }

  private static String remedy(Bundle bundle) {
    return "; copy the bundle again, or if the change was meant: totonoe pack " + bundle.shown();
  }
}
