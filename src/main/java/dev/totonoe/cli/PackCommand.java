package dev.totonoe.cli;

import dev.totonoe.assets.Bundle;
import dev.totonoe.categorise.Categoriser;
import dev.totonoe.categorise.CategoryModel;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.layout.Root;
import dev.totonoe.normalise.Tables;
import dev.totonoe.text.TextAnalysis;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `totonoe pack DIR`.
@Command(
    name = "pack",
    description =
        "Checks a bundle, a directory under models/ or dictionaries/, and writes its manifest.")
final class PackCommand implements Runnable {
  @Spec private CommandSpec spec;

  @ParentCommand private Cli cli;

  @Parameters(paramLabel = "DIR", description = "The bundle's directory.")
  private Path directory = Path.of("");

  @Override
  public void run() {
    Root root = cli.root();
    Path bundle = root.directory().resolve(directory).normalize();
    if (!Files.isDirectory(bundle)) {
      throw new ConfigurationFailure(directory + ": no such directory");
    }
    String shown = root.shown(bundle);
    List<String> warnings = List.of();
    if (bundle.startsWith(root.directory().resolve("dictionaries"))) {
      warnings = new ArrayList<>(Tables.load(bundle).warnings(bundle));
      Categoriser.open(Optional.empty(), bundle, OptionalDouble.empty());
      warnings.addAll(Categoriser.warnings(bundle));
    } else if (bundle.startsWith(root.directory().resolve("models"))) {
      CategoryModel.open(bundle, TextAnalysis.open(Optional.empty()));
    } else {
      throw new ConfigurationFailure(
          "%s: expected a directory under models/ or dictionaries/ of the root"
              .formatted(directory));
    }
    Bundle packed = Bundle.pack(bundle, shown, bundle.getFileName().toString());
    PrintWriter out = spec.commandLine().getOut();
    warnings.forEach(warning -> out.println(warning.replace(bundle.toString(), shown)));
    out.printf(
        "%s: %,d files, %,d bytes, version %s%n",
        shown,
        packed.manifest().files().size(),
        packed.manifest().totalBytes(),
        packed.manifest().version());
  }
}
