package dev.totonoe.observe;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// How far a run has come in this process, in numbers: written by the run's threads, read at any
/// time by whoever watches it.
public final class RunCounts {
  private final AtomicLong rowsCleansed = new AtomicLong();
  private final AtomicInteger shardsCleansed = new AtomicInteger();
  private final AtomicInteger shardsReused = new AtomicInteger();
  private final Map<String, Span> steps = new LinkedHashMap<>();
  private volatile Optional<Planned> planned = Optional.empty();
  private volatile Optional<Task> task = Optional.empty();

  /// What the plan says.
  ///
  /// @param run the run's name
  /// @param shards how many shards the run has, whoever cleanses them
  public record Planned(String run, int shards) {}

  /// What this process has to do: its own shards without those that are finished already.
  ///
  /// @param shards how many shards
  /// @param rows how many rows they have
  public record Task(int shards, long rows) {}

  /// When a step ran, by [System#nanoTime()]; its end is empty while it runs.
  private record Span(long start, Optional<Long> end) {
    Duration duration() {
      return Duration.ofNanos(end.orElseGet(System::nanoTime) - start);
    }
  }

  public void planned(String run, int shards) {
    planned = Optional.of(new Planned(run, shards));
  }

  public void task(int shards, long rows) {
    task = Optional.of(new Task(shards, rows));
  }

  public void rowsCleansed(long rows) {
    rowsCleansed.addAndGet(rows);
  }

  public void shardCleansed() {
    shardsCleansed.incrementAndGet();
  }

  public void shardReused() {
    shardsReused.incrementAndGet();
  }

  public void stepBegins(String step) {
    synchronized (steps) {
      steps.put(step, new Span(System.nanoTime(), Optional.empty()));
    }
  }

  public void stepEnds(String step) {
    long end = System.nanoTime();
    synchronized (steps) {
      steps.computeIfPresent(step, (_, span) -> new Span(span.start(), Optional.of(end)));
    }
  }

  /// Empty until the run is planned.
  public Optional<Planned> planned() {
    return planned;
  }

  /// Empty until the shards are looked through.
  public Optional<Task> task() {
    return task;
  }

  public long rowsCleansed() {
    return rowsCleansed.get();
  }

  public int shardsCleansed() {
    return shardsCleansed.get();
  }

  public int shardsReused() {
    return shardsReused.get();
  }

  /// How long each step took, in their order; of the one that runs, until now.
  public Map<String, Duration> steps() {
    Map<String, Duration> durations = new LinkedHashMap<>();
    synchronized (steps) {
      steps.forEach((step, span) -> durations.put(step, span.duration()));
    }
    return durations;
  }
}
