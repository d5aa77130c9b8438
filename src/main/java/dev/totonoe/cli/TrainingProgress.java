package dev.totonoe.cli;

import dev.totonoe.network.Steps;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Tells how far a training is: a line now and then. Safe for any number of threads, whose steps
/// the caller counts together.
final class TrainingProgress implements Steps {
  private static final long PERIOD_NANOS = Duration.ofSeconds(2).toNanos();

  private final PrintWriter out;
  private final LongSupplier nanos;
  private long start;
  private long lastLine;

  /// @param nanos a clock such as [System#nanoTime]
  TrainingProgress(PrintWriter out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
    this.lastLine = start;
  }

  /// Something new begins, of which the next steps count.
  synchronized void say(String sentence) {
    out.println(sentence);
    out.flush();
    start = nanos.getAsLong();
    lastLine = start;
  }

  /// Prints `training: 40 %, 12 s, about 18 s left`, unless it printed within the last two seconds.
  @Override
  public synchronized void done(int steps, int of) {
    long now = nanos.getAsLong();
    if (steps <= 0 || steps > of || now - lastLine < PERIOD_NANOS) {
      return;
    }
    lastLine = now;
    double seconds = (now - start) / 1e9;
    out.println(
        String.format(
            Locale.ROOT,
            "training: %d %%, %.0f s, about %.0f s left",
            100L * steps / of,
            seconds,
            seconds * (of - steps) / steps));
    out.flush();
  }
}
