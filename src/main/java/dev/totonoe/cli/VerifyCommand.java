package dev.totonoe.cli;

import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.publish.RunManifest;
import dev.totonoe.publish.Verification;
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
      defaultValue = "latest",
      description = "The run's name or its start; default: ${DEFAULT-VALUE}.")
  private String run = "";

  @Override
  public void run() {
    DatasetFiles files = cli.root().dataset(AssetName.of("dataset", dataset));
    Verification verification = Verification.of(files, files.findRun(run)).requireIntact();
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
}
