package dev.totonoe.cli;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.job.RunSummary;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.LogFiles;
import dev.totonoe.observe.Event;
import dev.totonoe.observe.LogFormat;
import dev.totonoe.observe.LogSetup;
import dev.totonoe.observe.ProcessUsage;
import dev.totonoe.observe.RunCounts;
import dev.totonoe.observe.RunEnd;
import dev.totonoe.plan.RunPart;
import dev.totonoe.report.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Tells programs how a run goes and how it ended: log lines, the summary, metrics. However the run
/// ends, that is told once, and what cannot be told never changes how the run ended.
final class RunWatch implements AutoCloseable {
  /// Kept of the time that is left after a signal, to log the end when the gateway does not answer.
  private static final Duration FOR_THE_LAST_LINE = Duration.ofMillis(500);

  private final String dataset;
  private final WatchOptions options;
  private final Termination termination;
  private final RunCounts counts = new RunCounts();
  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();
  private volatile Optional<RunPart> part = Optional.empty();
  private volatile Optional<LogFiles> logs = Optional.empty();
  private volatile Optional<MetricsWatch> metrics = Optional.empty();

  private RunWatch(String dataset, WatchOptions options, Termination termination) {
    this.dataset = dataset;
    this.options = options;
    this.termination = termination;
  }

  /// @param dataset the dataset as the command line names it
  static RunWatch begin(String dataset, WatchOptions options, Termination termination) {
    options.logFormat().ifPresent(LogSetup::toStdout);
    return new RunWatch(dataset, options, termination);
  }

  /// Where the run is counted.
  RunCounts counts() {
    return counts;
  }

  /// Whether people are not to be told.
  boolean isForPrograms() {
    return options.logFormat().isPresent();
  }

  /// The dataset is there: from now on metrics have a name. Nothing is pushed of one that is not,
  /// because a gateway never forgets a name.
  ///
  /// @throws dev.totonoe.failure.ConfigurationFailure when metrics can never be pushed so
  void concerns(DatasetFiles files) {
    if (options.wantsMetrics()) {
      metrics = Optional.of(MetricsWatch.of(files, options.pushGateway(), start, counts));
    }
  }

  /// The dataset may be written: from now on the log has a file, and metrics are served.
  ///
  /// @param terminal whether a person watches
  /// @throws dev.totonoe.failure.ConfigurationFailure when metrics cannot be served
  /// @throws EnvironmentFailure when the log's file cannot be made
  void open(DatasetFiles files, RunPart part, boolean terminal) {
    this.part = Optional.of(part);
    startLogging(files, terminal);
    metrics.ifPresent(watch -> options.metricsPort().ifPresent(watch::serve));
  }

  private void startLogging(DatasetFiles files, boolean terminal) {
    Path directory = files.logs();
    try {
      Files.createDirectories(directory);
      LogFiles made = files.newLog(start);
      LogSetup.toFile(made.log(), options.logFormat().orElse(LogFormat.TEXT));
      logs = Optional.of(made);
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "%s: expected a directory that the worker may write but found %s; grant its user write permission on the dataset"
              .formatted(files.shownFromRoot(directory), IoReason.of(e)),
          e);
    }
    if (!terminal && !isForPrograms()) {
      LogSetup.toStderr();
    }
  }

  /// The run did not fail.
  void ended(RunSummary summary) {
    RunEnd.State state =
        switch (summary.ending()) {
          case PUBLISHED -> RunEnd.State.PUBLISHED;
          case ALREADY_PUBLISHED -> RunEnd.State.ALREADY_PUBLISHED;
          case PART_DONE -> RunEnd.State.PART_DONE;
        };
    if (termination.settle(ExitCode.DONE)) {
      tell(end(state, ExitCode.DONE, summary.tally(), Optional.empty()));
    }
  }

  /// The run failed, or was interrupted.
  ///
  /// @param sentence why
  void failed(ExitCode code, String sentence) {
    if (termination.settle(code)) {
      tell(end(stateOf(code), code, Optional.empty(), Optional.of(sentence)));
    }
  }

  private static RunEnd.State stateOf(ExitCode code) {
    return code == ExitCode.INTERRUPTED ? RunEnd.State.INTERRUPTED : RunEnd.State.FAILED;
  }

  /// The run was told to stop and has not until now; the process will not wait any longer.
  void cutOff() {
    tell(
        end(
            RunEnd.State.INTERRUPTED,
            ExitCode.INTERRUPTED,
            Optional.empty(),
            Optional.of(Termination.CUT_OFF)));
  }

  private RunEnd end(
      RunEnd.State state, ExitCode code, Optional<Tally> tally, Optional<String> message) {
    return new RunEnd(
        dataset,
        state,
        code.number(),
        tally.map(RunWatch::results),
        counts,
        part.map(own -> new RunEnd.Part(own.index(), own.count())),
        Duration.ofNanos(System.nanoTime() - startNanos),
        ProcessUsage.now(),
        message);
  }

  private static RunEnd.Results results(Tally tally) {
    return new RunEnd.Results(
        tally.rows(),
        tally.products(),
        tally.rejects(),
        tally.review(),
        tally.changes(),
        tally.rejectsByReason(),
        tally.reviewByReason(),
        tally.categoriesByStatus());
  }

  /// The files first: they are there whatever becomes of the gateway.
  private void tell(RunEnd end) {
    byte[] summary = end.summary();
    // In place: what a container has at this path is a file of the host's, mounted.
    options.summaryFile().ifPresent(file -> keep(file, () -> Files.write(file, summary)));
    logs.ifPresent(own -> keep(own.summary(), () -> AtomicFiles.write(own.summary(), summary)));
    metrics.ifPresent(watch -> watch.ended(end, logs, this::timeLeft));
    Event.RUN_ENDED.log(end.fields());
  }

  private Duration timeLeft() {
    return termination.timeLeft().minus(FOR_THE_LAST_LINE);
  }

  /// A small file about a run, which is not worth a run.
  interface Write {
    void run() throws IOException;
  }

  static void keep(Path file, Write write) {
    try {
      write.run();
    } catch (IOException e) {
      String reason = IoReason.of(e);
      Event.SUMMARY_FAILED.log("file", file, "reason", reason);
      System.err.println(
          "totonoe: %s: cannot be written: %s; the run itself is not affected"
              .formatted(file, reason));
    }
  }

  @Override
  public void close() {
    metrics.ifPresent(MetricsWatch::close);
  }
}
