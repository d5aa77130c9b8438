package dev.totonoe.cli;

import dev.totonoe.assets.Bundle;
import dev.totonoe.categorise.Categoriser;
import dev.totonoe.categorise.CategoryModel;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.layout.Root;
import dev.totonoe.normalise.Tables;
import dev.totonoe.text.WordDictionaries;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `totonoe pack DIR [--system-dictionary SOURCE_DIR]`.
@Command(
    name = "pack",
    description =
        "Checks a bundle, a directory under models/ or dictionaries/, and writes its manifest.")
final class PackCommand implements Runnable {
  @Spec private CommandSpec spec;

  @ParentCommand private Cli cli;

  @Parameters(paramLabel = "DIR", description = "The bundle's directory.")
  private Path directory = Path.of("");

  @Mixin private SystemDictionaryOptions systemDictionary;

  @Override
  public void run() {
    Root root = cli.root();
    Path bundle = root.directory().resolve(directory).normalize();
    if (!Files.isDirectory(bundle)) {
      throw new ConfigurationFailure(directory + ": no such directory");
    }
    String shown = root.shown(bundle);
    List<String> remarks = List.of();
    if (isIn(root, "dictionaries", bundle)) {
      remarks = systemDictionary.compile(bundle, PackCommand::check);
    } else if (systemDictionary.isGiven()) {
      throw new ConfigurationFailure(
          directory + ": expected a directory under dictionaries/ for --system-dictionary");
    } else if (isIn(root, "models", bundle)) {
      CategoryModel.open(bundle, WordDictionaries.standard().analysis());
    } else {
      throw new ConfigurationFailure(
          "%s: expected a directory under models/ or dictionaries/ of the root"
              .formatted(directory));
    }
    Bundle packed = Bundle.pack(bundle, shown, bundle.getFileName().toString());
    PrintWriter out = spec.commandLine().getOut();
    remarks.forEach(remark -> out.println(remark.replace(bundle.toString(), shown)));
    out.printf(
        "%s: %,d files, %,d bytes, version %s%n",
        shown,
        packed.manifest().files().size(),
        packed.manifest().totalBytes(),
        packed.manifest().version());
  }

  private static boolean isIn(Root root, String kind, Path bundle) {
    return bundle.startsWith(root.directory().resolve(kind));
  }

  /// Reads everything in a dictionary bundle.
  ///
  /// @return what may be meant otherwise
  private static List<String> check(Path bundle, Path systemDictionary) {
    WordDictionaries words = WordDictionaries.open(bundle, systemDictionary);
    Tables tables = Tables.load(bundle, words);
    Categoriser.open(Optional.empty(), bundle, words, OptionalDouble.empty());
    List<String> warnings = new ArrayList<>(tables.warnings(bundle));
    warnings.addAll(Categoriser.warnings(bundle));
    warnings.addAll(words.warnings());
    return warnings;
  }
}
