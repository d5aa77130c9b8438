package dev.totonoe.cli;

import dev.totonoe.failure.Failure;
import dev.totonoe.failure.Interruption;
import dev.totonoe.observe.Event;
import java.io.PrintWriter;

/// Tells the user, and the log, why a command did not end well.
final class Failures {
  private Failures() {}

  /// Prints the sentence; a bug also with its stack trace, for the report.
  static ExitCode tell(Throwable thrown, PrintWriter err) {
    ExitCode code = ExitCode.of(thrown);
    String sentence = sentence(thrown);
    switch (thrown) {
      case Interruption _ -> err.println("totonoe: " + sentence);
      case Failure _, OutOfMemoryError _ -> {
        err.println("totonoe: " + sentence);
        Event.RUN_FAILED.log("exit", code.number(), "reason", sentence);
      }
      default -> {
        err.println("totonoe: this is a bug in the worker; please report it with the lines below");
        thrown.printStackTrace(err);
        Event.RUN_FAILED.log(thrown, "exit", code.number(), "reason", sentence);
      }
    }
    err.flush();
    return code;
  }

  /// What went wrong, in one sentence.
  static String sentence(Throwable thrown) {
    return switch (thrown) {
      case Failure failure -> String.valueOf(failure.getMessage());
      case OutOfMemoryError error -> memorySentence(error);
      default -> thrown.toString();
    };
  }

  /// A thread pool wraps what its threads throw into another of the same kind.
  private static String memorySentence(OutOfMemoryError error) {
    Throwable first = error.getCause() instanceof OutOfMemoryError cause ? cause : error;
    return "out of memory (%s, the largest heap is %,d MiB): give the worker more memory, or less to hold at a time"
        .formatted(first.getMessage(), Runtime.getRuntime().maxMemory() >> 20);
  }
}
