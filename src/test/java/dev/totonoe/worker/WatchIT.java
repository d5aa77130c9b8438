package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a run tells programs: however it ends, its last event, the summary file and the summary in
/// `logs/` say the same, and they say how.
final class WatchIT {
  private static final byte[] SMALL = "商品名,価格\n緑茶 500ml,120\n".getBytes(StandardCharsets.UTF_8);

  /// A heap in which no run fits.
  private static final String TINY_HEAP = "-Xmx12m";

  @TempDir private Path directory;
  private WorkerRoot root;
  private Path summaryFile;

  @BeforeEach
  void makeRoot() throws Exception {
    root = WorkerRoot.in(directory.resolve("root"));
    summaryFile = directory.resolve("termination-log");
  }

  private String[] watched(String... arguments) {
    return Stream.concat(
            Stream.of("run", "--log-format", "json", "--summary-file", summaryFile.toString()),
            Stream.of(arguments))
        .toArray(String[]::new);
  }

  @Test
  void tellsAPublishedRunInJsonAndNothingElse() throws Exception {
    root.addSample("sample");
    Files.writeString(summaryFile, "x".repeat(5_000));
    WorkerProcess.Ended ended = WorkerProcess.run(root, watched("sample", "--metrics-port", "0"));
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    List<JsonNode> events = events(ended.out());
    assertThat(events)
        .allSatisfy(
            event -> assertThat(event.propertyNames()).startsWith("time", "level", "event"));
    assertThat(events.stream().map(event -> event.get("event").asString()).distinct())
        .containsExactly(
            "metrics_served",
            "run_started",
            "assets_staged",
            "plan_ready",
            "shard_finished",
            "run_published",
            "run_ended");
    assertThat(events.getFirst().get("port").asInt()).isPositive();
    JsonNode summary = summary("sample", ended);
    assertThat(summary.get("state").asString()).isEqualTo("published");
    assertThat(summary.get("exit").asInt()).isZero();
    assertThat(summary.get("rows").asLong())
        .isEqualTo(summary.get("products").asLong() + summary.get("rejects").asLong())
        .isGreaterThan(3_000);
    assertThat(summary.get("shards_cleansed").asInt()).isEqualTo(summary.get("shards").asInt());
    assertThat(summary.get("cpu_seconds").asDouble()).isPositive();
    assertThat(summary.get("peak_memory_bytes").asLong()).isGreaterThan(50_000_000);
    assertThat(Files.readString(logFile("sample", ".log"))).isEqualTo(ended.out());

    WorkerProcess.Ended again = WorkerProcess.run(root, watched("sample"));
    assertThat(again.exit()).as(again.err()).isZero();
    JsonNode last = lastEvent(again);
    assertThat(last.get("state").asString()).isEqualTo("already_published");
    assertThat(last.has("rows")).isFalse();
  }

