package dev.totonoe.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What an image is built from, for its labels.
///
/// @param id the commit; with `-changed` behind it when the work tree differs from it
/// @param time of the commit, ISO 8601 in UTC: an image has no other, so that it can be built again
/// @param origin where the source is published
record Revision(String id, String time, String origin) {
  private static final String UNKNOWN = "unknown";

  /// Asks git.
  ///
  /// @param origin `auto`: the clone's origin where that is an address that others can reach
  static Revision of(Path clone, String origin) throws IOException, InterruptedException {
    String id = git(clone, "rev-parse", "HEAD");
    String changed =
        git(clone, "status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : "-changed";
    String time =
        git(
            clone,
            "-c",
            "core.quotePath=false",
            "log",
            "-1",
            "--format=%cd",
            "--date=format-local:%Y-%m-%dT%H:%M:%SZ");
    return new Revision(id + changed, time, origin.equals("auto") ? published(clone) : origin);
  }

  /// An address of the clone's origin without what stands before an `@`, which may be secret; a
  /// path of this machine says nothing to others.
  private static String published(Path clone) throws IOException, InterruptedException {
    String address;
    try {
      address = git(clone, "config", "--get", "remote.origin.url");
    } catch (Refusal e) {
      return UNKNOWN;
    }
    return address.startsWith("https://") ? address.replaceFirst("//[^/@]*@", "//") : UNKNOWN;
  }

  private static String git(Path clone, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("env", "TZ=UTC", "git", "-C", clone.toString()));
    command.addAll(List.of(arguments));
    return Tool.run(command);
  }
}
