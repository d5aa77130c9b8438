package dev.totonoe.watching;

import com.sun.net.httpserver.HttpServer;
import dev.totonoe.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real Prometheus with the configuration of `k8s/watching`, a real Pushgateway, and a page that
/// stands for kube-state-metrics, which is no Debian package.
final class Prometheus implements AutoCloseable {
  private final HttpServer stateMetrics;
  private final Program gateway;
  private final Program prometheus;

  private Prometheus(HttpServer stateMetrics, Program gateway, Program prometheus) {
    this.stateMetrics = stateMetrics;
    this.gateway = gateway;
    this.prometheus = prometheus;
  }

  /// @param state what kube-state-metrics says
  static Prometheus start(Path directory, String state) throws Exception {
    HttpServer stateMetrics = serve(state.getBytes(StandardCharsets.UTF_8));
    Files.writeString(directory.resolve("alerts.yaml"), WatchingFiles.text("alerts.yaml"));
    Program gateway = Program.pushgateway(directory);
    try {
      return new Prometheus(
          stateMetrics,
          gateway,
          Program.prometheus(
              directory,
              configuration(
                  "127.0.0.1:" + gateway.port(),
                  "127.0.0.1:" + stateMetrics.getAddress().getPort())));
    } catch (Exception | Error e) {
      gateway.close();
      stateMetrics.stop(0);
      throw e;
    }
  }

  private static HttpServer serve(byte[] page) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/metrics",
        exchange -> {
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String configuration(String gatewayAddress, String stateAddress)
      throws IOException {
    String text = WatchingFiles.configurationWithoutDiscovery();
    text = WatchingFiles.replaceOnce(text, "scrape_interval: 15s", "scrape_interval: 1s");
    text = WatchingFiles.replaceOnce(text, "evaluation_interval: 30s", "evaluation_interval: 1s");
    text =
        WatchingFiles.replaceOnce(text, "prometheus-pushgateway.monitoring:9091", gatewayAddress);
    return WatchingFiles.replaceOnce(text, "kube-state-metrics.monitoring:8080", stateAddress);
  }

  /// Pushes as the worker does: only metrics of the same names are replaced.
  void push(String dataset, String metrics) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.at("/metrics/job/totonoe/dataset/" + dataset))
            .POST(HttpRequest.BodyPublishers.ofString(metrics))
            .build();
    HttpResponse<String> answer = gateway.send(request);
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
  }

  JsonNode alerts() throws Exception {
    return get("/api/v1/alerts").get("data").get("alerts");
  }

  JsonNode ruleGroups() throws Exception {
    return get("/api/v1/rules").get("data").get("groups");
  }

  /// The answer to a query, also when Prometheus refuses it.
  JsonNode query(String expression) throws Exception {
    return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
  }

  private JsonNode get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(prometheus.at(path)).build();
    return JsonMapper.shared().readTree(prometheus.send(request).body());
  }

  @Override
  public void close() {
    prometheus.close();
    gateway.close();
    stateMetrics.stop(0);
  }
}
