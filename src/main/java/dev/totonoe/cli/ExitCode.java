package dev.totonoe.cli;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.Failure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.failure.Interruption;
import dev.totonoe.failure.QualityFailure;

/// The exit codes: what a scheduler decides by. Configuration, input and quality are not worth
/// retrying.
enum ExitCode {
  DONE(0),
  BUG(1),
  CONFIGURATION(2),
  INPUT(3),
  INTERRUPTED(4),
  ENVIRONMENT(5),
  QUALITY(6);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static ExitCode of(Throwable thrown) {
    return switch (thrown) {
      case Failure failure ->
          switch (failure) {
            case ConfigurationFailure _ -> CONFIGURATION;
            case InputFailure _ -> INPUT;
            case Interruption _ -> INTERRUPTED;
            case EnvironmentFailure _ -> ENVIRONMENT;
            case QualityFailure _ -> QUALITY;
          };
      case OutOfMemoryError _ -> ENVIRONMENT;
      default -> BUG;
    };
  }
}
