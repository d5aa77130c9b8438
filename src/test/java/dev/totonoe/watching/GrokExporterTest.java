package dev.totonoe.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.observe.Event;
import dev.totonoe.watching.GrokExporter.Sample;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines in both forms; what a real worker writes is in GrokExporterIT.
final class GrokExporterTest {
  private static final String TIME = "2026-04-01T09:00:00.000Z";
  private static final String OTHER_LINE = "totonoe_log_other_lines_total";

  private GrokExporter exporter;

  @BeforeEach
  void readConfiguration() throws IOException {
    exporter = GrokExporter.read();
  }

  private static Stream<String> events() {
    return Arrays.stream(Event.values()).map(event -> event.name().toLowerCase(Locale.ROOT));
  }

  private static Sample event(String level, String event) {
    return new Sample(
        "totonoe_log_events_total",
        Map.of("dataset", "shop.a-1", "level", level, "event", event),
        1);
  }

  private static Sample of(String metric, double value, String... labels) {
    return new Sample(
        metric,
        labels.length == 0
            ? Map.of("dataset", "shop")
            : Map.of("dataset", "shop", labels[0], labels[1]),
        value);
  }

  @ParameterizedTest
  @MethodSource("events")
  void countsEveryEventOfTheWorkerByItsNameAlone(String event) {
    Sample expected = event("INFO", event);
    assertThat(exporter.read("shop.a-1 " + TIME + " INFO  event=" + event))
        .containsExactly(expected);
    assertThat(exporter.read("shop.a-1 " + TIME + " INFO  event=" + event + " key=value"))
        .containsExactly(expected);
    assertThat(
            exporter.read(
                "shop.a-1 {\"time\":\"%s\",\"level\":\"INFO\",\"event\":\"%s\"}"
                    .formatted(TIME, event)))
        .containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run_starte", "run_started_again", "run", "RUN_STARTED", ""})
  void doesNotTakeAnUnknownEventForAKnownOne(String event) {
    List<Sample> expected = List.of(of("totonoe_log_unknown_events_total", 1));
    assertThat(exporter.read("shop " + TIME + " INFO  event=" + event + " key=value"))
        .isEqualTo(expected);
    assertThat(
            exporter.read(
                "shop {\"time\":\"%s\",\"level\":\"INFO\",\"event\":\"%s\",\"key\":\"value\"}"
                    .formatted(TIME, event)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.IllegalStateException: event=run_failed exit=1",
        "\tat dev.totonoe.job.CleanseJob.run(CleanseJob.java:1)",
        "\t... 3 common frames omitted",
        "",
        "2026-04-01 09:00:00 INFO  event=run_started",
      })
  void countsLinesThatAreNoEvents(String line) {
    assertThat(exporter.read("shop " + line)).containsExactly(of(OTHER_LINE, 1));
  }

  @Test
  void readsRowsAndRejectsOfAPublishedRun() {
    Sample rows = of("totonoe_log_rows_total", 2069);
    Sample rejects = of("totonoe_log_rejects_total", 7);
    assertThat(
            exporter.read(
                "shop "
                    + TIME
                    + " INFO  event=run_published run=6f2a rows=2069 products=2062 rejects=7 review=40 millis=1500"))
        .hasSize(3)
        .contains(rows, rejects);
    assertThat(
            exporter.read(
                "shop {\"time\":\"%s\",\"level\":\"INFO\",\"event\":\"run_published\",\"run\":\"6f2a\",\"rows\":2069,\"products\":2062,\"rejects\":7}"
                    .formatted(TIME)))
        .hasSize(3)
        .contains(rows, rejects);
  }

  @Test
  void readsTheExitCodeOfAFailureAndNotWhatItsReasonSays() {
    Sample failure = of("totonoe_log_failures_total", 1, "exit", "3");
    assertThat(
            exporter.read(
                "shop " + TIME + " ERROR event=run_failed exit=3 reason=\"a cell says exit=9\""))
        .hasSize(2)
        .contains(failure);
    assertThat(
            exporter.read(
                "shop {\"time\":\"%s\",\"level\":\"ERROR\",\"event\":\"run_failed\",\"exit\":3,\"reason\":\"a cell says \\\"exit\\\":9\"}"
                    .formatted(TIME)))
        .hasSize(2)
        .contains(failure);
  }

  @Test
  void readsStateExitCodeAndSecondsOfASummary() {
    Sample ended =
        new Sample(
            "totonoe_log_ended_total",
            Map.of("dataset", "shop", "state", "published", "exit", "0"),
            1);
    Sample seconds = of("totonoe_log_run_seconds", 12.5);
    assertThat(
            exporter.read(
                "shop "
                    + TIME
                    + " INFO  event=run_ended dataset=shop run=6f2a state=published exit=0 rows=9 cpu_seconds=20.1 seconds=12.5"))
        .hasSize(3)
        .contains(ended, seconds);
    assertThat(
            exporter.read(
                "shop {\"time\":\"%s\",\"level\":\"INFO\",\"event\":\"run_ended\",\"dataset\":\"shop\",\"state\":\"published\",\"exit\":0,\"cpu_seconds\":20.1,\"seconds\":12.5}"
                    .formatted(TIME)))
        .hasSize(3)
        .contains(ended, seconds);
  }
}
