package dev.totonoe.cli;

import dev.totonoe.assets.Bundle;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.train.Evaluation;
import dev.totonoe.train.EvaluationReport;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `totonoe evaluate MODEL LABELLED`.
@Command(
    name = "evaluate",
    description = "Measures a model on labelled names that it was not trained on.")
final class EvaluateCommand implements Runnable {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

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

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures there too.")
  private @Nullable Path json;

  @Override
  public void run() {
    Root root = cli.root();
    Path bundle = root.model(AssetName.of("model", model));
    Bundle.open(bundle, root.shown(bundle));
    EvaluationReport report =
        Evaluation.evaluate(
            bundle, labelled.dictionary(root), file, labelled.text(), labelled.label());
    spec.commandLine()
        .getOut()
        .printf(
            """
            %s on %,d rows of %,d classes
              accuracy     %.4f
              weighted F1  %.4f
              macro F1     %.4f
              accepted     %.4f of the rows, %.4f of them right (threshold %.4f)
              ECE          %.4f
            """,
            root.shown(bundle),
            report.rows(),
            report.classes(),
            report.accuracy(),
            report.weightedF1(),
            report.macroF1(),
            report.coverage(),
            report.precision(),
            report.threshold(),
            report.ece());
    if (json != null) {
      write(json.toAbsolutePath(), report);
    }
  }

  private static void write(Path json, EvaluationReport report) {
    try {
      AtomicFiles.write(json, JSON.writeValueAsBytes(report));
    } catch (IOException e) {
      throw new EnvironmentFailure(json + ": cannot be written: " + IoReason.of(e), e);
    }
  }
}
