package dev.totonoe.job;

import dev.totonoe.assets.Bundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The bundles of a run, verified and on local disk.
///
/// @param dictionary the dictionary bundle
/// @param dictionaryCopy its copy on scratch
/// @param model the model bundle; empty: categories by rules only
/// @param modelCopy its copy on scratch
record Assets(
    Bundle dictionary, Path dictionaryCopy, Optional<Bundle> model, Optional<Path> modelCopy) {
  List<Bundle> bundles() {
    List<Bundle> bundles = new ArrayList<>();
    bundles.add(dictionary);
    model.ifPresent(bundles::add);
    return bundles;
  }
}
