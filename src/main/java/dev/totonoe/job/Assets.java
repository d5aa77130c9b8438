package dev.totonoe.job;

import dev.totonoe.assets.Bundle;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.Failure;
import dev.totonoe.failure.InputFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

  /// Reads something of the dictionary's copy; what is wrong there is told of the bundle itself.
  <T> T fromDictionary(Function<Path, T> reading) {
    try {
      return reading.apply(dictionaryCopy);
    } catch (ConfigurationFailure | InputFailure e) {
      throw new ConfigurationFailure(toldOfBundle(e), e);
    } catch (EnvironmentFailure e) {
      throw new EnvironmentFailure(toldOfBundle(e), e);
    }
  }

  private String toldOfBundle(Failure failure) {
    return String.valueOf(failure.getMessage())
        .replace(dictionaryCopy.toString(), dictionary.shown());
  }
}
