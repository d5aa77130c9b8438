package dev.totonoe.job;

import dev.totonoe.assets.Bundle;
import dev.totonoe.assets.Staging;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.Root;
import dev.totonoe.observe.Event;
import dev.totonoe.observe.Progress;
import dev.totonoe.profile.Profile;
import java.nio.file.Path;
import java.util.Optional;

/// The first step: from here on nothing reads assets from the root.
final class StageAssets {
  private final Root root;
  private final Profile profile;
  private final Staging staging;
  private final Progress progress;
  private final Once<Assets> assets = new Once<>("stageAssets");

  StageAssets(Root root, Profile profile, Scratch scratch, Progress progress) {
    this.root = root;
    this.profile = profile;
    this.staging = new Staging(scratch.shared());
    this.progress = progress;
  }

  void run() {
    progress.stage("staging assets", 0);
    Path dictionaries = root.dictionary(AssetName.of("dictionary", profile.dictionary()));
    Bundle dictionary = Bundle.open(dictionaries, root.shown(dictionaries));
    Optional<Bundle> model =
        Optional.of(profile.model())
            .filter(name -> !name.equals(Profile.NO_MODEL))
            .map(name -> root.model(AssetName.of("model", name)))
            .map(directory -> Bundle.open(directory, root.shown(directory)));
    assets.set(new Assets(dictionary, stage(dictionary), model, model.map(this::stage)));
  }

  private Path stage(Bundle bundle) {
    Staging.Staged staged = staging.stage(bundle);
    Event.ASSETS_STAGED.log(
        "bundle", bundle.shown(),
        "version", bundle.manifest().version(),
        "bytes", bundle.manifest().bytesToRun(),
        "reused", staged.reused());
    return staged.directory();
  }

  Assets assets() {
    return assets.get();
  }
}
