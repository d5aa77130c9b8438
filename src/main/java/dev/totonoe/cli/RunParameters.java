package dev.totonoe.cli;

import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.layout.RunName;
import picocli.CommandLine.Parameters;

/// `DATASET [RUN]`: a published run.
final class RunParameters {
  @Parameters(index = "0", paramLabel = "DATASET", description = "The dataset.")
  private String dataset = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN",
      defaultValue = "latest",
      description = "The run's name or its start; default: ${DEFAULT-VALUE}.")
  private String run = "";

  String dataset() {
    return dataset;
  }

  DatasetFiles files(Root root) {
    return root.dataset(AssetName.of("dataset", dataset));
  }

  RunName run(DatasetFiles files) {
    return files.findRun(run);
  }
}
