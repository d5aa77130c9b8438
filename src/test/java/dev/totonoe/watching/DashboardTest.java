package dev.totonoe.watching;

import static dev.totonoe.watching.WatchingFiles.list;
import static dev.totonoe.watching.WatchingFiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

final class DashboardTest {
  private static final int COLUMNS = 24;

  /// What only Grafana knows, and something of the kind that it puts there.
  private static final Map<String, String> VARIABLES =
      Map.of("$dataset", "shop|other", "$__rate_interval", "1m", "$__range", "7d");

  private static final Pattern VARIABLE_LEFT = Pattern.compile("\\$\\w+");

  private static Map<String, Object> dashboard() throws IOException {
    return JsonMapper.shared()
        .readValue(WatchingFiles.text("dashboard.json"), new TypeReference<>() {});
  }

  private static List<Map<String, Object>> panels() throws IOException {
    List<Map<String, Object>> panels = new ArrayList<>();
    list(dashboard().get("panels")).forEach(panel -> panels.add(map(panel)));
    return panels;
  }

  private static boolean isRow(Map<String, Object> panel) {
    return panel.get("type").equals("row");
  }

  static List<String> expressions() throws IOException {
    List<String> expressions = new ArrayList<>();
    for (Map<String, Object> panel : panels()) {
      if (!isRow(panel)) {
        list(panel.get("targets"))
            .forEach(target -> expressions.add((String) map(target).get("expr")));
      }
    }
    return expressions;
  }

  /// With something in place of Grafana's variables.
  static List<String> expressionsForPrometheus() throws IOException {
    List<String> replaced = new ArrayList<>();
    for (String expression : expressions()) {
      for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
        expression = expression.replace(variable.getKey(), variable.getValue());
      }
      assertThat(expression).doesNotContainPattern(VARIABLE_LEFT);
      replaced.add(expression);
    }
    return replaced;
  }

  @Test
  void everyExpressionIsOneForPrometheus(@TempDir Path directory) throws Exception {
    StringBuilder rules = new StringBuilder("groups:\n- name: dashboard\n  rules:\n");
    List<String> expressions = expressionsForPrometheus();
    for (int i = 0; i < expressions.size(); i++) {
      rules.append("  - record: expression_").append(i).append("\n    expr: '");
      rules.append(expressions.get(i).replace("'", "''")).append("'\n");
    }
    Files.writeString(directory.resolve("rules.yaml"), rules);

    Promtool.assertContent(directory, "check", "rules", "rules.yaml");
  }

  @Test
  void everyExpressionOfADatasetKeepsToTheOnesChosen() throws IOException {
    assertThat(expressions())
        .filteredOn(
            expression -> expression.contains("totonoe_") || expression.contains("totonoe:"))
        .filteredOn(expression -> !expression.contains("kube_"))
        .isNotEmpty()
        .allSatisfy(
            expression -> {
              long selectors = expression.chars().filter(c -> c == '{').count();
              assertThat(expression.split("dataset=~\"\\$dataset\"", -1).length - 1L)
                  .as(expression)
                  .isEqualTo(selectors);
            });
  }

  @Test
  void everyPanelHasAPlaceASourceAndAnExplanation() throws IOException {
    Set<Object> ids = new HashSet<>();
    Set<String> cells = new HashSet<>();
    for (Map<String, Object> panel : panels()) {
      String title = (String) panel.get("title");
      assertThat(ids.add(panel.get("id"))).as(title).isTrue();
      Map<String, Object> place = map(panel.get("gridPos"));
      int x = (int) place.get("x");
      int width = (int) place.get("w");
      assertThat(x + width).as(title).isLessThanOrEqualTo(COLUMNS);
      for (int column = x; column < x + width; column++) {
        for (int line = 0; line < (int) place.get("h"); line++) {
          String cell = column + " " + ((int) place.get("y") + line);
          assertThat(cells.add(cell)).as(title + " is on top of another panel").isTrue();
        }
      }
      if (!isRow(panel)) {
        assertThat((String) panel.get("description")).as(title).isNotBlank();
        assertThat(map(panel.get("datasource"))).as(title).containsEntry("uid", "${datasource}");
      }
    }
  }

  @Test
  void sourceAndDatasetCanBeChosen() throws IOException {
    List<Object> variables = list(map(dashboard().get("templating")).get("list"));
    assertThat(variables.stream().map(each -> map(each).get("name")).collect(Collectors.toList()))
        .containsExactly("datasource", "dataset");
    assertThat(map(variables.get(1)))
        .containsEntry("includeAll", true)
        .containsEntry("multi", true);
  }
}
