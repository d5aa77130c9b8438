package dev.totonoe.cli;

import dev.totonoe.assets.BundleDraft;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.Root;
import dev.totonoe.train.Training;
import dev.totonoe.train.TrainingReport;
import dev.totonoe.train.TrainingRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `totonoe train LABELLED --model NAME`.
@Command(
    name = "train",
    description = "Trains a model on labelled names and writes it to models/NAME.")
final class TrainCommand implements Runnable {
  private static final String DEFAULT_SEED = "1";

  @Spec private CommandSpec spec;

  @ParentCommand private Cli cli;

  @Mixin private LabelledOptions labelled;

  @Parameters(
      paramLabel = "LABELLED",
      description = "CSV or TSV with a header: names and their categories.")
  private Path file = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "NAME",
      required = true,
      description = "The model's name under models/; one that is there is replaced.")
  private String model = "";

  @Option(
      names = "--group",
      paramLabel = "COL",
      description = "Rows with the same value here are never split between training and measuring.")
  private @Nullable String group;

  @Option(
      names = "--taxonomy",
      paramLabel = "FILE",
      description = "The tree of categories (id,path,name); labels are its ids or paths then.")
  private @Nullable Path taxonomy;

  @Option(
      names = "--doubts",
      paramLabel = "FILE",
      description =
          "Writes rows whose category is probably wrong there, as CSV, for a person to check.")
  private @Nullable Path doubts;

  @Option(
      names = "--without-data",
      description =
          "Leaves the labelled names out of the bundle, which otherwise carries them for learn.")
  private boolean withoutData;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = DEFAULT_SEED,
      description = "The same seed and data give the same bytes; default: ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public void run() {
    Root root = cli.root();
    AssetName name = AssetName.of("model", model);
    Path target = root.model(name);
    PrintWriter out = spec.commandLine().getOut();
    TrainingProgress progress = new TrainingProgress(spec.commandLine().getErr(), System::nanoTime);
    try (BundleDraft draft = new BundleDraft(target, root.shown(target), name)) {
      TrainingReport report =
          Training.train(
              new TrainingRequest(
                  file,
                  labelled.columns(file, Optional.ofNullable(group)),
                  Optional.ofNullable(taxonomy),
                  labelled.dictionary(root),
                  draft.directory(),
                  Optional.ofNullable(doubts).map(path -> root.outsideDatasets(path, "--doubts")),
                  withoutData ? TrainingRequest.Data.LEAVE_OUT : TrainingRequest.Data.KEEP,
                  seed,
                  progress::say,
                  progress));
      draft.pack();
      draft.publish();
      print(out, root.shown(target), report);
    }
  }

  private void print(PrintWriter out, String target, TrainingReport report) {
    out.printf(
        """
        %s: trained on %,d rows of %,d classes in %.1f s
          accuracy %.3f, weighted F1 %.3f, macro F1 %.3f (cross-validation)
          from a score of %.3f on a category is accepted: %.1f %% of the rows, %.1f %% of them right
        """,
        target,
        report.rows(),
        report.classes(),
        report.elapsed().toMillis() / 1000.0,
        report.scores().accuracy(),
        report.scores().weightedF1(),
        report.scores().macroF1(),
        report.calibration().leaf().score(),
        100 * report.calibration().leaf().coverage(),
        100 * report.calibration().leaf().precision());
    if (report.skippedRows() > 0) {
      out.printf("  %,d rows without a name or a category were left out%n", report.skippedRows());
    }
    if (report.contradictoryRows() + report.unlikelyRows() > 0) {
      out.printf(
          """
            to check: %,d rows share their name with rows of other categories, %,d look wrong to the model
            %s
          """,
          report.contradictoryRows(),
          report.unlikelyRows(),
          doubts == null ? "list them with --doubts FILE" : "they are listed in " + doubts);
    }
  }
}
