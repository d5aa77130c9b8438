package dev.totonoe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.assets.Bundle;
import dev.totonoe.cli.LearnBundles.Train;
import dev.totonoe.cli.LearnBundles.Wanted;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.Root;
import dev.totonoe.profile.Profile;
import dev.totonoe.train.Learning.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LearnBundlesTest {
  private static final Set<Part> BOTH = Set.of(Part.RULES, Part.ROWS);

  @TempDir private Path directory;
  private Root root;

  @BeforeEach
  void makeBundles() throws IOException {
    root = Root.of(directory);
    bundle("models/default", "training/labelled.csv.gz");
    bundle("models/mine", "training/labelled.csv.gz");
    bundle("models/bare", "labels.tsv");
    bundle("dictionaries/default", "rules.csv");
    bundle("dictionaries/mine", "rules.csv");
  }

  private void bundle(String path, String file) throws IOException {
    Path bundle = directory.resolve(path);
    Files.createDirectories(bundle.resolve(file).getParent());
    Files.writeString(bundle.resolve(file), "x");
    Bundle.pack(bundle, path, "x");
  }

  private LearnBundles of(String profile, Wanted wanted) {
    return LearnBundles.of(
        root, "shop", Profile.parse(profile, "dataset.yaml"), wanted, "totonoe learn shop c.csv");
  }

  private static Wanted wanted(String dictionary, String model, Set<Part> parts, Train train) {
    return new Wanted(
        Optional.of(dictionary).filter(name -> !name.isEmpty()),
        Optional.of(model).filter(name -> !name.isEmpty()),
        parts,
        train);
  }

  @Test
  void ownBundlesLearnInTheirPlaces() {
    LearnBundles bundles = of("model: mine\ndictionary: mine\n", wanted("", "", BOTH, Train.NOW));

    assertThat(bundles.sources().dictionary().shown()).isEqualTo("dictionaries/mine");
    assertThat(bundles.sources().model()).map(Bundle::shown).hasValue("models/mine");
    assertThat(bundles.dictionary()).isEqualTo(new AssetName("mine"));
    assertThat(bundles.model()).hasValue(new AssetName("mine"));
  }

  @Test
  void sharedBundlesNeverLearn() {
    assertThatThrownBy(() -> of("", wanted("", "", BOTH, Train.NOW)))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(
            "dataset \"shop\" would change models/default and dictionaries/default, which all datasets share; let it learn into bundles of its own: totonoe learn shop c.csv --model shop --dictionary shop, and then write into datasets/shop/dataset.yaml:\n  model: shop\n  dictionary: shop");
    assertThatThrownBy(() -> of("model: mine\n", wanted("default", "", BOTH, Train.NOW)))
        .hasMessageContaining("would change dictionaries/default, which");
    assertThatThrownBy(
            () -> of("dictionary: mine\n", wanted("", "", Set.of(Part.ROWS), Train.LATER)))
        .hasMessageContaining("would change models/default, which");
  }

  @Test
  void newBundlesStartFromThoseOfTheProfileAndGoOnFromThemselves() throws IOException {
    Wanted wanted = wanted("shop", "shop", BOTH, Train.NOW);
    assertThat(of("", wanted).sources().dictionary().shown()).isEqualTo("dictionaries/default");
    assertThat(of("", wanted).sources().model()).map(Bundle::shown).hasValue("models/default");

    bundle("dictionaries/shop", "rules.csv");
    bundle("models/shop", "training/labelled.csv.gz");
    assertThat(of("", wanted).sources().dictionary().shown()).isEqualTo("dictionaries/shop");
    assertThat(of("", wanted).sources().model()).map(Bundle::shown).hasValue("models/shop");
  }

  @Test
  void aModelWithoutRowsIsNotTrainedFurther() {
    String profile = "model: bare\ndictionary: mine\n";
    assertThatThrownBy(() -> of(profile, wanted("", "", BOTH, Train.NOW)))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageStartingWith("models/bare carries none of the names that it was trained on");
    LearnBundles rulesOnly = of(profile, wanted("", "", BOTH, Train.LATER));
    assertThat(rulesOnly.model()).isEmpty();
    assertThat(rulesOnly.sources().parts()).containsExactly(Part.RULES);
    assertThatThrownBy(() -> of(profile, wanted("", "", Set.of(Part.ROWS), Train.LATER)))
        .hasMessageStartingWith("nothing is left to learn");
  }

  @Test
  void rulesLearnWithoutAModel() {
    String profile = "model: none\ndictionary: mine\n";
    LearnBundles bundles = of(profile, wanted("", "", BOTH, Train.NOW));
    assertThat(bundles.sources().model()).isEmpty();
    assertThat(bundles.model()).isEmpty();
    assertThatThrownBy(() -> of(profile, wanted("", "shop", BOTH, Train.NOW)))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageStartingWith("--model shop: dataset \"shop\" uses no model");
  }

  @Test
  void withoutRulesTheDictionaryIsNotAsked() {
    assertThatThrownBy(() -> of("model: mine\n", wanted("shop", "", Set.of(Part.ROWS), Train.NOW)))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessageStartingWith("--dictionary shop: with --no-rules no dictionary learns");
    LearnBundles bundles = of("model: mine\n", wanted("", "", Set.of(Part.ROWS), Train.NOW));
    assertThat(bundles.dictionary()).isEqualTo(new AssetName("default"));
    assertThat(bundles.sources().dictionary().shown()).isEqualTo("dictionaries/default");
  }
}
