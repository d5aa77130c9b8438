package dev.totonoe.cli;

import dev.totonoe.job.StopSignal;
import dev.totonoe.observe.Event;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Lets the process end well when it is told to end: SIGTERM from an eviction, Ctrl-C on a
/// terminal. A run is asked to stop and has a little time to; anything else ends at once. Either
/// way the exit code is that of an interruption, unless the work was done in time.
///
/// In a container the worker is process 1, to which the kernel delivers SIGTERM only once there is
/// a handler. The JVM installs its own while it starts, and ends with 143 until [#onSignals] is
/// called; a signal before that is lost, and the container is killed after its grace period.
public final class Termination {
  /// The run has this long to reach the end of its batches; then the process goes, as it may at any
  /// time.
  static final Duration GRACE = Duration.ofMillis(4_500);

  private final StopSignal stop = new StopSignal();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger exit = new AtomicInteger(ExitCode.INTERRUPTED.number());
  private final Thread hook = new Thread(this::stopAndWait, "termination");
  private volatile boolean running;

  /// For a command line inside a process that lives on: no signal is heard.
  Termination() {}

  /// Hears the process's signals from now on.
  public static Termination onSignals() {
    Termination termination = new Termination();
    Runtime.getRuntime().addShutdownHook(termination.hook);
    return termination;
  }

  /// Does work that can be stopped.
  ExitCode guard(Function<StopSignal, ExitCode> work) {
    running = true;
    return work.apply(stop);
  }

  /// Tells that the work is done, so that a signal has nothing to wait for.
  ///
  /// @param code what the process is to end with
  /// @return the same
  public int end(int code) {
    exit.set(code);
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook waits for what was just finished.
    }
    return code;
  }

  private void stopAndWait() {
    stop.request();
    if (running) {
      Event.STOP_REQUESTED.log("grace_millis", GRACE.toMillis());
      if (!endsInTime()) {
        System.err.println(
            "totonoe: stopped in the middle of a step; finished shards are kept, so the same command goes on from there");
      }
    }
    // Without this the JVM would report the signal instead of the run's exit code.
    Runtime.getRuntime().halt(exit.get());
  }

  private boolean endsInTime() {
    try {
      return ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // The process ends in any case.
      return false;
    }
  }
}
