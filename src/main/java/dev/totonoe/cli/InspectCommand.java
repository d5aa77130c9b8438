package dev.totonoe.cli;

import dev.totonoe.csv.Sniffer;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.profile.Inspection;
import dev.totonoe.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `totonoe inspect FILE|DATASET`.
@Command(
    name = "inspect",
    description =
        "Prints what the worker sees in a file or a dataset, and a profile (dataset.yaml) to start from.")
final class InspectCommand implements Runnable {
  @Spec private CommandSpec spec;

  @ParentCommand private Cli cli;

  @Parameters(paramLabel = "FILE|DATASET", description = "A CSV file, or a dataset's name.")
  private String subject = "";

  @Override
  public void run() {
    Path file = Path.of(subject);
    String text = Files.isRegularFile(file) ? ofFile(file) : ofDataset();
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }

  private static String ofFile(Path file) {
    Profile profile = Profile.defaults();
    return Inspection.describe(profile, List.of(look(file, file.toString(), profile)));
  }

  private String ofDataset() {
    DatasetFiles dataset = cli.root().dataset(AssetName.of("dataset", subject));
    Profile profile = Profile.read(dataset.profile(), dataset.shownFromRoot(dataset.profile()));
    List<Inspection.InspectedFile> files = new ArrayList<>();
    for (Path input : dataset.inputs()) {
      files.add(look(input, dataset.shown(input), profile));
    }
    return Inspection.describe(profile, files);
  }

  private static Inspection.InspectedFile look(Path file, String shown, Profile profile) {
    try {
      return new Inspection.InspectedFile(shown, Sniffer.sniff(file, profile.input().hints()));
    } catch (IOException e) {
      throw new EnvironmentFailure(shown + ": cannot be read: " + IoReason.of(e), e);
    }
  }
}
