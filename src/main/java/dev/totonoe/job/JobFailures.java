package dev.totonoe.job;

import dev.totonoe.failure.Causes;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.Failure;
import java.sql.SQLException;
import java.util.List;
import org.springframework.batch.core.job.JobInterruptedException;

/// Finds what really went wrong among the exceptions that the framework wraps around it.
final class JobFailures {
  private JobFailures() {}

  /// @return the worker's own failure where there is one, else a bug with its cause
  static RuntimeException failureIn(List<Throwable> failures) {
    for (Throwable failure : failures) {
      for (Throwable cause : Causes.of(failure)) {
        if (cause instanceof Failure own) {
          return own;
        }
        if (cause instanceof OutOfMemoryError) {
          return new EnvironmentFailure(
              "out of memory: give the worker more, or fewer --threads", cause);
        }
        if (cause instanceof SQLException) {
          return new EnvironmentFailure(
              "job repository: %s; finished shards are kept, so the same command goes on when the database works again"
                  .formatted(firstLine(Causes.rootOf(cause))),
              cause);
        }
      }
    }
    Throwable first =
        failures.stream()
            .filter(failure -> !isInterruption(failure))
            .findFirst()
            .orElseGet(() -> new IllegalStateException("the job ended without a reason"));
    return new IllegalStateException(Causes.rootOf(first).toString(), first);
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /// Whether anything but stopping, or a failure of the worker's own, is among them.
  static boolean isBug(List<Throwable> failures) {
    return failures.stream()
        .anyMatch(
            failure ->
                !isInterruption(failure) && !(failureIn(List.of(failure)) instanceof Failure));
  }

  private static boolean isInterruption(Throwable failure) {
    return Causes.rootOf(failure) instanceof JobInterruptedException;
  }
}
