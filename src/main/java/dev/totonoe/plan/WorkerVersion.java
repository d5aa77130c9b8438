package dev.totonoe.plan;

import java.util.Objects;

/// Which worker cleanses: another one may cleanse otherwise, so it is part of the fingerprint.
///
/// @param version the released version
/// @param codeSha256 the checksum of the worker's own classes; it tells builds of one version apart
public record WorkerVersion(String version, String codeSha256) {
  public WorkerVersion {
    Objects.requireNonNull(version);
    Objects.requireNonNull(codeSha256);
  }
}
