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
    switch (thrown) {
      case Interruption interruption -> err.println("totonoe: " + interruption.getMessage());
      case Failure failure -> {
        err.println("totonoe: " + failure.getMessage());
        Event.RUN_FAILED.log("exit", code.number(), "reason", String.valueOf(failure.getMessage()));
      }
      case OutOfMemoryError error -> {
        String sentence = memorySentence(error);
        err.println("totonoe: " + sentence);
        Event.RUN_FAILED.log("exit", code.number(), "reason", sentence);
      }
      default -> {
        err.println("totonoe: this is a bug in the worker; please report it with the lines below");
        thrown.printStackTrace(err);
        Event.RUN_FAILED.log(thrown, "exit", code.number(), "reason", thrown.toString());
      }
    }
    err.flush();
    return code;
  }

  /// A thread pool wraps what its threads throw into another of the same kind.
  private static String memorySentence(OutOfMemoryError error) {
    Throwable first = error.getCause() instanceof OutOfMemoryError cause ? cause : error;
    return "out of memory (%s, the largest heap is %,d MiB): give the worker more memory, or less to hold at a time"
        .formatted(first.getMessage(), Runtime.getRuntime().maxMemory() >> 20);
  }
}
