package dev.totonoe.observe;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Shows how far a run is: one line that is drawn again where a terminal shows it, else a plain
/// line now and then.
public final class Progress implements AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration PLAIN_LINE = Duration.ofSeconds(10);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final RunCounts counts;
  private final AtomicLong rowsDone = new AtomicLong();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("progress").factory());

  private volatile String stage = "";
  private volatile long rowsTotal;
  private volatile long stageStartNanos = System.nanoTime();

  private Progress(PrintStream out, boolean terminal, RunCounts counts) {
    this.out = out;
    this.terminal = terminal;
    this.counts = counts;
  }

  /// @param terminal whether a person watches `out`
  public static Progress on(PrintStream out, boolean terminal) {
    return on(out, terminal, new RunCounts());
  }

  /// @param terminal whether a person watches `out`
  /// @param counts where the run is counted
  public static Progress on(PrintStream out, boolean terminal, RunCounts counts) {
    Progress progress = new Progress(out, terminal, counts);
    Duration period = terminal ? REDRAW : PLAIN_LINE;
    progress.clock.scheduleAtFixedRate(
        progress::show, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    return progress;
  }

  /// Shows nothing.
  ///
  /// @param counts where the run is counted
  public static Progress silent(RunCounts counts) {
    return new Progress(new PrintStream(OutputStream.nullOutputStream()), false, counts);
  }

  /// Where the run is counted.
  public RunCounts counts() {
    return counts;
  }

  /// A new stage of the run begins.
  ///
  /// @param name what the worker does now, such as `cleansing`
  /// @param rows how many rows the stage will go through, 0 when it does not count rows
  public void stage(String name, long rows) {
    stage = name;
    rowsTotal = rows;
    rowsDone.set(0);
    stageStartNanos = System.nanoTime();
    show();
  }

  /// Rows that are finished since the last call; any thread.
  public void rows(long count) {
    rowsDone.addAndGet(count);
    counts.rowsCleansed(count);
  }

  private void show() {
    if (stage.isEmpty()) {
      return;
    }
    String line = line(stage, rowsDone.get(), rowsTotal, System.nanoTime() - stageStartNanos);
    if (terminal) {
      out.print(CLEAR_LINE + line);
      out.flush();
    } else if (rowsTotal > 0 && rowsDone.get() > 0) {
      out.println(line);
    }
  }

  static String line(String stage, long done, long total, long elapsedNanos) {
    if (total == 0) {
      return stage + " …";
    }
    double seconds = Math.max(elapsedNanos / 1e9, 1e-3);
    double perSecond = done / seconds;
    String left =
        perSecond > 0 ? duration(Math.round((total - done) / perSecond)) + " left" : "starting";
    return "%s: %,d of %,d rows (%d %%), %,.0f rows/s, %s"
        .formatted(stage, done, total, 100 * done / total, perSecond, left);
  }

  private static String duration(long seconds) {
    return seconds < 60
        ? seconds + " s"
        : seconds < 3600
            ? "%d min %d s".formatted(seconds / 60, seconds % 60)
            : "%d h %d min".formatted(seconds / 3600, seconds / 60 % 60);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    if (terminal) {
      out.print(CLEAR_LINE);
      out.flush();
    }
  }
}
