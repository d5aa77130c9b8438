package dev.totonoe.assets;

import java.util.Objects;
import java.util.regex.Pattern;

/// One file of a bundle.
///
/// @param path its name in the bundle, or a directory's, `/` and its name there; no deeper
/// @param bytes its size
/// @param sha256 its SHA-256 as 64 lower-case hexadecimal digits
public record BundleFile(String path, long bytes, String sha256) {
  /// Lucene has `$` in its names. A segment begins with a letter or a digit, so that no path leaves
  /// the bundle or hides in it.
  private static final Pattern NAME =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,99}/)?[A-Za-z0-9][A-Za-z0-9._$-]{0,99}");

  /// What a bundle was made from stands below this directory.
  private static final String TRAINING = "training/";

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public BundleFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(sha256);
    if (!NAME.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "expected a plain file name, in one directory at most, but found \"" + path + "\"");
    }
    if (bytes < 0) {
      throw new IllegalArgumentException("expected a size of 0 or more but found " + bytes);
    }
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("expected a SHA-256 but found \"" + sha256 + "\"");
    }
  }

  /// Whether a run works with it. What stands below `training/` is what the bundle was made from:
  /// the manifest names it and answers for it, but no run reads it, so none waits for its copy.
  boolean neededToRun() {
    return !path.startsWith(TRAINING);
  }
}
