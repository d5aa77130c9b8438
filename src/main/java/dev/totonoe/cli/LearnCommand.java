package dev.totonoe.cli;

import dev.totonoe.assets.Bundle;
import dev.totonoe.assets.BundleDraft;
import dev.totonoe.job.CategoryChanges;
import dev.totonoe.job.LastRun;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.profile.Profile;
import dev.totonoe.train.Learning;
import dev.totonoe.train.ModelScores;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `totonoe learn DATASET CORRECTIONS.csv`.
@Command(
    name = "learn",
    description =
        "Learns from a review.csv in whose column correct_category a person wrote the right category, or ok: each product gets a rule, and the model is trained again. Shows what would change in the last run; nothing under datasets/ is changed.")
final class LearnCommand implements Runnable {
  @Spec private CommandSpec spec;
  @ParentCommand private Cli cli;

  @Parameters(index = "0", paramLabel = "DATASET", description = "The dataset.")
  private String dataset = "";

  @Parameters(
      index = "1",
      paramLabel = "CORRECTIONS",
      description =
          "A review.csv of the dataset with some of correct_category filled in: an id, a path or the last name of a category, or ok for the one that is suggested.")
  private Path file = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model that learns; made from the profile's where there is none yet.")
  private @Nullable String model;

  @Option(
      names = "--dictionary",
      paramLabel = "NAME",
      description =
          "The dictionary whose rules learn; made from the profile's where there is none yet.")
  private @Nullable String dictionary;

  @Option(names = "--no-rules", description = "Makes no rules; only the model learns.")
  private boolean noRules;

  @Option(
      names = "--no-train",
      description = "Does not train the model now, but says how to do it later.")
  private boolean noTrain;

  @Option(names = "--dry-run", description = "Shows what would be learnt and writes nothing.")
  private boolean dryRun;

  @Override
  public void run() {
    Root root = cli.root();
    DatasetFiles files = root.dataset(AssetName.of("dataset", dataset));
    Profile profile = Profile.read(files.profile(), files.shownFromRoot(files.profile()));
    LearnBundles bundles =
        LearnBundles.of(
            root, dataset, profile, wanted(), "totonoe learn %s %s".formatted(dataset, file));
    LastRun lastRun = LastRun.open(files, profile);
    Learning learning = Learning.of(file, lastRun.columns(), bundles.sources());
    PrintWriter out = spec.commandLine().getOut();
    out.print(LearnText.read(file, learning));
    out.flush();
    if (dryRun) {
      out.println("nothing was written (--dry-run)");
      out.flush();
      return;
    }
    Outcome outcome = learn(root, bundles, learning, lastRun);
    bundles.model().ifPresent(name -> out.print(model(root, name, bundles, learning, outcome)));
    out.print(LearnText.changes(file, lastRun.name(), outcome.changes()));
    out.print(LearnText.next(dataset, profile, bundles));
    out.flush();
  }

  private LearnBundles.Wanted wanted() {
    Set<Learning.Part> parts = EnumSet.allOf(Learning.Part.class);
    if (noRules) {
      parts.remove(Learning.Part.RULES);
    }
    return new LearnBundles.Wanted(
        Optional.ofNullable(dictionary),
        Optional.ofNullable(model),
        parts,
        noTrain ? LearnBundles.Train.LATER : LearnBundles.Train.NOW);
  }

  /// @param before what the model's measure was
  /// @param after what it is now
  private record Outcome(
      Optional<ModelScores> before, Optional<ModelScores> after, CategoryChanges changes) {}

  /// Makes the bundles beside their places, looks at what they change, and only then puts them
  /// there.
  private Outcome learn(Root root, LearnBundles bundles, Learning learning, LastRun lastRun) {
    Learning.Sources sources = bundles.sources();
    Optional<ModelScores> before =
        sources.model().map(bundle -> ModelScores.read(bundle.directory()));
    try (Drafts drafts = Drafts.of(root, bundles)) {
      drafts.dictionary().ifPresent(draft -> learning.writeDictionary(draft.directory()));
      drafts.model().ifPresent(draft -> writeModel(learning, draft.directory()));
      drafts.dictionary().ifPresent(BundleDraft::pack);
      drafts.model().ifPresent(BundleDraft::pack);
      Optional<Path> modelFiles = drafts.model().map(BundleDraft::directory);
      CategoryChanges changes =
          lastRun.categorise(
              new LastRun.With(
                  sources.dictionary(),
                  drafts
                      .dictionary()
                      .map(BundleDraft::directory)
                      .orElse(sources.dictionary().directory()),
                  sources.model(),
                  modelFiles.or(() -> sources.model().map(Bundle::directory))),
              learning.corrections());
      Optional<ModelScores> after = modelFiles.map(ModelScores::read);
      drafts.dictionary().ifPresent(BundleDraft::publish);
      drafts.model().ifPresent(BundleDraft::publish);
      return new Outcome(before, after, changes);
    }
  }

  private void writeModel(Learning learning, Path target) {
    if (noTrain) {
      learning.writeRows(target);
    } else {
      TrainingProgress progress =
          new TrainingProgress(spec.commandLine().getErr(), System::nanoTime);
      learning.train(target, progress::say, progress);
    }
  }

  private String model(
      Root root, AssetName name, LearnBundles bundles, Learning learning, Outcome outcome) {
    Path directory = root.model(name);
    return noTrain
        ? LearnText.later(
            root.shown(directory), directory, learning.hasTaxonomy(), bundles, outcome.after())
        : LearnText.measure(root.shown(directory), outcome.before(), outcome.after());
  }

  /// The bundles that are being made.
  private record Drafts(Optional<BundleDraft> dictionary, Optional<BundleDraft> model)
      implements AutoCloseable {
    static Drafts of(Root root, LearnBundles bundles) {
      Optional<BundleDraft> dictionary =
          bundles.sources().parts().contains(Learning.Part.RULES)
              ? Optional.of(
                  draft(root, root.dictionary(bundles.dictionary()), bundles.dictionary()))
              : Optional.empty();
      try {
        return new Drafts(
            dictionary, bundles.model().map(name -> draft(root, root.model(name), name)));
      } catch (RuntimeException e) {
        dictionary.ifPresent(BundleDraft::close);
        throw e;
      }
    }

    private static BundleDraft draft(Root root, Path target, AssetName name) {
      return new BundleDraft(target, root.shown(target), name);
    }

    @Override
    public void close() {
      dictionary.ifPresent(BundleDraft::close);
      model.ifPresent(BundleDraft::close);
    }
  }
}
