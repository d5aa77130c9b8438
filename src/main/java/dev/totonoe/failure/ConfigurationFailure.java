package dev.totonoe.failure;

/// The command line, the profile or a bundle's rules are wrong: fix them, do not retry (exit code
/// 2).
public final class ConfigurationFailure extends Failure {
  private static final long serialVersionUID = 1L;

  public ConfigurationFailure(String message) {
    super(message);
  }

  public ConfigurationFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
