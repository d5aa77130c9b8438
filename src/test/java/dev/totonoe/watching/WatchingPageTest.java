package dev.totonoe.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.observe.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What docs/watching.md tells of names is complete; its metrics are in MetricNamesTest.
final class WatchingPageTest {
  private static String page() throws IOException {
    return Files.readString(Path.of("docs/watching.md"));
  }

  @Test
  void everyEventHasALine() throws IOException {
    String page = page();
    assertThat(Event.values())
        .allSatisfy(
            event ->
                assertThat(page)
                    .contains("\n| `" + event.name().toLowerCase(Locale.ROOT) + "` | "));
  }

  @Test
  void everyAlertHasALine() throws IOException {
    String page = page();
    assertThat(AlertsTest.alerts())
        .isNotEmpty()
        .allSatisfy(alert -> assertThat(page).contains("\n| `" + alert.get("alert") + "` | "));
  }

  @Test
  void everyMetricOfLogLinesIsNamed() throws IOException {
    String page = page();
    assertThat(GrokExporter.read().metricNames())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page).contains("`" + name));
  }
}
