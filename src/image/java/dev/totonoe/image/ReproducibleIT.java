package dev.totonoe.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import dev.totonoe.layout.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Staged and packed a second time, elsewhere and in another time zone, all but the AOT cache is
/// the same, byte for byte.
final class ReproducibleIT {
  private static final Path CLONE = Path.of("").toAbsolutePath();
  private static final Path AGAIN = CLONE.resolve("target/staged-again-elsewhere");
  private static final String TREE = "target/image/root";

  @BeforeAll
  static void stageAgain() throws Exception {
    StagedFiles.delete(AGAIN);
    Files.createDirectories(AGAIN.resolve("target"));
    Files.createDirectories(AGAIN.resolve("src/image"));
    for (String file : List.of("target/totonoe.jar", "src/image/allowed.tsv")) {
      Files.copy(CLONE.resolve(file), AGAIN.resolve(file));
    }
    StagedFiles.copy(CLONE.resolve("target/lib"), AGAIN.resolve("target/lib"), _ -> true);
    TimeZone here = TimeZone.getDefault();
    TimeZone elsewhere = TimeZone.getTimeZone(here.getRawOffset() == 0 ? "Asia/Tokyo" : "UTC");
    try {
      TimeZone.setDefault(elsewhere);
      new StageImage(AGAIN).stageAllButCache();
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @AfterAll
  static void clear() throws IOException {
    StagedFiles.delete(AGAIN);
  }

  @Test
  void stagesTheSameFiles() throws Exception {
    Map<String, String> before = digests(CLONE.resolve(TREE));
    before.keySet().removeIf(path -> path.startsWith("opt/totonoe/aot/"));

    assertThat(before).hasSizeGreaterThan(100);
    Map<String, String> again = digests(AGAIN.resolve(TREE));
    assertThat(again).containsOnlyKeys(before.keySet());
    assertThat(again.keySet())
        .allSatisfy(path -> assertThat(again.get(path)).isEqualTo(before.get(path)));
  }

  /// But for the natives, whose layer takes half a minute to compress; their files are the same.
  @Test
  void packsTheSameLayers() throws Exception {
    ImageArchive before = ImageArchive.read(CLONE.resolve("target/totonoe-image.tar"));
    Files.createDirectories(new ImageTree(AGAIN.resolve(TREE)).aotCache().getParent());
    JibContainerBuilder builder =
        JibBuildFile.read(
            Files.readString(CLONE.resolve("jib.yaml")), JibYamlIT.parameters(), AGAIN);
    Set<String> left = Set.of("natives", "aot-cache");
    List<FileEntriesLayer> layers =
        builder.toContainerBuildPlan().getLayers().stream()
            .map(FileEntriesLayer.class::cast)
            .toList();
    Path archive = AGAIN.resolve("image.tar");
    builder
        .setFileEntriesLayers(
            layers.stream().filter(layer -> !left.contains(layer.getName())).toList())
        .containerize(
            Containerizer.to(TarImage.at(archive).named("totonoe"))
                .setOfflineMode(true)
                .setApplicationLayersCache(AGAIN.resolve("cache")));

    assertThat(layers)
        .extracting(FileEntriesLayer::getName)
        .containsExactly("runtime", "natives", "training", "library", "worker", "aot-cache");
    int base = before.layers().size() - layers.size();
    List<String> expected =
        Stream.of(base, base + 2, base + 3, base + 4).map(before.layers()::get).toList();
    assertThat(ImageArchive.read(archive).layers()).endsWith(expected.toArray(String[]::new));
  }

  private static Map<String, String> digests(Path tree) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(tree)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        digests.put(tree.relativize(file).toString(), Sha256.of(file));
      }
    }
    return digests;
  }
}
