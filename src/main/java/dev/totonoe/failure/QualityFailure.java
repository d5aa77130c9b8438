package dev.totonoe.failure;

/// The result is worse than the profile allows and was not published (exit code 6).
public final class QualityFailure extends Failure {
  private static final long serialVersionUID = 1L;

  public QualityFailure(String message) {
    super(message);
  }

  public QualityFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
