package dev.totonoe.observe;

import dev.totonoe.failure.ConfigurationFailure;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;

/// Serves a run's metrics at `/metrics` while the process lives, on all addresses of the machine: a
/// pod is scraped from outside, and a network policy says by whom.
public final class MetricsEndpoint implements AutoCloseable {
  private static final int PORT_MAX = 65_535;

  private final HTTPServer server;

  private MetricsEndpoint(HTTPServer server) {
    this.server = server;
  }

  /// @param port 0 for any that is free
  /// @throws ConfigurationFailure when the port cannot be had
  public static MetricsEndpoint serve(RunMetrics metrics, int port) {
    if (port < 0 || port > PORT_MAX) {
      throw new ConfigurationFailure(
          "--metrics-port: expected 1 to %d, or 0 for any free port, but found %d"
              .formatted(PORT_MAX, port));
    }
    try {
      // With properties of its own, because the client would also take them from a file.
      return new MetricsEndpoint(
          HTTPServer.builder(PrometheusProperties.builder().build())
              .port(port)
              .registry(metrics.registry())
              .buildAndStart());
    } catch (IOException e) {
      throw new ConfigurationFailure(
          "--metrics-port: port %d cannot be served: %s; name another, or 0 for any free port"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
