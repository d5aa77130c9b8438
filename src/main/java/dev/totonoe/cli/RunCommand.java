package dev.totonoe.cli;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.job.CleanseJob;
import dev.totonoe.job.DryRun;
import dev.totonoe.job.RunRequest;
import dev.totonoe.job.RunSummary;
import dev.totonoe.job.StopSignal;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.observe.Event;
import dev.totonoe.observe.Progress;
import dev.totonoe.plan.RunPart;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `totonoe run DATASET`.
@Command(
    name = "run",
    description =
        "Cleanses a dataset and publishes the result under datasets/DATASET/runs/. Interrupted, the same command goes on.")
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @ParentCommand private Cli cli;

  @Parameters(paramLabel = "DATASET", description = "The directory's name under datasets/.")
  private String dataset = "";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Shards cleansed at a time; default: the processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--scratch",
      paramLabel = "DIR",
      description =
          "A directory on local disk; default: totonoe-USER in the system's temporary directory.")
  private Path scratch =
      Path.of(System.getProperty("java.io.tmpdir"), "totonoe-" + System.getProperty("user.name"));

  @Option(
      names = "--repository-url",
      paramLabel = "URL",
      description =
          "JDBC URL of a PostgreSQL database that keeps the history of runs; default: one in memory, which goes with the run.")
  private @Nullable String repositoryUrl;

  @Option(
      names = "--shard-index",
      paramLabel = "I",
      description =
          "Which part of the shards this worker cleanses, from 0; default: JOB_COMPLETION_INDEX where it is set, as in an Indexed Job, else 0.")
  private int shardIndex;

  @Option(
      names = "--shard-count",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How many workers on one root share the run; whoever finishes last publishes; default: ${DEFAULT-VALUE}.")
  private int shardCount;

  @Option(names = "--force", description = "Run again although the same run is published.")
  private boolean force;

  @Option(
      names = "--dry-run",
      description =
          "Only show what would become of the first records, before → after; publishes nothing and writes nothing in datasets/.")
  private boolean dryRun;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "With --dry-run: how many records to show; default: ${DEFAULT-VALUE}.")
  private int limit;

  @Mixin private WatchOptions watchOptions = new WatchOptions();

  @Override
  public Integer call() {
    ExitCode code;
    if (dryRun) {
      code = cli.termination().guard(_ -> tellingFailures(this::preview));
    } else {
      try (RunWatch watch = RunWatch.begin(dataset, watchOptions, cli.termination())) {
        code = cli.termination().guard(stop -> watched(watch, stop), watch::cutOff);
      }
    }
    return code.number();
  }

  private ExitCode tellingFailures(Runnable work) {
    try {
      work.run();
      return ExitCode.DONE;
    } catch (RuntimeException | Error e) {
      return Failures.tell(e, spec.commandLine().getErr());
    }
  }

  private ExitCode watched(RunWatch watch, StopSignal stop) {
    try {
      watch.ended(run(watch, stop));
      return ExitCode.DONE;
    } catch (RuntimeException | Error e) {
      ExitCode code = Failures.tell(e, spec.commandLine().getErr());
      watch.failed(code, Failures.sentence(e));
      return code;
    }
  }

  private RunSummary run(RunWatch watch, StopSignal stop) {
    if (spec.commandLine().getParseResult().hasMatchedOption("--limit")) {
      throw new ConfigurationFailure(
          "--limit: expected together with --dry-run; add --dry-run, or leave --limit out");
    }
    AssetName name = AssetName.of("dataset", dataset);
    Root root = cli.root();
    DatasetFiles files = root.dataset(name);
    watch.concerns(files);
    RunPart part = new RunPart(shardIndex, shardCount);
    RunRequest request =
        new RunRequest(
            threads,
            scratch.toAbsolutePath(),
            Optional.ofNullable(repositoryUrl),
            part,
            force ? RunRequest.Repeat.ALWAYS : RunRequest.Repeat.WHEN_CHANGED);
    boolean terminal = isTerminal();
    files.requireWritable();
    watch.open(files, part, terminal);
    Event.RUN_STARTED.log(
        "dataset",
        name,
        "threads",
        threads,
        "force",
        force,
        "shard_index",
        shardIndex,
        "shard_count",
        shardCount);
    RunSummary summary;
    try (Progress progress =
        watch.isForPrograms()
            ? Progress.silent(watch.counts())
            : Progress.on(System.err, terminal, watch.counts())) {
      summary = CleanseJob.run(root, files, request, stop, progress);
    }
    if (!watch.isForPrograms()) {
      spec.commandLine().getOut().print(SummaryText.of(name.value(), summary, root));
      spec.commandLine().getOut().flush();
    }
    return summary;
  }

  private void preview() {
    if (limit < 1 || limit > DryRun.RECORDS_MAX) {
      throw new ConfigurationFailure(
          "--limit: expected 1 to %,d but found %,d".formatted(DryRun.RECORDS_MAX, limit));
    }
    Root root = cli.root();
    DatasetFiles files = root.dataset(AssetName.of("dataset", dataset));
    PrintWriter out = spec.commandLine().getOut();
    PreviewText text = new PreviewText();
    DryRun opened;
    try (Progress progress = Progress.on(System.err, isTerminal())) {
      opened = DryRun.open(root, files, scratch.toAbsolutePath(), progress);
    }
    try (opened) {
      opened.preview(limit, preview -> out.print(text.of(preview)));
    }
    out.print(text.end(dataset));
    out.flush();
  }

  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
