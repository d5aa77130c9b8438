package dev.totonoe.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.TarImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// `jib.yaml` and the profile `image` of pom.xml describe one image twice: here both are built.
final class JibYamlIT {
  private static final Path CLONE = Path.of("").toAbsolutePath();

  @TempDir Path directory;

  /// What a user gets of an image. Its history is left out: it names the program that packed it.
  private record Contents(List<String> layers, JsonNode settings, JsonNode created) {
    static Contents of(Path archive) throws IOException {
      ImageArchive image = ImageArchive.read(archive);
      JsonNode config = image.configuration();
      return new Contents(image.contentDigests(), config.get("config"), config.get("created"));
    }
  }

  @Test
  void givesTheImageOfTheMavenBuild() throws Exception {
    assertThat(build(buildFile())).isEqualTo(ofMaven());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          user: "65532:65532"                      | user: "65532:0"
          workingDirectory: /data                  | workingDirectory: /
          OMP_NUM_THREADS: "1"                     | OMP_NUM_THREADS: "2"
          directoryPermissions: "777"              | directoryPermissions: "770"
          "@/opt/totonoe/worker.options"           | "@/opt/totonoe/other.options"
          image.licenses: Apache-2.0               | image.licenses: MIT
          """)
  void aChangeOfEitherIsNoticed(String line, String changed) throws Exception {
    assertThat(buildFile()).contains(line);

    assertThat(build(buildFile().replace(line, changed))).isNotEqualTo(ofMaven());
  }

  @Test
  void refusesAKeyThatItDoesNotKnow() {
    assertThatThrownBy(() -> build(buildFile() + "cmd:\n  - run\n"))
        .isInstanceOf(Refusal.class)
        .hasMessage("the build file: not known here: [cmd]");
  }

  @Test
  void refusesAParameterThatIsNotGiven() {
    assertThatThrownBy(() -> build(buildFile().replace("${version}", "${edition}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("edition");
  }

  private static Contents ofMaven() throws IOException {
    return Contents.of(CLONE.resolve("target/totonoe-image.tar"));
  }

  private static String buildFile() throws IOException {
    return Files.readString(CLONE.resolve("jib.yaml"));
  }

  /// Packs in earnest what the cache does not have: the Maven build names its layers otherwise
  /// there.
  private Contents build(String buildFile) throws Exception {
    Path archive = directory.resolve("image.tar");
    JibBuildFile.read(buildFile, parameters(), CLONE)
        .containerize(
            Containerizer.to(TarImage.at(archive).named("totonoe"))
                .setOfflineMode(true)
                .setApplicationLayersCache(CLONE.resolve("target/jib-cache")));
    return Contents.of(archive);
  }

  /// As the command at the top of jib.yaml makes them.
  static Map<String, String> parameters() throws IOException {
    Properties staged = StagedFiles.properties(CLONE.resolve(StageImage.PROPERTIES));
    Map<String, String> parameters = new HashMap<>();
    for (String name : staged.stringPropertyNames()) {
      parameters.put(name.replaceFirst("^image\\.", ""), staged.getProperty(name));
    }
    return parameters;
  }
}
