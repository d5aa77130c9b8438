package dev.totonoe.observe;

import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.exporter.pushgateway.Format;
import io.prometheus.metrics.exporter.pushgateway.PushGateway;
import io.prometheus.metrics.exporter.pushgateway.Scheme;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Pushes a run's metrics to a Pushgateway, as job `totonoe` with the grouping key `dataset`.
public final class MetricsPush {
  static final int ATTEMPTS_MAX = 3;

  /// For connecting, and for each answer.
  static final Duration TIMEOUT = Duration.ofSeconds(2);

  static final Duration PAUSE = Duration.ofMillis(300);

  /// For everything, also what no timeout of a connection covers, such as finding the host's
  /// address.
  public static final Duration TIME_MAX = Duration.ofSeconds(7);

  /// What the dataset's metrics from earlier runs become at the gateway.
  public enum Earlier {
    /// They go: a run that has published knows everything anew, and a reason of which it counted
    /// nothing must not stay.
    REPLACED,
    /// Only those of the same name go, so that a run that fails leaves the last success.
    KEPT
  }

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final String JOB = "totonoe";

  private final URI gateway;
  private final RunMetrics metrics;
  private final Earlier earlier;

  /// @param gateway `http://HOST[:PORT][/PATH]`, or `https`
  public MetricsPush(URI gateway, RunMetrics metrics, Earlier earlier) {
    this.gateway = gateway;
    this.metrics = metrics;
    this.earlier = earlier;
  }

  /// Where the gateway keeps the dataset's metrics.
  public URI group() {
    String dataset = metrics.dataset();
    String key =
        dataset.contains("/")
            ? "dataset@base64/"
                + Base64.getUrlEncoder().encodeToString(dataset.getBytes(StandardCharsets.UTF_8))
            : "dataset/" + dataset;
    return URI.create(gateway + "/metrics/job/" + JOB + "/" + key);
  }

  /// Pushes, within [#TIME_MAX] and as much of it as there is.
  ///
  /// @param timeLeft how much longer it may take; asked again and again
  /// @return why the gateway does not have the metrics; empty when it has
  public Optional<String> push(Supplier<Duration> timeLeft) {
    FutureTask<Void> work = new FutureTask<>(this::pushPatiently, null);
    Thread.ofPlatform().daemon().name("metrics-push").start(work);
    long end = System.nanoTime() + TIME_MAX.toNanos();
    Duration left = TIME_MAX;
    while (left.isPositive()) {
      try {
        work.get(shorter(left, LOOK_AGAIN).toMillis(), TimeUnit.MILLISECONDS);
        return Optional.empty();
      } catch (TimeoutException e) {
        left = shorter(Duration.ofNanos(end - System.nanoTime()), timeLeft.get());
      } catch (ExecutionException e) {
        return Optional.of(String.valueOf(e.getCause().getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return Optional.of("no answer from " + gateway + " in the time that there was");
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private void pushPatiently() {
    for (int attempt = 1; ; attempt++) {
      try {
        switch (earlier) {
          case REPLACED -> client().push();
          case KEPT -> client().pushAdd();
        }
        return;
      } catch (IOException e) {
        if (attempt == ATTEMPTS_MAX) {
          throw new IllegalStateException(e.getMessage(), e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      throw new IllegalStateException("stopped between two attempts", e);
    }
  }

  /// With properties of its own, because the client would also take them from a file.
  private PushGateway client() {
    return PushGateway.builder(PrometheusProperties.builder().build())
        .scheme(Scheme.fromString(gateway.getScheme().toLowerCase(Locale.ROOT)))
        .address(gateway.getRawAuthority() + gateway.getRawPath())
        .format(Format.PROMETHEUS_TEXT)
        .job(JOB)
        .groupingKey("dataset", metrics.dataset())
        .registry(metrics.registry())
        .connectionTimeout(TIMEOUT)
        .readTimeout(TIMEOUT)
        .build();
  }
}
