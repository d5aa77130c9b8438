package dev.totonoe.layout;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;

/// Asks, before any work is done, whether its results can be written. The file system is asked and
/// nothing is written: an answer of yes may still prove wrong later, on a full disk.
final class WriteAccess {
  private static final String OTHER_USER =
      "let the worker run as its owner (docker run --user \"$(id -u):$(id -g)\"; in Kubernetes runAsUser,"
          + " or an EFS access point with the worker's user), or give it to the worker's user by chown";
  private static final String OTHER_MOUNT =
      "mount it for writing (docker run -v without :ro; in Kubernetes readOnly: false)";

  private WriteAccess() {}

  /// @param place a directory that exists, or that is to be made
  /// @param shown its name in the message
  /// @throws EnvironmentFailure when nothing can be written there
  static void require(Path place, String shown) {
    Path existing = place.toAbsolutePath();
    while (Files.notExists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    try {
      existing
          .getFileSystem()
          .provider()
          .checkAccess(existing, AccessMode.WRITE, AccessMode.EXECUTE);
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "%s: expected a directory that the worker may write but found %s; %s"
              .formatted(
                  shown,
                  IoReason.of(e),
                  e instanceof AccessDeniedException ? OTHER_USER : OTHER_MOUNT),
          e);
    }
  }
}
