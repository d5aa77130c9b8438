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
  /// The process goes this long after it was told to, as it may at any time.
  static final Duration GRACE = Duration.ofMillis(4_500);

  /// What of it is kept for telling that the run was interrupted, when it has not reached the end
  /// of its batches until then.
  static final Duration LAST_WORDS = Duration.ofMillis(1_000);

  /// What is said then.
  static final String CUT_OFF =
      "stopped in the middle of a step; finished shards are kept, so the same command goes on from there";

  private static final int UNSETTLED = -1;
  private static final Duration NEVER = Duration.ofDays(365);

  private final StopSignal stop = new StopSignal();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger exit = new AtomicInteger(UNSETTLED);
  private final Thread hook = new Thread(this::stopAndWait, "termination");
  private volatile boolean running;
  private volatile boolean told;
  private volatile long goesAtNanos;
  private volatile Runnable lastWords = () -> {};

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

  /// Does work that can be stopped and tells how it ended.
  ///
  /// @param cutOff tells so in the work's place, on another thread, when it does not stop in time
  ExitCode guard(Function<StopSignal, ExitCode> work, Runnable cutOff) {
    lastWords = cutOff;
    return guard(work);
  }

  /// Decides what the process ends with. Only the first decision counts, so that whoever made it
  /// may tell the world.
  ///
  /// @return whether this was the first
  boolean settle(ExitCode code) {
    return exit.compareAndSet(UNSETTLED, code.number());
  }

  /// How long the process will live at most.
  Duration timeLeft() {
    return told ? untilItGoes() : NEVER;
  }

  /// Tells that the work is done, so that a signal has nothing to wait for.
  ///
  /// @param code what the process is to end with, unless that was settled before
  /// @return what it ends with
  public int end(int code) {
    exit.compareAndSet(UNSETTLED, code);
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook waits for what was just finished.
    }
    return exit.get();
  }

  private void stopAndWait() {
    goesAtNanos = System.nanoTime() + GRACE.toNanos();
    told = true;
    stop.request();
    if (running) {
      Event.STOP_REQUESTED.log("grace_millis", GRACE.toMillis());
      try {
        awaitEnd();
      } catch (InterruptedException e) {
        // The process ends in any case.
      }
    }
    settle(ExitCode.INTERRUPTED);
    // Without this the JVM would report the signal instead of the run's exit code.
    Runtime.getRuntime().halt(exit.get());
  }

  private void awaitEnd() throws InterruptedException {
    if (ended.await(untilItGoes().minus(LAST_WORDS).toMillis(), TimeUnit.MILLISECONDS)) {
      return;
    }
    if (settle(ExitCode.INTERRUPTED)) {
      System.err.println("totonoe: " + CUT_OFF);
      Thread words = Thread.ofPlatform().daemon().name("last-words").start(lastWords);
      words.join(untilItGoes());
    } else {
      // The run has ended and is telling so.
      ended.await(untilItGoes().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private Duration untilItGoes() {
    return Duration.ofNanos(goesAtNanos - System.nanoTime());
  }
}
