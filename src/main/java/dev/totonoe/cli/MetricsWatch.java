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
      "see that the gateway can be reached; this pushes what was kept: curl --data-binary @KEPT %s/metrics/job/totonoe/dataset/%s";

  private final DatasetFiles files;
  private final RunMetrics metrics;
  private final Optional<URI> gateway;
  private final Optional<MetricsEndpoint> endpoint;

  private MetricsWatch(
      DatasetFiles files,
      RunMetrics metrics,
      Optional<URI> gateway,
      Optional<MetricsEndpoint> endpoint) {
    this.files = files;
    this.metrics = metrics;
    this.gateway = gateway;
    this.endpoint = endpoint;
  }

  /// @throws ConfigurationFailure when metrics cannot be served, or never be pushed, as the options
  ///   say
  static MetricsWatch begin(
      WatchOptions options, DatasetFiles files, Instant start, RunCounts counts) {
    Optional<URI> gateway = options.pushGateway();
    RunMetrics metrics = new RunMetrics(files.name().value(), Worker.release(), start, counts);
    Optional<MetricsEndpoint> endpoint =
        options.metricsPort().stream()
            .mapToObj(port -> MetricsEndpoint.serve(metrics, port))
            .findFirst();
    endpoint.ifPresent(served -> Event.METRICS_SERVED.log("port", served.port()));
    return new MetricsWatch(files, metrics, gateway, endpoint);
  }

  /// The run has ended: its results are served as long as the process lives, and pushed, unless
  /// another worker will publish the run and push its metrics.
  ///
  /// @param timeLeft how much longer the process will live
  void ended(RunEnd end, Optional<LogFiles> logs, Supplier<Duration> timeLeft) {
    metrics.ended(end, Instant.now());
    if (end.state() != RunEnd.State.PART_DONE) {
      gateway.ifPresent(url -> push(url, logs, timeLeft));
    }
  }

  /// Metrics are kept before they are pushed, and removed when they have arrived: the process may
  /// be killed in between.
  private void push(URI url, Optional<LogFiles> logs, Supplier<Duration> timeLeft) {
    logs.ifPresent(
        own ->
            RunWatch.keep(own.metrics(), () -> AtomicFiles.write(own.metrics(), metrics.text())));
    long begin = System.nanoTime();
    Optional<String> failure = new MetricsPush(url, metrics).push(timeLeft);
    long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    if (failure.isEmpty()) {
      logs.ifPresent(
          own -> RunWatch.keep(own.metrics(), () -> Files.deleteIfExists(own.metrics())));
      Event.METRICS_PUSHED.log("gateway", url, "millis", millis);
    } else {
      Event.METRICS_PUSH_FAILED.log(
          "gateway",
          url,
          "millis",
          millis,
          "reason",
          failure.get(),
          "kept",
          logs.map(own -> files.shownFromRoot(own.metrics())).orElse("nothing"),
          "remedy",
          REMEDY.formatted(url, files.name()));
    }
  }

  @Override
  public void close() {
    endpoint.ifPresent(MetricsEndpoint::close);
  }
}
