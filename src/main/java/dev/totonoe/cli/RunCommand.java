package dev.totonoe.cli;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.job.CleanseJob;
import dev.totonoe.job.DryRun;
import dev.totonoe.job.RunRequest;
import dev.totonoe.job.RunSummary;
import dev.totonoe.job.StopSignal;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.observe.Event;
import dev.totonoe.observe.LogSetup;
import dev.totonoe.observe.Progress;
import dev.totonoe.plan.RunPart;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
  private static final DateTimeFormatter LOG_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

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

  @Override
  public Integer call() {
    return cli.termination().guard(this::tellingFailures).number();
  }

  private ExitCode tellingFailures(StopSignal stop) {
    try {
      if (dryRun) {
        preview();
      } else {
        run(stop);
      }
      return ExitCode.DONE;
    } catch (RuntimeException | Error e) {
      return Failures.tell(e, spec.commandLine().getErr());
    }
  }

  private void run(StopSignal stop) {
    if (spec.commandLine().getParseResult().hasMatchedOption("--limit")) {
      throw new ConfigurationFailure(
          "--limit: expected together with --dry-run; add --dry-run, or leave --limit out");
    }
    AssetName name = AssetName.of("dataset", dataset);
    RunPart part = new RunPart(shardIndex, shardCount);
    RunRequest request =
        new RunRequest(
            threads,
            scratch.toAbsolutePath(),
            Optional.ofNullable(repositoryUrl),
            part,
            force ? RunRequest.Repeat.ALWAYS : RunRequest.Repeat.WHEN_CHANGED);
    Root root = cli.root();
    boolean terminal = isTerminal();
    DatasetFiles files = root.dataset(name);
    files.requireWritable();
    startLogging(root, files, terminal);
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
    try (Progress progress = Progress.on(System.err, terminal)) {
      summary = CleanseJob.run(root, files, request, stop, progress);
    }
    spec.commandLine().getOut().print(SummaryText.of(name.value(), summary, root));
    spec.commandLine().getOut().flush();
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

  private static void startLogging(Root root, DatasetFiles files, boolean terminal) {
    Path logs = files.logs();
    try {
      Files.createDirectories(logs);
      String time = LOG_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
      // Not the process's number: in a container it is always 1, and pods start together.
      String unique = UUID.randomUUID().toString().substring(0, 8);
      LogSetup.toFile(logs.resolve("%s-%s.log".formatted(time, unique)));
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "%s: expected a directory that the worker may write but found %s; grant its user write permission on the dataset"
              .formatted(root.shown(logs), IoReason.of(e)),
          e);
    }
    if (!terminal) {
      LogSetup.toStderr();
    }
  }
}
