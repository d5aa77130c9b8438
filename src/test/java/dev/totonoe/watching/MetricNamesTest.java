package dev.totonoe.watching;

import static dev.totonoe.watching.WatchingFiles.list;
import static dev.totonoe.watching.WatchingFiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A name that nobody exposes gives an alert that never fires and a panel that stays empty.
final class MetricNamesTest {
  private static final Path PAGE = Path.of("docs/watching.md");

  /// What the worker exposes, by the page's table.
  private static final Pattern METRIC_OF_TABLE =
      Pattern.compile("^\\| `(totonoe_\\w+)[`{]", Pattern.MULTILINE);

  /// Of kube-state-metrics (docs/metrics/workload), Prometheus and this test.
  private static final Set<String> OF_OTHERS =
      Set.of(
          "kube_job_complete",
          "kube_job_created",
          "kube_job_failed",
          "kube_job_spec_active_deadline_seconds",
          "kube_job_status_active",
          "kube_job_status_start_time",
          "kube_pod_container_status_waiting_reason",
          "kube_pod_status_phase",
          "kube_pod_status_unschedulable",
          "up",
          "ALERTS");

  /// Strings, matchers, ranges, and lists of labels hold no names of metrics.
  private static final Pattern NO_METRICS =
      Pattern.compile(
          "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(?:by|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

  /// A name is followed by no parenthesis, unlike a function; nor is it part of a number.
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w:.])([a-zA-Z_:][\\w:]*)\\b(?!\\s*\\()");

  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "offset", "bool", "by", "on");

  private static Set<String> names(String expression) {
    String withoutStrings = expression.replaceAll("\"[^\"]*\"", "");
    Matcher matcher = NAME.matcher(NO_METRICS.matcher(withoutStrings).replaceAll(" "));
    Set<String> names = new TreeSet<>();
    while (matcher.find()) {
      if (!WORDS.contains(matcher.group(1)) && !matcher.group(1).matches("\\d+[smhd]")) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  private static Set<String> ofTheWorker() throws IOException {
    Set<String> names = new TreeSet<>();
    METRIC_OF_TABLE
        .matcher(Files.readString(PAGE))
        .results()
        .forEach(result -> names.add(result.group(1)));
    return names;
  }

  private static Set<String> known() throws IOException {
    Set<String> known = ofTheWorker();
    known.addAll(OF_OTHERS);
    for (String name : GrokExporter.read().metricNames()) {
      known.addAll(List.of(name, name + "_bucket", name + "_sum", name + "_count"));
    }
    rules("record").forEach(rule -> known.add((String) map(rule).get("record")));
    return known;
  }

  private static List<Object> rules(String kind) throws IOException {
    return list(WatchingFiles.yaml("alerts.yaml").get("groups")).stream()
        .flatMap(group -> list(map(group).get("rules")).stream())
        .filter(rule -> kind.isEmpty() || map(rule).containsKey(kind))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sum by (le) (rate(a_total{b=\"c\"}[5m])) > on () group_left () d:e{f!=\"}\"} ; a_total d:e",
        "time() - a{} > 48 * 3600 ; a",
        "(a unless a offset 1h) or up ; a up",
      })
  void findsTheNamesInAnExpression(String expression, String names) {
    assertThat(names(expression)).containsExactly(names.split(" "));
  }

  @Test
  void everyRuleUsesMetricsThatAreThere() throws IOException {
    Set<String> known = known();
    assertThat(rules(""))
        .isNotEmpty()
        .allSatisfy(
            rule -> {
              String expression = String.valueOf(map(rule).get("expr"));
              assertThat(known).as(expression).containsAll(names(expression));
            });
  }

  @Test
  void everyPanelUsesMetricsThatAreThere() throws IOException {
    Set<String> known = known();
    assertThat(DashboardTest.expressions())
        .isNotEmpty()
        .allSatisfy(expression -> assertThat(known).as(expression).containsAll(names(expression)));
  }

  @Test
  void everyMetricOfAFinishedOrRunningRunIsOnTheDashboard() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (String expression : DashboardTest.expressions()) {
      shown.addAll(names(expression));
    }
    for (Object rule : rules("record")) {
      if (shown.contains(String.valueOf(map(rule).get("record")))) {
        shown.addAll(names(String.valueOf(map(rule).get("expr"))));
      }
    }
    Set<String> notShown = ofTheWorker();
    notShown.removeAll(shown);
    assertThat(notShown)
        .containsExactlyInAnyOrder("totonoe_run_info", "totonoe_run_start_timestamp_seconds");
  }
}
