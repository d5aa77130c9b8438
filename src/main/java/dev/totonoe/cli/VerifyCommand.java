package dev.totonoe.cli;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.RunName;
import dev.totonoe.publish.RunManifest;
import dev.totonoe.publish.Verification;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `totonoe verify DATASET [RUN]`.
@Command(name = "verify", description = "Checks a published run against its manifest.")
final class VerifyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @ParentCommand private Cli cli;

  @Parameters(index = "0", paramLabel = "DATASET", description = "The dataset.")
  private String dataset = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run; default: the latest.")
  private @Nullable String run;

  @Override
  public void run() {
    DatasetFiles files = cli.root().dataset(AssetName.of("dataset", dataset));
    Verification verification = Verification.of(files, chosenRun(files));
    if (!verification.damages().isEmpty()) {
      throw new EnvironmentFailure(
          "run %s of %s is damaged; run the dataset again with --force:%n  %s"
              .formatted(verification.run(), dataset, String.join("\n  ", verification.damages())));
    }
    RunManifest.Counts counts = verification.manifest().counts();
    spec.commandLine()
        .getOut()
        .printf(
            "%s: run %s is intact: %,d files, %,d rows in = %,d products + %,d rejects%n",
            dataset,
            verification.run(),
            verification.manifest().files().size(),
            counts.rows(),
            counts.products(),
            counts.rejects());
  }

  private RunName chosenRun(DatasetFiles files) {
    Optional<RunName> chosen = run == null ? files.latestRun() : RunName.parse(run);
    return chosen.orElseThrow(
        () ->
            new ConfigurationFailure(
                run == null
                    ? "dataset \"%s\" has no published run yet; run it: totonoe run %s"
                        .formatted(dataset, dataset)
                    : "run \"%s\": expected a name such as 0123456789abcdef or 0123456789abcdef-2"
                        .formatted(run)));
  }
}
