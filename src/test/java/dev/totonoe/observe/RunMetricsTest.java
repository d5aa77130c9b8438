package dev.totonoe.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RunMetricsTest {
  private static final Instant START = Instant.parse("2026-04-01T09:00:00Z");
  private static final Path GOLDEN = Path.of("src/test/resources/observe/run.prom");

  private static final Pattern PAGE_ROW = Pattern.compile("(?m)^\\| `(totonoe_[a-z_]+)[`{]");
  private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) gauge$");

  private final RunCounts counts = RunEndTest.counts();
  private final RunMetrics metrics = new RunMetrics("tenant-7/autumn", "0.1.0", START, counts);

  private static RunEnd end(
      RunEnd.State state, int exit, Optional<RunEnd.Results> results, RunCounts counts) {
    return new RunEnd(
        "tenant-7/autumn",
        state,
        exit,
        results,
        counts,
        Optional.empty(),
        Duration.ofMillis(3_021),
        RunEndTest.USAGE,
        Optional.empty());
  }

  private String text() {
    return new String(metrics.text(), StandardCharsets.UTF_8);
  }

  /// All names, helps and labels at once; the file is what docs and alerts are written against.
  @Test
  void tellsAPublishedRun() throws IOException {
    metrics.ended(
        end(RunEnd.State.PUBLISHED, 0, Optional.of(RunEndTest.RESULTS), counts),
        START.plusMillis(3_021));
    assertThat(text()).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void standsOnThePageMetricForMetric() throws IOException {
    counts.stepBegins("planShards");
    metrics.ended(end(RunEnd.State.PUBLISHED, 0, Optional.of(RunEndTest.RESULTS), counts), START);
    assertThat(names(PAGE_ROW, Files.readString(Path.of("docs/watching.md"))))
        .isEqualTo(names(TYPE, text()));
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  @Test
  void tellsARunThatGoesOnWithoutItsEnd() {
    counts.stepBegins("stageAssets");
    counts.stepEnds("stageAssets");
    counts.stepBegins("planShards");
    assertThat(text())
        .contains(
            "totonoe_run_info{dataset=\"tenant-7/autumn\",run=\"0123456789abcdef\",worker=\"0.1.0\"} 1",
            "totonoe_rows_planned{dataset=\"tenant-7/autumn\"} 10.0",
            "totonoe_rows_cleansed{dataset=\"tenant-7/autumn\"} 6.0",
            "totonoe_step_duration_seconds{dataset=\"tenant-7/autumn\",step=\"stageAssets\"} ",
            "totonoe_step_duration_seconds{dataset=\"tenant-7/autumn\",step=\"planShards\"} ")
        .doesNotContain("exit_code", "last_success", "totonoe_run_rows", "end_timestamp");
  }

  @Test
  void knowsLittleBeforeTheRunIsPlanned() {
    RunMetrics early = new RunMetrics("x", "0.1.0", START, new RunCounts());
    assertThat(new String(early.text(), StandardCharsets.UTF_8))
        .contains("totonoe_run_start_timestamp_seconds{dataset=\"x\"} 1.775034E9")
        .doesNotContain("totonoe_run_info", "planned", "cleansed", "step");
  }

  @Test
  void claimsNoSuccessForARunThatFailed() {
    metrics.ended(end(RunEnd.State.FAILED, 3, Optional.empty(), counts), START);
    assertThat(text())
        .contains("totonoe_run_exit_code{dataset=\"tenant-7/autumn\"} 3.0")
        .doesNotContain("last_success", "totonoe_run_rows");
  }

  @Test
  void claimsSuccessForARunThatWasPublishedBefore() {
    metrics.ended(end(RunEnd.State.ALREADY_PUBLISHED, 0, Optional.empty(), counts), START);
    assertThat(text())
        .contains("totonoe_run_last_success_timestamp_seconds")
        .doesNotContain("_run_rows");
  }

  /// What Prometheus sends where it is to read native histograms: protocol buffers first.
  @Test
  void servesTextOnAFreePortWhateverIsAskedFor() throws Exception {
    try (MetricsEndpoint endpoint = MetricsEndpoint.serve(metrics, 0);
        HttpClient client = HttpClient.newHttpClient()) {
      URI metricsUri = URI.create("http://127.0.0.1:%d/metrics".formatted(endpoint.port()));
      HttpRequest request =
          HttpRequest.newBuilder(metricsUri)
              .header(
                  "Accept",
                  "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.6,application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3")
              .build();
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("text/plain; version=0.0.4; charset=utf-8");
      assertThat(response.body())
          .contains("totonoe_rows_cleansed{dataset=\"tenant-7/autumn\"} 6.0");
      assertThat(status(client, HttpRequest.newBuilder(metricsUri.resolve("/metrics/x"))))
          .isEqualTo(404);
      assertThat(status(client, HttpRequest.newBuilder(metricsUri.resolve("/")))).isEqualTo(404);
      assertThat(status(client, HttpRequest.newBuilder(metricsUri).DELETE())).isEqualTo(405);
    }
  }

  private static int status(HttpClient client, HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  @Test
  void refusesAPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatThrownBy(() -> MetricsEndpoint.serve(metrics, taken.getLocalPort()))
          .isInstanceOf(ConfigurationFailure.class)
          .hasMessage(
              "--metrics-port: port %d cannot be served: Address already in use; name another, or 0 for any free port",
              taken.getLocalPort());
    }
    assertThatThrownBy(() -> MetricsEndpoint.serve(metrics, 65_536))
        .hasMessage("--metrics-port: expected 1 to 65535, or 0 for any free port, but found 65536");
  }

  @Test
  void namesTheGroupOfADatasetWhoseNameHasSegments() {
    assertThat(
            new MetricsPush(URI.create("http://gateway:9091"), metrics, MetricsPush.Earlier.KEPT)
                .group())
        .hasToString("http://gateway:9091/metrics/job/totonoe/dataset@base64/dGVuYW50LTcvYXV0dW1u");
  }

  @Test
  void givesUpOnAGatewayThatNeverAnswers() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      MetricsPush push =
          new MetricsPush(
              URI.create("http://127.0.0.1:" + silent.getLocalPort()),
              metrics,
              MetricsPush.Earlier.KEPT);
      long start = System.nanoTime();
      assertThat(push.push(() -> MetricsPush.TIME_MAX))
          .hasValueSatisfying(reason -> assertThat(reason).contains("Read timed out"));
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      assertThat(elapsed)
          .isBetween(MetricsPush.TIMEOUT.multipliedBy(3), MetricsPush.TIME_MAX.plusSeconds(1));
      start = System.nanoTime();
      assertThat(push.push(() -> Duration.ZERO))
          .hasValueSatisfying(
              reason -> assertThat(reason).startsWith("no answer from http://127.0.0.1:"));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }
  }
}
