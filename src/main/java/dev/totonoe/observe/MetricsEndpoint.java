package dev.totonoe.observe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.totonoe.failure.ConfigurationFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Serves a run's metrics at `/metrics` while the process lives, on all addresses of the machine: a
/// pod is scraped from outside, and a network policy says by whom. The answer is always in the text
/// format, which every Prometheus reads, whatever else it would rather have.
public final class MetricsEndpoint implements AutoCloseable {
  /// The largest port there is.
  public static final int PORT_MAX = 65_535;

  private static final String PATH = "/metrics";

  /// Connections that wait to be accepted.
  private static final int BACKLOG_MAX = 16;

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int NO_BODY = -1;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private MetricsEndpoint(HttpServer server, RunMetrics metrics) {
    this.server = server;
    server.createContext(PATH, exchange -> answer(exchange, metrics));
    server.setExecutor(threads);
    server.start();
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
      return new MetricsEndpoint(
          HttpServer.create(new InetSocketAddress(port), BACKLOG_MAX), metrics);
    } catch (IOException e) {
      throw new ConfigurationFailure(
          "--metrics-port: port %d cannot be served: %s; name another, or 0 for any free port"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  private static void answer(HttpExchange exchange, RunMetrics metrics) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(PATH)) {
        exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, NO_BODY);
      } else {
        byte[] text = metrics.text();
        exchange.getResponseHeaders().set("Content-Type", RunMetrics.TEXT_TYPE);
        exchange.sendResponseHeaders(OK, text.length);
        exchange.getResponseBody().write(text);
      }
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /// At once: who is being answered must not keep the process.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
