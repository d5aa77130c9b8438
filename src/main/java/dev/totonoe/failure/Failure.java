package dev.totonoe.failure;

/// A command cannot do what was asked. The message is for the user: what happened, where
/// (`file:line:column`), what was expected and found, what to do.
public abstract sealed class Failure extends RuntimeException
    permits ConfigurationFailure, EnvironmentFailure, InputFailure, Interruption, QualityFailure {
  private static final long serialVersionUID = 1L;

  Failure(String message) {
    super(message);
  }

  Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