  @Test
  void tellsThatAPartIsDone() throws Exception {
    root.addSample("sample");
    WorkerProcess.Ended ended =
        WorkerProcess.run(
            root,
            watched(
                "sample",
                "--shard-index",
                "0",
                "--shard-count",
                "2",
                "--push-gateway",
                "http://127.0.0.1:1"));
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).doesNotContain("metrics_push");
    JsonNode summary = summary("sample", ended);
    assertThat(summary.get("state").asString()).isEqualTo("part_done");
    assertThat(summary.get("shard_count").asInt()).isEqualTo(2);
    assertThat(summary.has("products")).isFalse();
  }

  @Test
  void writesLinesForGrokWhereAsked() throws Exception {
    root.add("x", "items.csv", SMALL);
    List<String> environment = List.of("env", "TOTONOE_LOG_FORMAT=text");
    WorkerProcess.Ended ended = WorkerProcess.startUnder(root, environment, "run", "x").end();
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out().lines())
        .allMatch(line -> line.matches("\\S{24} (INFO |WARN |ERROR) event=[a-z_]+( [a-z_]+=\\S+)*"))
        .last()
        .asString()
        .contains("event=run_ended dataset=x run=");
  }

  @Test
  void tellsWhyTheInputCannotBeUsed() throws Exception {
    root.add("x", "items.csv", new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0});
    WorkerProcess.Ended ended = WorkerProcess.run(root, watched("x"));
    assertThat(ended.exit()).as(ended.err()).isEqualTo(3);
    JsonNode summary = summary("x", ended);
    assertThat(summary.get("state").asString()).isEqualTo("failed");
    assertThat(summary.get("exit").asInt()).isEqualTo(3);
    assertThat(summary.get("message").asString()).startsWith("items.csv: expected CSV");
    assertThat(summary.has("run")).isFalse();
  }

  @Test
  void tellsWhatIsWrongWithTheConfiguration() throws Exception {
    WorkerProcess.Ended ended = WorkerProcess.run(root, watched("nobody"));
    assertThat(ended.exit()).isEqualTo(2);
    JsonNode last = lastEvent(ended);
    assertThat(last.get("message").asString()).contains("no directory datasets/nobody");
    assertThat(Files.readString(summaryFile)).contains("\"exit\":2");
    root.add("x", "items.csv", SMALL);
    WorkerProcess.Ended wrong =
        WorkerProcess.run(root, watched("x", "--push-gateway", "gateway:9091"));
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(lastEvent(wrong).get("message").asString()).startsWith("--push-gateway: expected");
    assertThat(root.raw("x").resolveSibling("runs")).doesNotExist();
  }

  @Test
  void tellsThatMemoryWasTooLittle() throws Exception {
    root.addSample("sample");
    List<String> otherHeap =
        List.of("sh", "-c", "exec $(echo \"$@\" | sed s/-Xmx512m/" + TINY_HEAP + "/)", "sh");
    WorkerProcess.Ended ended = WorkerProcess.startUnder(root, otherHeap, watched("sample")).end();
    assertThat(ended.exit()).as(ended.err()).isEqualTo(5);
    JsonNode summary = summary("sample", ended);
    assertThat(summary.get("exit").asInt()).isEqualTo(5);
    assertThat(summary.get("message").asString()).startsWith("out of memory");
  }

  @Test
  void tellsThatItWasStopped() throws Exception {
    root.addLargeSample("large", 8);
    WorkerProcess worker =
        WorkerProcess.start(root, "run", "large", "--summary-file", summaryFile.toString());
    worker.awaitEvent("shard_finished");
    WorkerProcess.Ended ended = worker.terminate();
    assertThat(ended.exit()).as(ended.err()).isEqualTo(4);
    assertThat(ended.err()).contains("event=run_ended dataset=large", "state=interrupted exit=4");
    JsonNode summary = JsonMapper.shared().readTree(Files.readAllBytes(summaryFile));
    assertThat(summary.get("state").asString()).isEqualTo("interrupted");
    assertThat(summary.get("shards_cleansed").asInt()).isPositive();
  }

  /// Reading the profile waits for ever, as on a network file system whose server is gone.
  @Test
  void tellsThatItWasCutOffInAStepThatDoesNotStop() throws Exception {
    root.add("x", "items.csv", SMALL);
    Path profile = root.raw("x").resolveSibling("dataset.yaml");
    assertThat(new ProcessBuilder("mkfifo", profile.toString()).start().waitFor()).isZero();
    WorkerProcess worker =
        WorkerProcess.start(root, "run", "x", "--summary-file", summaryFile.toString());
    worker.awaitEvent("run_started");
    WorkerProcess.Ended ended = worker.terminate();
    assertThat(ended.exit()).as(ended.err()).isEqualTo(4);
    assertThat(ended.elapsed()).isLessThan(Duration.ofSeconds(5));
    assertThat(ended.err()).contains("event=run_ended", "stopped in the middle of a step");
    assertThat(Files.readString(summaryFile))
        .contains("\"state\":\"interrupted\",\"exit\":4", "stopped in the middle of a step");
    assertThat(logFile("x", ".json")).hasSameBinaryContentAs(summaryFile);
  }

  @Test
  void runsAllTheSameWhereTheSummaryCannotBeWritten() throws Exception {
    root.add("x", "items.csv", SMALL);
    WorkerProcess.Ended ended =
        WorkerProcess.run(root, "run", "x", "--summary-file", directory.toString());
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.err())
        .containsOnlyOnce("event=summary_failed")
        .containsOnlyOnce("cannot be written: Is a directory; the run itself is not affected");
    assertThat(ended.out()).startsWith("x: published");
    assertThat(logFile("x", ".json")).exists();
  }

  @Test
  void writesNothingOfTheKindForADryRun() throws Exception {
    root.add("x", "items.csv", SMALL);
    WorkerProcess.Ended ended = WorkerProcess.run(root, watched("x", "--dry-run"));
    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("nothing was written").doesNotContain("run_ended");
    assertThat(summaryFile).doesNotExist();
    assertThat(root.raw("x").resolveSibling("logs")).doesNotExist();
  }

  private JsonNode summary(String dataset, WorkerProcess.Ended ended) throws Exception {
    byte[] summary = Files.readAllBytes(summaryFile);
    assertThat(logFile(dataset, ".json")).hasBinaryContent(summary);
    JsonNode json = JsonMapper.shared().readTree(summary);
    JsonNode last = lastEvent(ended);
    json.properties()
        .forEach(field -> assertThat(last.get(field.getKey())).isEqualTo(field.getValue()));
    return json;
  }

  private static JsonNode lastEvent(WorkerProcess.Ended ended) {
    JsonNode last = events(ended.out()).getLast();
    assertThat(last.get("event").asString()).isEqualTo("run_ended");
    return last;
  }

  private static List<JsonNode> events(String lines) {
    return lines.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
  }

  private Path logFile(String dataset, String end) throws Exception {
    try (Stream<Path> files = Files.list(root.dataset(dataset).logs())) {
      return files.filter(file -> file.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }
}
