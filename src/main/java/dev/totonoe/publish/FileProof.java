package dev.totonoe.publish;

import java.util.Objects;

/// A file as it was written or read.
///
/// @param path its name, relative to what the list it stands in is about
/// @param bytes its size
/// @param sha256 its SHA-256 as 64 lower-case hexadecimal digits
public record FileProof(String path, long bytes, String sha256) {
  public FileProof {
    Objects.requireNonNull(path);
    Objects.requireNonNull(sha256);
  }
}
