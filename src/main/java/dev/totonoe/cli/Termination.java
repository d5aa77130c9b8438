package dev.totonoe.cli;

import dev.totonoe.job.StopSignal;
import dev.totonoe.observe.Event;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Lets a run end well when the process is told to end: SIGTERM from an eviction, Ctrl-C on a
/// terminal.
final class Termination {
  /// The run has this long to reach the end of its batches; then the process goes, as it may at any
  /// time.
  static final Duration GRACE = Duration.ofMillis(4_500);

  private Termination() {}

  /// Does the work; on a signal asks it to stop, waits, and ends the process with its exit code.
  static ExitCode guard(Function<StopSignal, ExitCode> work) {
    StopSignal stop = new StopSignal();
    CountDownLatch done = new CountDownLatch(1);
    AtomicInteger code = new AtomicInteger(ExitCode.INTERRUPTED.number());
    Thread hook = new Thread(() -> stopAndWait(stop, done, code), "termination");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      ExitCode result = work.apply(stop);
      code.set(result.number());
      return result;
    } finally {
      done.countDown();
      removeHook(hook);
    }
  }

  private static void stopAndWait(StopSignal stop, CountDownLatch done, AtomicInteger code) {
    stop.request();
    Event.STOP_REQUESTED.log("grace_millis", GRACE.toMillis());
    try {
      done.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // The process ends in any case.
    }
    // Without this the JVM would report the signal instead of the run's exit code.
    Runtime.getRuntime().halt(code.get());
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook waits for what was just finished.
    }
  }
}
