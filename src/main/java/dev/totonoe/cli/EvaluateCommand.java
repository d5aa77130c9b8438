package dev.totonoe.cli;

import dev.totonoe.assets.Bundle;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.train.Evaluation;
import dev.totonoe.train.EvaluationReport;
import dev.totonoe.train.Measures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `totonoe evaluate MODEL LABELLED`.
@Command(
    name = "evaluate",
    description = "Measures a model on labelled names that it was not trained on.")
final class EvaluateCommand implements Runnable {
  @Spec private CommandSpec spec;

  @ParentCommand private Cli cli;

  @Mixin private LabelledOptions labelled;

  @Parameters(index = "0", paramLabel = "MODEL", description = "The model's name under models/.")
  private String model = "";

  @Parameters(
      index = "1",
      paramLabel = "LABELLED",
      description = "CSV or TSV with a header: names and their categories.")
  private Path file = Path.of("");

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes all figures there too, as JSON.")
  private @Nullable Path json;

  @Option(names = "--card", paramLabel = "FILE", description = "Writes them there as Markdown.")
  private @Nullable Path card;

  @Override
  public void run() {
    Root root = cli.root();
    Path bundle = root.model(AssetName.of("model", model));
    Optional<Path> jsonFile = place(root, "--json", json);
    Optional<Path> cardFile = place(root, "--card", card);
    Bundle.open(bundle, root.shown(bundle));
    EvaluationReport report =
        Evaluation.evaluate(
            bundle, labelled.dictionary(root), file, labelled.columns(file, Optional.empty()));
    print(root.shown(bundle), report);
    jsonFile.ifPresent(path -> write(path, report.json()));
    cardFile.ifPresent(path -> write(path, report.card(root.shown(bundle))));
  }

  private void print(String shown, EvaluationReport report) {
    PrintWriter out = spec.commandLine().getOut();
    Measures measures = report.measures();
    out.printf(
        Locale.ROOT,
        """
        %s on %,d rows of %,d classes
          accuracy     %.4f
          weighted F1  %.4f
          macro F1     %.4f
          accepted     %.4f of the rows, %.4f of them right (threshold %.4f)
          parents      %.4f of the rows, %.4f of them right (threshold %.4f)
          ECE          %.4f
        """,
        shown,
        measures.rows(),
        report.classes(),
        measures.scores().accuracy(),
        measures.scores().weightedF1(),
        measures.scores().macroF1(),
        report.accepted().coverage(),
        report.accepted().precision(),
        report.accepted().score(),
        report.parents().coverage(),
        report.parents().precision(),
        report.parents().score(),
        measures.scores().ece());
    if (report.unknownLabelRows() > 0) {
      out.printf(
          Locale.ROOT,
          "  labels that the model lacks: %,d; rows with them, which count as wrong: %,d%n",
          report.unknownLabels().size(),
          report.unknownLabelRows());
    }
    if (report.skippedRows() > 0) {
      out.printf(
          Locale.ROOT,
          "  rows without a name or a category, left out: %,d%n",
          report.skippedRows());
    }
  }

  private static Optional<Path> place(Root root, String option, @Nullable Path file) {
    return Optional.ofNullable(file).map(given -> root.outsideDatasets(given, option));
  }

  private static void write(Path file, String text) {
    try {
      AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": cannot be written: " + IoReason.of(e), e);
    }
  }
}
