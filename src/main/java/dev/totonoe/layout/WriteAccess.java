package dev.totonoe.layout;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Asks, before any work is done, whether its results can be written. The file system is asked and
/// nothing is written: an answer of yes may still prove wrong later, on a full disk.
final class WriteAccess {
  private static final String SAME_USER =
      "let the worker run as its owner (docker run --user \"$(id -u):$(id -g)\"; in Kubernetes runAsUser,"
          + " or an EFS access point with the worker's user), or give it to the worker's user by chown";

  private WriteAccess() {}

  /// @param place a directory that exists, or that is to be made
  /// @param shown its name in the message
  /// @throws EnvironmentFailure when nothing can be written there
  static void require(Path place, String shown) {
    Path existing = place.toAbsolutePath();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (Files.isDirectory(existing) && Files.isWritable(existing) && Files.isExecutable(existing)) {
      return;
    }
    if (isReadOnly(existing)) {
      throw new EnvironmentFailure(
          "%s: expected a directory that the worker may write but it is mounted read-only; mount it for writing"
              .formatted(shown));
    }
    throw new EnvironmentFailure(
        "%s: expected a directory that the worker may write but found %s; %s"
            .formatted(
                shown,
                Files.isDirectory(existing) ? IoReason.denied(existing.toString()) : "a file",
                SAME_USER));
  }

  private static boolean isReadOnly(Path existing) {
    try {
      return Files.getFileStore(existing).isReadOnly();
    } catch (IOException e) {
      return false;
    }
  }
}
