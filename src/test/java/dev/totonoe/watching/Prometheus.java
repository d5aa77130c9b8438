package dev.totonoe.watching;

import com.sun.net.httpserver.HttpServer;
import dev.totonoe.Tools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real Prometheus with the configuration of `k8s/watching`, a real Pushgateway, and a page that
/// stands for kube-state-metrics, which is no Debian package.
final class Prometheus {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI gateway;
  private final URI prometheus;
  private final HttpServer stateMetrics;
  private final List<Process> processes;

  /// @param state what kube-state-metrics says
  Prometheus(Path directory, String state) throws IOException {
    Path gatewayProgram = Tools.require("prometheus-pushgateway");
    Path prometheusProgram = Tools.require("prometheus");
    stateMetrics = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page = state.getBytes(StandardCharsets.UTF_8);
    stateMetrics.createContext(
        "/metrics",
        exchange -> {
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    stateMetrics.start();
    String gatewayAddress = freeAddress();
    String prometheusAddress = freeAddress();
    gateway = URI.create("http://" + gatewayAddress);
    prometheus = URI.create("http://" + prometheusAddress);
    Path configuration = directory.resolve("prometheus.yaml");
    Files.writeString(
        configuration,
        configuration(gatewayAddress, "127.0.0.1:" + stateMetrics.getAddress().getPort()));
    Files.writeString(directory.resolve("alerts.yaml"), WatchingFiles.text("alerts.yaml"));
    processes =
        List.of(
            start(directory, gatewayProgram, "--web.listen-address=" + gatewayAddress),
            start(
                directory,
                prometheusProgram,
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=" + prometheusAddress));
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

  private static Process start(Path directory, Path program, String... arguments)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program.toString());
    builder.command().addAll(List.of(arguments));
    builder.redirectErrorStream(true);
    builder.redirectOutput(directory.resolve(program.getFileName() + ".log").toFile());
    return builder.start();
  }

  private static String freeAddress() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + socket.getLocalPort();
    }
  }

  /// Pushes as the worker does: only metrics of the same names are replaced.
  void push(String dataset, String metrics) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/metrics/job/totonoe/dataset/" + dataset))
            .POST(HttpRequest.BodyPublishers.ofString(metrics))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
  }

  JsonNode alerts() throws IOException, InterruptedException {
    return get("/api/v1/alerts").get("data").get("alerts");
  }

  JsonNode ruleGroups() throws IOException, InterruptedException {
    return get("/api/v1/rules").get("data").get("groups");
  }

  /// The answer to a query, also when Prometheus refuses it.
  JsonNode query(String expression) throws IOException, InterruptedException {
    return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(prometheus.resolve(path)).build();
    return JsonMapper.shared()
        .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  void stop() throws InterruptedException {
    stateMetrics.stop(0);
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
  }
}
