package dev.totonoe.watching;

import static dev.totonoe.watching.WatchingFiles.list;
import static dev.totonoe.watching.WatchingFiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AlertsTest {
  private static final List<String> TESTS = List.of("alerts_test.yaml", "alerts_days_test.yaml");

  @Test
  void rulesAreValid() throws Exception {
    Promtool.assertContent(WatchingFiles.DIRECTORY, "check", "rules", "alerts.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts_test.yaml", "alerts_days_test.yaml"})
  void alertsFireWhenTheyMustAndOnlyThen(String tests) throws Exception {
    Promtool.assertContent(WatchingFiles.DIRECTORY, "test", "rules", tests);
  }

  @Test
  void configurationToStartFromIsValid(@TempDir Path directory) throws Exception {
    Files.writeString(
        directory.resolve("prometheus.yaml"), WatchingFiles.configurationWithoutDiscovery());
    Files.writeString(directory.resolve("alerts.yaml"), WatchingFiles.text("alerts.yaml"));

    Promtool.assertContent(directory, "check", "config", "prometheus.yaml");
  }

  @Test
  void everyAlertIsTestedFiringAndNotFiring() throws IOException {
    Set<String> firing = new TreeSet<>();
    Set<String> silent = new TreeSet<>();
    for (String file : TESTS) {
      for (Object unit : list(WatchingFiles.yaml(file).get("tests"))) {
        for (Object moment : list(map(unit).get("alert_rule_test"))) {
          List<Object> expected = list(map(moment).get("exp_alerts"));
          (expected.isEmpty() ? silent : firing).add((String) map(moment).get("alertname"));
        }
      }
    }

    Set<String> alerts =
        alerts().stream().map(alert -> (String) alert.get("alert")).collect(Collectors.toSet());
    assertThat(firing).containsExactlyInAnyOrderElementsOf(alerts);
    assertThat(silent).containsExactlyInAnyOrderElementsOf(alerts);
  }

  @Test
  void everyAlertSaysHowBadItIsWhatToDoAndWhatItNeeds() throws IOException {
    assertThat(alerts())
        .isNotEmpty()
        .allSatisfy(
            alert -> {
              String name = (String) alert.get("alert");
              assertThat(name).startsWith("Totonoe");
              assertThat(map(alert.get("labels")).get("severity"))
                  .as(name)
                  .isIn("warning", "critical");
              Map<String, Object> annotations = map(alert.get("annotations"));
              assertThat(annotations).as(name).containsOnlyKeys("summary", "description", "source");
              assertThat((String) annotations.get("description"))
                  .as(name)
                  .contains("k8s/totonoe-job logs ");
              assertThat((String) annotations.get("source"))
                  .as(name)
                  .isIn(
                      "Pushgateway",
                      "kube-state-metrics",
                      "grok_exporter",
                      "Prometheus itself (up)");
            });
  }

  static List<Map<String, Object>> alerts() throws IOException {
    List<Map<String, Object>> alerts = new ArrayList<>();
    for (Object group : list(WatchingFiles.yaml("alerts.yaml").get("groups"))) {
      for (Object rule : list(map(group).get("rules"))) {
        Stream.of(map(rule)).filter(each -> each.containsKey("alert")).forEach(alerts::add);
      }
    }
    return alerts;
  }
}
