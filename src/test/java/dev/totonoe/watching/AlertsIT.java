package dev.totonoe.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The rules and the dashboard with the labels that a real Pushgateway and a real Prometheus give.
final class AlertsIT {
  private static final Duration TIME_MAX = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /// Two Jobs of one dataset, of which the later one failed, and one pod.
  private static final String STATE =
      """
      kube_job_created{namespace="totonoe",job_name="totonoe-shop-0a1b2c3d-1"} 1.7e+09
      kube_job_status_start_time{namespace="totonoe",job_name="totonoe-shop-0a1b2c3d-1"} 1.7e+09
      kube_job_status_active{namespace="totonoe",job_name="totonoe-shop-0a1b2c3d-1"} 0
      kube_job_complete{namespace="totonoe",job_name="totonoe-shop-0a1b2c3d-1",condition="true"} 1
      kube_job_complete{namespace="totonoe",job_name="totonoe-shop-0a1b2c3d-1",condition="false"} 0
      kube_job_complete{namespace="totonoe",job_name="totonoe-shop-0a1b2c3d-1",condition="unknown"} 0
      kube_job_created{namespace="totonoe",job_name="totonoe-shop-0a1b2c3d-2"} 1.71e+09
      kube_job_status_start_time{namespace="totonoe",job_name="totonoe-shop-0a1b2c3d-2"} 1.71e+09
      kube_job_status_active{namespace="totonoe",job_name="totonoe-shop-0a1b2c3d-2"} 0
      kube_job_failed{namespace="totonoe",job_name="totonoe-shop-0a1b2c3d-2",condition="true"} 1
      kube_job_failed{namespace="totonoe",job_name="totonoe-shop-0a1b2c3d-2",condition="false"} 0
      kube_job_failed{namespace="totonoe",job_name="totonoe-shop-0a1b2c3d-2",condition="unknown"} 0
      kube_job_created{namespace="totonoe",job_name="totonoe-other-9f8e7d6c-1"} 1.71e+09
      kube_job_status_start_time{namespace="totonoe",job_name="totonoe-other-9f8e7d6c-1"} 1.71e+09
      kube_job_status_active{namespace="totonoe",job_name="totonoe-other-9f8e7d6c-1"} 2
      kube_job_spec_active_deadline_seconds{namespace="totonoe",job_name="totonoe-other-9f8e7d6c-1"} 7200
      kube_pod_status_phase{namespace="totonoe",pod="totonoe-other-9f8e7d6c-1-0-x7k2p",uid="1",phase="Pending"} 1
      kube_pod_status_phase{namespace="totonoe",pod="totonoe-other-9f8e7d6c-1-1-z9m4q",uid="2",phase="Pending"} 1
      kube_pod_status_unschedulable{namespace="totonoe",pod="totonoe-other-9f8e7d6c-1-1-z9m4q",uid="2"} 1
      kube_pod_container_status_waiting_reason{namespace="totonoe",pod="totonoe-other-9f8e7d6c-1-0-x7k2p",uid="1",container="totonoe",reason="ErrImagePull"} 1
      """;

  @TempDir private Path directory;
  private Prometheus prometheus;

  @BeforeEach
  void startPrometheus() throws Exception {
    prometheus = Prometheus.start(directory, STATE);
  }

  @AfterEach
  void stopPrometheus() {
    if (prometheus != null) {
      prometheus.close();
    }
  }

  private static String published(Instant at) {
    long now = at.getEpochSecond();
    return """
    totonoe_run_start_timestamp_seconds %d
    totonoe_run_end_timestamp_seconds %d
    totonoe_run_last_success_timestamp_seconds %d
    totonoe_run_exit_code 0
    totonoe_run_duration_seconds 2
    totonoe_run_cpu_seconds 3.5
    totonoe_run_peak_memory_bytes 3e+08
    totonoe_step_duration_seconds{step="cleanseShards"} 1.5
    totonoe_run_rows 1000
    totonoe_run_products 990
    totonoe_run_rejects 10
    totonoe_run_review 40
    totonoe_run_changes 4000
    totonoe_run_rejects_by_reason{reason="empty"} 4
    totonoe_run_rejects_by_reason{reason="stray_quote"} 6
    totonoe_run_review_by_reason{reason="category"} 40
    totonoe_run_categories{status="accepted"} 950
    totonoe_run_categories{status="review"} 40
    """
        .formatted(now, now, now);
  }

  private static String failed(Instant at) {
    long now = at.getEpochSecond();
    return """
    totonoe_run_start_timestamp_seconds %d
    totonoe_run_end_timestamp_seconds %d
    totonoe_run_exit_code 3
    """
        .formatted(now, now);
  }

  private TreeSet<String> firing() throws Exception {
    TreeSet<String> firing = new TreeSet<>();
    for (JsonNode alert : prometheus.alerts()) {
      if (alert.get("state").asString().equals("firing")) {
        JsonNode labels = alert.get("labels");
        JsonNode of = labels.has("dataset") ? labels.get("dataset") : labels.get("job_name");
        firing.add(labels.get("alertname").asString() + " " + of.asString());
      }
    }
    return firing;
  }

  private void awaitFiring(String... alerts) throws Exception {
    Instant end = Instant.now().plus(TIME_MAX);
    while (true) {
      try {
        assertThat(firing()).containsExactlyInAnyOrder(alerts);
        return;
      } catch (IOException | AssertionError e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  @Test
  void aFailureFiresUntilASuccess() throws Exception {
    String[] jobs = {
      "TotonoeJobFailed totonoe-shop-0a1b2c3d-2", "TotonoeRunTooLong totonoe-other-9f8e7d6c-1"
    };
    Instant start = Instant.now().minusSeconds(100);
    prometheus.push("shop", published(start));
    prometheus.push("other", published(start));
    awaitFiring(jobs);
    prometheus.push("shop", failed(start.plusSeconds(10)));
    awaitFiring(jobs[0], jobs[1], "TotonoeRunFailed shop");

    everyRuleIsEvaluated();
    everyPanelIsAnswered();

    prometheus.push("shop", published(start.plusSeconds(20)));
    awaitFiring(jobs);
  }

  private void everyRuleIsEvaluated() throws Exception {
    JsonNode groups = prometheus.ruleGroups();
    assertThat(groups).isNotEmpty();
    for (JsonNode group : groups) {
      for (JsonNode rule : group.get("rules")) {
        assertThat(rule.get("health").asString()).as(rule.toString()).isEqualTo("ok");
      }
    }
  }

  private void everyPanelIsAnswered() throws Exception {
    List<String> expressions = DashboardTest.expressionsForPrometheus();
    assertThat(expressions).isNotEmpty();
    for (String expression : expressions) {
      JsonNode answer = prometheus.query(expression);
      assertThat(answer.get("status").asString())
          .as(expression + "\n" + answer)
          .isEqualTo("success");
      boolean pushed = expression.contains("job=\"totonoe\"");
      if (pushed) {
        assertThat(answer.get("data").get("result")).as(expression).isNotEmpty();
      }
    }
  }
}
