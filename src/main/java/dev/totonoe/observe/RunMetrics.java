package dev.totonoe.observe;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every metric of a run, its name and its help, each with the label `dataset`. Nothing is counted
/// here: who asks gets what the run has counted until then. All are gauges, because a process is
/// one run; what is not known yet, or not any more, is left out.
///
/// Only a run that is asked for metrics loads this class, and with it Prometheus' client.
public final class RunMetrics implements MultiCollector {
  /// The media type of [#text()].
  static final String TEXT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MILLIS_PER_SECOND = 1e3;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Labels dataset;
  private final String worker;
  private final Instant start;
  private final RunCounts counts;
  private volatile Optional<Ended> ended = Optional.empty();

  private record Ended(RunEnd end, Instant at) {}

  /// @param dataset the dataset's name
  /// @param worker the worker's version
  /// @param start when the run began
  /// @param counts how far it is, now and later
  public RunMetrics(String dataset, String worker, Instant start, RunCounts counts) {
    this.dataset = Labels.of("dataset", dataset);
    this.worker = worker;
    this.start = start;
    this.counts = counts;
    registry.register(this);
  }

  /// Tells how the run ended; from now on its results are among the metrics.
  public void ended(RunEnd end, Instant at) {
    ended = Optional.of(new Ended(end, at));
  }

  @Override
  public MetricSnapshots collect() {
    Gauges gauges = new Gauges(dataset);
    counts.planned().ifPresent(planned -> gauges.info(worker, planned.run()));
    gauges.add("totonoe_run_start_timestamp_seconds", "When the run began.", seconds(start));
    gauges.add(
        "totonoe_run_duration_seconds",
        "How long the run took, or takes by now.",
        seconds(
            ended
                .map(last -> last.end().elapsed())
                .orElseGet(() -> Duration.between(start, Instant.now()))));
    addUsage(gauges, ended.map(last -> last.end().usage()).orElseGet(ProcessUsage::now));
    addProgress(gauges);
    ended.ifPresent(last -> addEnd(gauges, last.end(), last.at()));
    return gauges.all();
  }

  private static void addUsage(Gauges gauges, ProcessUsage usage) {
    usage
        .cpu()
        .ifPresent(
            cpu ->
                gauges.add(
                    "totonoe_run_cpu_seconds", "CPU time of the run's process.", seconds(cpu)));
    usage
        .peakMemoryBytes()
        .ifPresent(
            bytes ->
                gauges.add(
                    "totonoe_run_peak_memory_bytes",
                    "The most memory that the run's process had in RAM at a time.",
                    bytes));
  }

  private void addProgress(Gauges gauges) {
    gauges.add(
        "totonoe_step_duration_seconds",
        "How long each step of the run took, or takes by now.",
        "step",
        counts.steps().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, step -> seconds(step.getValue()))));
    counts
        .task()
        .ifPresent(
            task -> {
              gauges.add(
                  "totonoe_rows_planned",
                  "Rows that this process has to cleanse: those of its shards that are not finished already.",
                  task.rows());
              gauges.add(
                  "totonoe_rows_cleansed",
                  "Rows that this process has cleansed.",
                  counts.rowsCleansed());
              gauges.add(
                  "totonoe_shards_planned",
                  "Shards that this process has to cleanse, without those that are finished already.",
                  task.shards());
              gauges.add(
                  "totonoe_shards_cleansed",
                  "Shards that this process has cleansed.",
                  counts.shardsCleansed());
              gauges.add(
                  "totonoe_shards_reused",
                  "Shards of this process that an earlier attempt had finished.",
                  counts.shardsReused());
            });
  }

  private static void addEnd(Gauges gauges, RunEnd end, Instant at) {
    gauges.add("totonoe_run_end_timestamp_seconds", "When the run ended.", seconds(at));
    gauges.add("totonoe_run_exit_code", "The exit code of the run's process.", end.exit());
    if (end.isSuccess()) {
      gauges.add(
          "totonoe_run_last_success_timestamp_seconds",
          "When a run last published, or found its results published.",
          seconds(at));
    }
    end.results().ifPresent(results -> addResults(gauges, results));
  }

  private static void addResults(Gauges gauges, RunEnd.Results results) {
    gauges.add("totonoe_run_rows", "Rows of the published run.", results.rows());
    gauges.add("totonoe_run_products", "Rows that were delivered.", results.products());
    gauges.add("totonoe_run_rejects", "Rows that were rejected.", results.rejects());
    gauges.add("totonoe_run_review", "Delivered rows that a person should see.", results.review());
    gauges.add("totonoe_run_changes", "Cells that were altered.", results.changes());
    gauges.add(
        "totonoe_run_rejects_by_reason",
        "Rejected rows by reason.",
        "reason",
        results.rejectsByReason());
    gauges.add(
        "totonoe_run_review_by_reason",
        "Rows that a person should see, by reason; a row with two reasons counts twice.",
        "reason",
        results.reviewByReason());
    gauges.add(
        "totonoe_run_categories",
        "Delivered rows by the status of their category.",
        "status",
        results.categoriesByStatus());
  }

  /// All metrics in Prometheus' text format.
  public byte[] text() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create()
          .write(text, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot be: written to memory", e);
    }
    return text.toByteArray();
  }

  PrometheusRegistry registry() {
    return registry;
  }

  String dataset() {
    return dataset.get("dataset");
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / MILLIS_PER_SECOND;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / NANOS_PER_SECOND;
  }

  /// Gathers the gauges of one look at the run.
  private static final class Gauges {
    private final Labels common;
    private final MetricSnapshots.Builder all = MetricSnapshots.builder();

    Gauges(Labels common) {
      this.common = common;
    }

    /// The format adds `_info` to the name.
    void info(String worker, String run) {
      all.metricSnapshot(
          InfoSnapshot.builder()
              .name("totonoe_run")
              .help("Which worker does which run.")
              .dataPoint(
                  InfoDataPointSnapshot.builder()
                      .labels(common.add("worker", worker).add("run", run))
                      .build())
              .build());
    }

    void add(String name, String help, double value) {
      all.metricSnapshot(
          GaugeSnapshot.builder().name(name).help(help).dataPoint(point(common, value)).build());
    }

    void add(String name, String help, String label, Map<String, ? extends Number> values) {
      GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
      values.forEach(
          (word, value) -> gauge.dataPoint(point(common.add(label, word), value.doubleValue())));
      if (!values.isEmpty()) {
        all.metricSnapshot(gauge.build());
      }
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
      return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
    }

    MetricSnapshots all() {
      return all.build();
    }
  }
}
