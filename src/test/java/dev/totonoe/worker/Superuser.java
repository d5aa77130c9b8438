package dev.totonoe.worker;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What only the superuser can do for a test: other users, mounts, process numbers.
final class Superuser {
  static final int WORKER = 65532;

  private Superuser() {}

  /// Skips the test for everybody else.
  static void assume() throws IOException {
    assumeThat((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
        .as("these tests change users and mounts, which takes the superuser")
        .isZero();
  }

  /// A launcher that makes the worker a user without a name, groups or a home.
  static List<String> asWorker() {
    String id = Integer.toString(WORKER);
    return List.of(
        "env",
        "-u",
        "HOME",
        "-u",
        "USER",
        "-u",
        "LOGNAME",
        "setpriv",
        "--reuid",
        id,
        "--regid",
        id,
        "--clear-groups");
  }

  /// A launcher that makes the worker process 1, as in a container.
  static List<String> asProcessOne() {
    return List.of("unshare", "--pid", "--fork", "--mount-proc");
  }

  /// A launcher with mounts of its own.
  ///
  /// @param mount the commands that mount; `$0` is the directory
  static List<String> withMount(String mount, Path directory) {
    return List.of(
        "unshare", "--mount", "sh", "-c", mount + " && exec \"$@\"", directory.toString());
  }

  /// Gives all that is in a directory to the worker.
  static void giveToWorker(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.toList()) {
        Files.setAttribute(path, "unix:uid", WORKER, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", WORKER, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }
}
