package dev.totonoe.failure;

/// The input cannot be used: fix it, do not retry (exit code 3).
public final class InputFailure extends Failure {
  private static final long serialVersionUID = 1L;

  public InputFailure(String message) {
    super(message);
  }

  public InputFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
