package dev.totonoe.cli;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.job.Worker;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.LogFiles;
import dev.totonoe.observe.Event;
import dev.totonoe.observe.MetricsEndpoint;
import dev.totonoe.observe.MetricsPush;
import dev.totonoe.observe.RunCounts;
import dev.totonoe.observe.RunEnd;
import dev.totonoe.observe.RunMetrics;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// Serves and pushes a run's metrics. A class apart, so that a run that nobody asks for metrics
/// loads nothing of Prometheus' client.
final class MetricsWatch implements AutoCloseable {
  private static final String REMEDY =
      "see that the gateway can be reached; this pushes what was kept: curl --data-binary @KEPT %s";

  private final DatasetFiles files;
  private final RunMetrics metrics;
  private final Optional<URI> gateway;
  private volatile Optional<MetricsEndpoint> endpoint = Optional.empty();

  private MetricsWatch(DatasetFiles files, RunMetrics metrics, Optional<URI> gateway) {
    this.files = files;
    this.metrics = metrics;
    this.gateway = gateway;
  }

  /// @param gateway where to push at the end
  static MetricsWatch of(
      DatasetFiles files, Optional<URI> gateway, Instant start, RunCounts counts) {
    return new MetricsWatch(
        files, new RunMetrics(files.name().value(), Worker.release(), start, counts), gateway);
  }

  /// @throws ConfigurationFailure when the port cannot be had
  void serve(int port) {
    MetricsEndpoint served = MetricsEndpoint.serve(metrics, port);
    endpoint = Optional.of(served);
    Event.METRICS_SERVED.log("port", served.port());
  }

  /// The run has ended: its results are served as long as the process lives, and pushed, unless
  /// another worker will publish the run and push its metrics.
  ///
  /// @param timeLeft how much longer the process will live
  void ended(RunEnd end, Optional<LogFiles> logs, Supplier<Duration> timeLeft) {
    metrics.ended(end, Instant.now());
    gateway
        .filter(_ -> end.state() != RunEnd.State.PART_DONE)
        .map(url -> new MetricsPush(url, metrics, earlier(end.state())))
        .ifPresent(push -> push(push, logs, timeLeft));
  }

  private static MetricsPush.Earlier earlier(RunEnd.State state) {
    return state == RunEnd.State.PUBLISHED
        ? MetricsPush.Earlier.REPLACED
        : MetricsPush.Earlier.KEPT;
  }

  /// Metrics are kept before they are pushed, and removed when they have arrived: the process may
  /// be killed in between.
  private void push(MetricsPush push, Optional<LogFiles> logs, Supplier<Duration> timeLeft) {
    logs.map(LogFiles::metrics)
        .ifPresent(kept -> RunWatch.keep(kept, () -> AtomicFiles.write(kept, metrics.text())));
    long begin = System.nanoTime();
    Optional<String> failure = push.push(timeLeft);
    long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    if (failure.isEmpty()) {
      logs.map(LogFiles::metrics)
          .ifPresent(kept -> RunWatch.keep(kept, () -> Files.deleteIfExists(kept)));
      Event.METRICS_PUSHED.log("group", push.group(), "millis", millis);
    } else {
      Event.METRICS_PUSH_FAILED.log(
          "group", push.group(),
          "millis", millis,
          "reason", failure.get(),
          "kept", logs.map(own -> files.shownFromRoot(own.metrics())).orElse("nothing"),
          "remedy", REMEDY.formatted(push.group()));
    }
  }

  @Override
  public void close() {
    endpoint.ifPresent(MetricsEndpoint::close);
  }
}
