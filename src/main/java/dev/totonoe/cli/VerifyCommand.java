package dev.totonoe.cli;

import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.publish.RunManifest;
import dev.totonoe.publish.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `totonoe verify DATASET [RUN]`.
@Command(name = "verify", description = "Checks a published run against its manifest.")
final class VerifyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @ParentCommand private Cli cli;

  @Mixin private RunParameters run = new RunParameters();

  @Override
  public void run() {
    DatasetFiles files = run.files(cli.root());
    Verification verification = Verification.of(files, run.run(files)).requireIntact();
    RunManifest.Counts counts = verification.manifest().counts();
    spec.commandLine()
        .getOut()
        .printf(
            "%s: run %s is intact: %,d files, %,d rows in = %,d products + %,d rejects%n",
            run.dataset(),
            verification.run(),
            verification.manifest().files().size(),
            counts.rows(),
            counts.products(),
            counts.rejects());
  }
}
