package dev.totonoe.cli;

import dev.totonoe.assets.Bundle;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.Root;
import dev.totonoe.profile.Profile;
import dev.totonoe.train.Learning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Which bundles learn: those that the options name, else those of the profile. The default bundles
/// never do, since all datasets share them.
///
/// @param sources what to start from
/// @param dictionary the name of the dictionary that results; the profile's where no rules are
///   learnt
/// @param model the name of the model that results; empty: none does
record LearnBundles(Learning.Sources sources, AssetName dictionary, Optional<AssetName> model) {
  /// What the options say.
  ///
  /// @param parts what is to learn
  /// @param train whether the model is to be trained now
  record Wanted(
      Optional<String> dictionary, Optional<String> model, Set<Learning.Part> parts, Train train) {}

  /// When the model is trained.
  enum Train {
    NOW,
    LATER
  }

  /// @param again the command, for messages
  /// @throws ConfigurationFailure when a shared bundle would change, or nothing can learn
  static LearnBundles of(Root root, String dataset, Profile profile, Wanted wanted, String again) {
    Optional<String> used =
        Optional.of(profile.model()).filter(name -> !name.equals(Profile.NO_MODEL));
    if (used.isEmpty() && wanted.model().isPresent()) {
      throw new ConfigurationFailure(
          "--model %s: dataset \"%s\" uses no model; leave the option out, or name a model in its dataset.yaml"
              .formatted(wanted.model().get(), dataset));
    }
    if (wanted.dictionary().isPresent() && !wanted.parts().contains(Learning.Part.RULES)) {
      throw new ConfigurationFailure(
          "--dictionary %s: with --no-rules no dictionary learns; leave one of the two out"
              .formatted(wanted.dictionary().get()));
    }
    Optional<Bundle> model =
        used.map(name -> source(root, AssetKind.MODEL, wanted.model().orElse(name), name));
    Set<Learning.Part> parts = possible(wanted, model);
    String dictionary =
        parts.contains(Learning.Part.RULES)
            ? wanted.dictionary().orElse(profile.dictionary())
            : profile.dictionary();
    Optional<String> learningModel =
        used.filter(_ -> parts.contains(Learning.Part.ROWS))
            .map(name -> wanted.model().orElse(name));
    boolean sharedDictionary = parts.contains(Learning.Part.RULES) && isShared(dictionary);
    boolean sharedModel = learningModel.filter(LearnBundles::isShared).isPresent();
    if (sharedDictionary || sharedModel) {
      throw refusal(dataset, sharedModel, sharedDictionary, again);
    }
    model
        .filter(bundle -> parts.contains(Learning.Part.ROWS) && !Learning.carriesRows(bundle))
        .ifPresent(LearnBundles::refuseForWantOfRows);
    return new LearnBundles(
        new Learning.Sources(
            source(root, AssetKind.DICTIONARY, dictionary, profile.dictionary()), model, parts),
        AssetName.of("dictionary", dictionary),
        learningModel.map(name -> AssetName.of("model", name)));
  }

  /// Those of the wanted parts that there are.
  private static Set<Learning.Part> possible(Wanted wanted, Optional<Bundle> model) {
    Set<Learning.Part> parts = EnumSet.noneOf(Learning.Part.class);
    parts.addAll(wanted.parts());
    boolean noRows =
        model.isEmpty() || (wanted.train() == Train.LATER && !Learning.carriesRows(model.get()));
    if (noRows) {
      parts.remove(Learning.Part.ROWS);
    }
    if (parts.isEmpty()) {
      throw new ConfigurationFailure(
          "nothing is left to learn: no rules by --no-rules, and no model that carries what it was trained on; leave --no-rules out");
    }
    return parts;
  }

  private enum AssetKind {
    MODEL,
    DICTIONARY
  }

  /// A bundle that learnt before goes on from there; a new one starts from that of the profile.
  private static Bundle source(Root root, AssetKind kind, String target, String used) {
    Path there = place(root, kind, target);
    Path directory = Files.exists(there.resolve(Bundle.MANIFEST)) ? there : place(root, kind, used);
    return Bundle.open(directory, root.shown(directory));
  }

  private static Path place(Root root, AssetKind kind, String name) {
    return switch (kind) {
      case MODEL -> root.model(AssetName.of("model", name));
      case DICTIONARY -> root.dictionary(AssetName.of("dictionary", name));
    };
  }

  private static void refuseForWantOfRows(Bundle model) {
    throw new ConfigurationFailure(
        "%s carries none of the names that it was trained on, so it cannot be trained further; learn rules only, with --no-train, or train it again from the labelled file, without --without-data: totonoe train LABELLED.csv --model NAME"
            .formatted(model.shown()));
  }

  private static boolean isShared(String name) {
    return name.equals(Profile.defaults().model()) || name.equals(Profile.defaults().dictionary());
  }

  private static ConfigurationFailure refusal(
      String dataset, boolean model, boolean dictionary, String again) {
    StringBuilder options = new StringBuilder();
    StringBuilder lines = new StringBuilder();
    if (model) {
      options.append(" --model ").append(dataset);
      lines.append("\n  model: ").append(dataset);
    }
    if (dictionary) {
      options.append(" --dictionary ").append(dataset);
      lines.append("\n  dictionary: ").append(dataset);
    }
    return new ConfigurationFailure(
        "dataset \"%s\" would change %s, which all datasets share; let it learn into bundles of its own: %s%s, and then write into datasets/%s/dataset.yaml:%s"
            .formatted(
                dataset,
                model && dictionary
                    ? "models/default and dictionaries/default"
                    : model ? "models/default" : "dictionaries/default",
                again,
                options,
                dataset,
                lines));
  }
}
