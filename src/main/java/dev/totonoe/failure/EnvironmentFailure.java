package dev.totonoe.failure;

/// Disk, file system, a missing or corrupt asset: retrying may help (exit code 5).
public final class EnvironmentFailure extends Failure {
  private static final long serialVersionUID = 1L;

  public EnvironmentFailure(String message) {
    super(message);
  }

  public EnvironmentFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
