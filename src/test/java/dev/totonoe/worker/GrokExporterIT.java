package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.watching.GrokExporter;
import dev.totonoe.watching.GrokExporter.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every line that a worker writes to a dataset's logs, as `follow-logs` prints it and
/// `grok_exporter.yml` reads it.
final class GrokExporterIT {
  private static final String EVENT = "totonoe_log_events_total";
  private static final String OTHER_LINE = "totonoe_log_other_lines_total";

  @TempDir private Path directory;
  private WorkerRoot root;
  private GrokExporter exporter;

  @BeforeEach
  void makeRoot() throws IOException {
    root = WorkerRoot.in(directory.resolve("root"));
    exporter = GrokExporter.read();
  }

  private List<String> newLines() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of("k8s/watching/follow-logs").toAbsolutePath().toString(),
                "--once",
                root.directory().toString(),
                directory.resolve("followed").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return lines.lines().toList();
  }

  /// Each line is one event that is known, or no event; what the events are called.
  private List<String> events(String dataset, List<String> lines) {
    List<String> events = new ArrayList<>();
    for (String line : lines) {
      List<Sample> samples = exporter.read(line);
      assertThat(samples)
          .as(line)
          .filteredOn(each -> List.of(EVENT, OTHER_LINE).contains(each.metric()))
          .hasSize(1);
      assertThat(samples)
          .as(line)
          .allSatisfy(each -> assertThat(each.labels()).containsEntry("dataset", dataset));
      samples.stream()
          .filter(each -> each.metric().equals(EVENT))
          .forEach(each -> events.add(each.labels().get("event")));
    }
    return events;
  }

  private List<Sample> samples(List<String> lines, String metric) {
    return lines.stream()
        .flatMap(line -> exporter.read(line).stream())
        .filter(each -> each.metric().equals(metric))
        .toList();
  }

  private void assertFailure(String dataset, int exit, List<String> lines) {
    assertThat(events(dataset, lines)).contains("run_started", "run_failed");
    assertThat(samples(lines, "totonoe_log_failures_total"))
        .containsExactly(
            new Sample(
                "totonoe_log_failures_total",
                Map.of("dataset", dataset, "exit", Integer.toString(exit)),
                1));
  }

  @Test
  void readsTheSampleRunAndTheSameRunAgain() throws Exception {
    root.addSample("sample");
    WorkerProcess.Ended run = WorkerProcess.run(root, "run", "sample");
    assertThat(run.exit()).as(run.err()).isZero();

    List<String> lines = newLines();
    assertThat(events("sample", lines))
        .contains("run_started", "assets_staged", "plan_ready", "shard_finished", "run_published");
    assertThat(samples(lines, OTHER_LINE)).isEmpty();
    assertThat(samples(lines, "totonoe_log_rows_total"))
        .singleElement()
        .satisfies(rows -> assertThat(rows.value()).isPositive());
    assertThat(samples(lines, "totonoe_log_rejects_total")).hasSize(1);

    WorkerProcess.run(root, "run", "sample");
    assertThat(events("sample", newLines()))
        .contains("run_started", "already_published")
        .doesNotContain("run_published");
    assertThat(newLines()).isEmpty();
  }

  @Test
  void readsFailures() throws Exception {
    root.addSample("sample");
    Files.writeString(
        root.raw("sample").resolveSibling("dataset.yaml"),
        "modell: default\n",
        StandardOpenOption.APPEND);
    assertThat(WorkerProcess.run(root, "run", "sample").exit()).isEqualTo(2);
    assertFailure("sample", 2, newLines());

    root.add("sheet", "list.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0});
    assertThat(WorkerProcess.run(root, "run", "sheet").exit()).isEqualTo(3);
    assertFailure("sheet", 3, newLines());

    root.add("strict", "list.csv", "商品名,価格\nりんご,100\n\"x,1\n".getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        root.raw("strict").resolveSibling("dataset.yaml"), "quality:\n  rejects_max: 0%\n");
    assertThat(WorkerProcess.run(root, "run", "strict").exit()).isEqualTo(6);
    assertFailure("strict", 6, newLines());
  }

  @Test
  void readsAnInterruption() throws Exception {
    root.addLargeSample("large", 400);
    WorkerProcess worker = WorkerProcess.start(root, "run", "large", "--threads", "1");
    worker.awaitEvent("shard_finished");
    assertThat(worker.terminate().exit()).isEqualTo(4);

    assertThat(events("large", newLines())).contains("shard_finished", "stop_requested");
  }

  /// A jar that is missing is found out in the middle of a run.
  @Test
  void readsTheStackTraceOfABug() throws Exception {
    root.addSample("sample");
    List<Path> jars;
    try (Stream<Path> libraries = Files.list(Path.of("target/lib"))) {
      jars =
          Stream.concat(
                  Stream.of(Path.of("target/totonoe.jar")),
                  libraries.filter(jar -> !jar.getFileName().toString().startsWith("opencsv")))
              .collect(Collectors.toList());
    }
    assertThat(WorkerProcess.runWith(root, jars, "run", "sample").exit()).isEqualTo(1);

    List<String> lines = newLines();
    assertFailure("sample", 1, lines);
    assertThat(samples(lines, OTHER_LINE)).hasSizeGreaterThan(5);
    assertThat(lines).anyMatch(line -> line.startsWith("sample \tat dev.totonoe."));
  }
}
