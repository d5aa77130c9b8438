package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import dev.totonoe.Program;
import dev.totonoe.Tools;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The worker's metrics in the real Prometheus and the real Pushgateway.
final class PrometheusIT {
  private static final Duration ARRIVAL_MAX = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private static final byte[] SMALL =
      "商品名,価格\n緑茶 500ml,120\n麦茶 2L,180\n".getBytes(StandardCharsets.UTF_8);

  private static final byte[] UNUSABLE = {'P', 'K', 3, 4, 20, 0, 6, 0};

  /// See `MetricsPush`: for the whole of a push.
  private static final Duration PUSH_MAX = Duration.ofSeconds(7);

  @TempDir private Path directory;
  private WorkerRoot root;

  @BeforeEach
  void makeRoot() throws Exception {
    root = WorkerRoot.in(directory.resolve("root"));
  }

  @Test
  void scrapesARunThatGoesOn() throws Exception {
    root.addLargeSample("large", 8);
    int port = Program.freePort();
    try (Program prometheus = Program.prometheus(directory, scraping(port))) {
      WorkerProcess worker =
          WorkerProcess.start(root, "run", "large", "--metrics-port", Integer.toString(port));
      worker.awaitEvent("metrics_served");
      assertThat(value(prometheus, "max_over_time(up[1m]) == 1")).isEqualTo(1);
      assertThat(
              value(prometheus, "max_over_time(totonoe_rows_cleansed{dataset=\"large\"}[1m]) > 0"))
          .isPositive();
      assertThat(value(prometheus, "max_over_time(totonoe_rows_planned[1m])"))
          .isEqualTo(8 * 3_401, within(100.0));
      WorkerProcess.Ended ended = worker.end();
      assertThat(ended.exit()).as(ended.err()).isZero();
    }
  }

  @Test
  void keepsTheLastSuccessWhenARunFails() throws Exception {
    root.add("tenant-7/x", "items.csv", SMALL);
    try (Program gateway = Program.pushgateway(directory);
        Program prometheus = Program.prometheus(directory, scraping(gateway.port()))) {
      WorkerProcess.Ended good = push(gateway, "tenant-7/x");
      assertThat(good.exit()).as(good.err()).isZero();
      assertThat(good.err()).contains("event=metrics_pushed");
      assertThat(kept("tenant-7/x")).isEmpty();
      String first = gateway.get("/metrics");
      String success = metric(first, "totonoe_run_last_success_timestamp_seconds");
      assertThat(metric(first, "totonoe_run_exit_code")).isEqualTo("0");
      assertThat(metric(first, "totonoe_run_rows")).isEqualTo("2");
      assertThat(first).contains("{dataset=\"tenant-7/x\",instance=\"\",job=\"totonoe\"}");
      assertThat(value(prometheus, "totonoe_run_rows{job=\"totonoe\",dataset=\"tenant-7/x\"}"))
          .isEqualTo(2);

      root.add("tenant-7/x", "items.csv", UNUSABLE);
      WorkerProcess.Ended bad = push(gateway, "tenant-7/x");
      assertThat(bad.exit()).as(bad.err()).isEqualTo(3);
      String second = gateway.get("/metrics");
      assertThat(metric(second, "totonoe_run_exit_code")).isEqualTo("3");
      assertThat(metric(second, "totonoe_run_last_success_timestamp_seconds")).isEqualTo(success);
      assertThat(metric(second, "totonoe_run_rows")).isEqualTo("2");
      assertThat(value(prometheus, "totonoe_run_exit_code == 3")).isEqualTo(3);
    }
  }

  /// What a run counts nothing of must not stay from the run before.
  @Test
  void forgetsTheReasonsOfARunWhenTheNextIsPublished() throws Exception {
    root.add("x", "items.csv", "商品名,価格\n緑茶,120\n麦茶\n".getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        root.raw("x").resolveSibling("dataset.yaml"), "quality:\n  rejects_max: 100%\n");
    try (Program gateway = Program.pushgateway(directory)) {
      WorkerProcess.Ended first = push(gateway, "x");
      assertThat(first.exit()).as(first.err()).isZero();
      assertThat(gateway.get("/metrics")).contains("totonoe_run_rejects_by_reason{");
      root.add("x", "items.csv", SMALL);
      WorkerProcess.Ended second = push(gateway, "x");
      assertThat(second.exit()).as(second.err()).isZero();
      assertThat(gateway.get("/metrics"))
          .contains("totonoe_run_rejects{dataset=\"x\"")
          .doesNotContain("totonoe_run_rejects_by_reason{");
    }
  }

  @Test
  void pushesWhenItIsStopped() throws Exception {
    root.addLargeSample("large", 8);
    try (Program gateway = Program.pushgateway(directory)) {
      WorkerProcess worker =
          WorkerProcess.start(root, "run", "large", "--push-gateway", gateway.url());
      worker.awaitEvent("shard_finished");
      WorkerProcess.Ended ended = worker.terminate();
      assertThat(ended.exit()).as(ended.err()).isEqualTo(4);
      assertThat(ended.elapsed()).isLessThan(Duration.ofSeconds(5));
      String metrics = gateway.get("/metrics");
      assertThat(metric(metrics, "totonoe_run_exit_code")).isEqualTo("4");
      assertThat(Double.parseDouble(metric(metrics, "totonoe_shards_cleansed"))).isPositive();
      assertThat(metrics).doesNotContain("totonoe_run_last_success_timestamp_seconds{");
    }
  }

