package dev.totonoe.failure;

/// The run was stopped and can be resumed (exit code 4).
public final class Interruption extends Failure {
  private static final long serialVersionUID = 1L;

  public Interruption(String message) {
    super(message);
  }

  public Interruption(String message, Throwable cause) {
    super(message, cause);
  }
}
