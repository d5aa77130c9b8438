package dev.totonoe.cli;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.publish.Comparison;
import dev.totonoe.publish.Difference;
import dev.totonoe.publish.DifferenceCounts;
import dev.totonoe.publish.PublishedRun;
import dev.totonoe.publish.SetupChange;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `totonoe diff DATASET RUN RUN`.
@Command(
    name = "diff",
    description =
        "Shows what two published runs made differently of the same records, cell by cell. The exit code is 0 whether or not they differ.")
final class DiffCommand implements Runnable {
  /// Differences are held until the figures above them are known.
  private static final int LIMIT_MAX = 10_000;

  @Spec private CommandSpec spec;
  @ParentCommand private Cli cli;

  @Parameters(index = "0", paramLabel = "DATASET", description = "The dataset.")
  private String dataset = "";

  @Parameters(
      index = "1",
      paramLabel = "RUN",
      description = "The first run: its name or the start of it, or latest.")
  private String before = "";

  @Parameters(index = "2", paramLabel = "RUN", description = "The second run.")
  private String after = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many differences to show; default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Writes all differences there, outside datasets/; a file there is replaced.")
  private @Nullable Path csv;

  @Override
  public void run() {
    if (limit < 0 || limit > LIMIT_MAX) {
      throw new ConfigurationFailure(
          "--limit: expected 0 to %,d but found %,d".formatted(LIMIT_MAX, limit));
    }
    Root root = cli.root();
    DatasetFiles files = root.dataset(AssetName.of("dataset", dataset));
    Path target = csv == null ? null : root.outsideDatasets(csv, "--csv");
    PublishedRun first = PublishedRun.open(files, files.findRun(before));
    PublishedRun second = PublishedRun.open(files, files.findRun(after));
    List<Difference> shown = new ArrayList<>();
    Consumer<Difference> keep =
        difference -> {
          if (shown.size() < limit) {
            shown.add(difference);
          }
        };
    Comparison comparison = new Comparison(first, second);
    DifferenceCounts counts =
        target == null ? comparison.compare(keep) : comparison.compareInto(target, keep);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s: %s → %s%n", dataset, first.name(), second.name());
    out.print(DiffText.setup(SetupChange.between(first.manifest(), second.manifest())));
    out.print(DiffText.counts(counts));
    shown.forEach(difference -> out.print(DiffText.line(difference)));
    if (target != null) {
      out.printf("all %,d differences are in %s%n", counts.told(), root.shown(target));
    } else if (counts.told() > shown.size()) {
      out.printf(
          "%,d more; --limit N shows more of them, --csv FILE writes all%n",
          counts.told() - shown.size());
    }
    out.flush();
  }
}