  @Test
  void keepsTheMetricsWhereTheGatewayIsGone() throws Exception {
    root.add("x", "items.csv", SMALL);
    int nobody = Program.freePort();
    WorkerProcess.Ended ended =
        WorkerProcess.run(root, "run", "x", "--push-gateway", "http://127.0.0.1:" + nobody);
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err())
        .contains(
            "WARN  event=metrics_push_failed group=http://127.0.0.1:" + nobody,
            "Connection refused",
            "curl --data-binary @KEPT http://127.0.0.1:"
                + nobody
                + "/metrics/job/totonoe/dataset/x");
    Path kept = kept("x").orElseThrow();
    try (Program gateway = Program.pushgateway(directory)) {
      HttpRequest later =
          HttpRequest.newBuilder(gateway.at("/metrics/job/totonoe/dataset/x"))
              .POST(BodyPublishers.ofFile(kept))
              .build();
      assertThat(gateway.send(later).statusCode()).isEqualTo(200);
      assertThat(metric(gateway.get("/metrics"), "totonoe_run_rows")).isEqualTo("2");
    }
    Process promtool =
        new ProcessBuilder(Tools.require("promtool").toString(), "check", "metrics")
            .redirectInput(kept.toFile())
            .start();
    assertThat(promtool.waitFor())
        .as(new String(promtool.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .isZero();
  }

  @Test
  void waitsForASlowGatewayNoLongerThanItSays() throws Exception {
    root.add("x", "items.csv", SMALL);
    try (ServerSocket silent = new ServerSocket(0)) {
      String url = "http://127.0.0.1:" + silent.getLocalPort();
      WorkerProcess worker = WorkerProcess.start(root, "run", "x", "--push-gateway", url);
      worker.awaitEvent("run_published");
      WorkerProcess.Ended ended = worker.end();
      assertThat(ended.exit()).as(ended.err()).isZero();
      assertThat(ended.elapsed()).isLessThan(PUSH_MAX.plusSeconds(2));
      assertThat(ended.err()).contains("Read timed out", "event=run_ended");
      assertThat(kept("x")).isPresent();
    }
  }

  /// A run that was published stays so, whatever comes while it waits for the gateway.
  @Test
  void endsWellWhereTheSignalComesAfterTheRun() throws Exception {
    root.add("x", "items.csv", SMALL);
    Path summary = directory.resolve("summary");
    try (ServerSocket silent = new ServerSocket(0)) {
      String url = "http://127.0.0.1:" + silent.getLocalPort();
      WorkerProcess worker =
          WorkerProcess.start(
              root, "run", "x", "--push-gateway", url, "--summary-file", summary.toString());
      worker.awaitEvent("run_published");
      WorkerProcess.Ended ended = worker.terminate();
      assertThat(ended.exit()).as(ended.err()).isZero();
      assertThat(ended.elapsed()).isLessThan(Duration.ofSeconds(5));
      assertThat(ended.err().lines().toList().getLast())
          .contains("event=run_ended", "state=published exit=0");
      assertThat(Files.readString(summary)).contains("\"state\":\"published\",\"exit\":0");
      assertThat(kept("x")).isPresent();
    }
  }

  @Test
  void waitsForASlowGatewayNoLongerThanTheGracePeriod() throws Exception {
    root.addLargeSample("large", 8);
    try (ServerSocket silent = new ServerSocket(0)) {
      String url = "http://127.0.0.1:" + silent.getLocalPort();
      WorkerProcess worker = WorkerProcess.start(root, "run", "large", "--push-gateway", url);
      worker.awaitEvent("shard_finished");
      WorkerProcess.Ended ended = worker.terminate();
      assertThat(ended.exit()).as(ended.err()).isEqualTo(4);
      assertThat(ended.elapsed()).isLessThan(Duration.ofSeconds(5));
      assertThat(ended.err().lines().toList().getLast()).contains("event=run_ended");
      assertThat(ended.err()).contains("event=metrics_push_failed", "no answer from");
      assertThat(kept("large")).isPresent();
    }
  }

  /// A port of this machine, five times a second.
  private static String scraping(int port) {
    return """
    global: {scrape_interval: 200ms, scrape_timeout: 200ms}
    scrape_configs:
      - job_name: totonoe
        honor_labels: true
        static_configs: [{targets: ["127.0.0.1:%d"]}]
    """
        .formatted(port);
  }

  private WorkerProcess.Ended push(Program gateway, String dataset) throws Exception {
    return WorkerProcess.run(root, "run", dataset, "--push-gateway", gateway.url() + "/");
  }

  private Optional<Path> kept(String dataset) throws Exception {
    try (Stream<Path> files = Files.list(root.dataset(dataset).logs())) {
      return files.filter(file -> file.toString().endsWith(".prom")).findFirst();
    }
  }

  /// The value of a metric's only series, as the gateway writes it.
  private static String metric(String text, String name) {
    Matcher line = Pattern.compile("(?m)^" + name + "\\{[^}]*} (\\S+)$").matcher(text);
    if (!line.find()) {
      fail("no %s in %s", name, text);
    }
    return line.group(1);
  }

  /// What a query gives, as soon as it gives something.
  private static double value(Program prometheus, String query) throws Exception {
    URI uri =
        prometheus.at("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    long end = System.nanoTime() + ARRIVAL_MAX.toNanos();
    while (System.nanoTime() < end) {
      JsonNode answer =
          JsonMapper.shared().readTree(prometheus.send(HttpRequest.newBuilder(uri).build()).body());
      List<JsonNode> values = answer.path("data").path("result").findValues("value");
      if (!values.isEmpty()) {
        return values.getFirst().get(1).asDouble();
      }
      Thread.sleep(LOOK_AGAIN);
    }
    return fail("nothing for %s within %s", query, ARRIVAL_MAX);
  }
}
