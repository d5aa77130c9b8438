package dev.totonoe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.manifests.Manifests;
import dev.totonoe.manifests.Node;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The template of runs in k8s/ speaks of this room's exit codes and options.
final class RunTemplateOptionsTest {
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

  static Stream<Manifests> all() throws IOException {
    return Manifests.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void endsTheRunWhereTryingAgainWouldNotHelp(Manifests manifests) {
    assertThat(exitCodes(manifests))
        .isEqualTo(
            Map.of(
                "FailJob",
                numbers(ExitCode.CONFIGURATION, ExitCode.INPUT, ExitCode.QUALITY),
                "Ignore",
                numbers(ExitCode.INTERRUPTED)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void givesOnlyOptionsThatRunHas(Manifests manifests) {
    Set<String> variables =
        options().stream().map(EnvironmentDefaults::variable).collect(Collectors.toSet());
    assertThat(manifests.worker().at("env").each())
        .extracting(variable -> variable.at("name").text())
        .isSubsetOf(variables);
  }

  private static Map<String, List<String>> exitCodes(Manifests manifests) {
    return manifests.runJob().at("spec", "podFailurePolicy", "rules").each().stream()
        .filter(rule -> rule.at("onExitCodes").isThere())
        .collect(
            Collectors.toMap(
                rule -> rule.at("action").text(),
                (Node rule) -> rule.at("onExitCodes", "values").values()));
  }

  private static List<String> numbers(ExitCode... codes) {
    return Stream.of(codes).map(code -> String.valueOf(code.number())).toList();
  }

  private static Set<String> options() {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    int exit = Cli.execute(new String[] {"run", "--help"}, writer, writer, Map.of());
    assertThat(exit).isZero();
    return OPTION
        .matcher(out.toString())
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
