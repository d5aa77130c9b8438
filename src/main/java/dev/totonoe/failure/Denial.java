package dev.totonoe.failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whom a file or directory belongs to, beside whom the worker is: what a person needs to know when
/// the file system says no, most often because a container's user is not the owner of what is
/// mounted into it. Users and groups are numbers, since a container has no names for them.
///
/// @param place the file or directory that says no
/// @param owner its user and group, such as `1000:1000`
/// @param mode its permissions, such as `rwxr-xr-x`
/// @param worker the worker's user and group, such as `65532:65532`
record Denial(Path place, String owner, String mode, String worker) {
  /// The owner of this directory is the user of the process (proc(5)); systems without it tell
  /// nothing.
  private static final Path OWN_PROCESS = Path.of("/proc/self");

  private static final String USER = "uid";
  private static final String GROUP = "gid";
  private static final String MODE = "permissions";

  /// What stands in the way to a path: itself, or the nearest directory above it that can be looked
  /// at. Empty where nothing is known or nothing stands in the way.
  static Optional<Denial> at(Path path) {
    Path place = path.toAbsolutePath();
    while (place != null && (!Files.exists(place) || mayDoAll(place))) {
      place = place.getParent();
    }
    if (place == null) {
      return Optional.empty();
    }
    try {
      Map<String, Object> self = Files.readAttributes(OWN_PROCESS, "unix:uid,gid");
      Map<String, Object> found = Files.readAttributes(place, "unix:uid,gid,permissions");
      return Optional.of(new Denial(place, ids(found), mode(found), ids(self)));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static boolean mayDoAll(Path place) {
    return Files.isReadable(place)
        && Files.isWritable(place)
        && (!Files.isDirectory(place) || Files.isExecutable(place));
  }

  private static String ids(Map<String, Object> attributes) {
    return attributes.get(USER) + ":" + attributes.get(GROUP);
  }

  private static String mode(Map<String, Object> attributes) {
    @SuppressWarnings("unchecked") // The documented type of this attribute.
    Set<PosixFilePermission> permissions = (Set<PosixFilePermission>) attributes.get(MODE);
    return PosixFilePermissions.toString(permissions);
  }

  @Override
  public String toString() {
    return "the worker is user %s, and %s belongs to %s with %s"
        .formatted(worker, place, owner, mode);
  }
}
