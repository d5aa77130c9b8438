package dev.totonoe.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.component.evidence.Occurrence;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bills of materials beside the images that they describe, and what scanners find without
/// them.
final class SbomIT {
  private static final Path TARGET = Path.of("target");
  private static final Path COMPLETE = TARGET.resolve("totonoe-sbom.json");
  private static final Path RUN = TARGET.resolve("totonoe-run-sbom.json");

  @TempDir Path directory;

  @Test
  void keepsToTheSchema() throws Exception {
    assertThat(complaints(COMPLETE)).isEmpty();
    assertThat(complaints(RUN)).isEmpty();
  }

  @Test
  void theSchemaWouldRefuseAnUnknownKindOfComponent() throws Exception {
    Path wrong = directory.resolve("wrong.json");
    Files.writeString(
        wrong, Files.readString(COMPLETE).replaceFirst("\"platform\"", "\"platfrom\""));

    assertThat(complaints(wrong)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "totonoe-image.tar, totonoe-sbom.json",
    "totonoe-run-image.tar, totonoe-run-sbom.json"
  })
  void namesAllFilesThatAnotherWroteAndNoOthers(String image, String bill) throws Exception {
    Predicate<String> others =
        path -> path.startsWith("/opt/totonoe/") && path.matches(".*\\.(jar|so(\\.\\d+)*)");
    Set<String> inImage =
        ImageArchive.read(TARGET.resolve(image)).paths().stream()
            .map(path -> "/" + path)
            .filter(others)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(inImage).hasSizeGreaterThan(30);
    assertThat(locations(TARGET.resolve(bill)))
        .filteredOn(others)
        .containsExactlyElementsOf(inImage);
  }

  @Test
  void namesTheJavaRuntimeAndItsModules() throws Exception {
    String version = System.getProperty("java.runtime.version");
    assertThat(read(RUN).getComponents())
        .filteredOn(component -> component.getType() == Component.Type.PLATFORM)
        .singleElement()
        .satisfies(
            runtime -> {
              assertThat(runtime.getVersion()).isEqualTo(version);
              assertThat(runtime.getPurl())
                  .startsWith("pkg:generic/")
                  .endsWith("@" + version.replace("+", "%2B"));
              assertThat(runtime.getComponents())
                  .extracting(Component::getName)
                  .contains("java.base", "jdk.charsets");
            });
  }

  @Test
  void namesThePackagesOfTheBase() throws Exception {
    List<String> inImage =
        DebianPackage.of(ImageArchive.read(TARGET.resolve("totonoe-run-image.tar"))).stream()
            .map(each -> each.name() + " " + each.version())
            .toList();

    assertThat(inImage).isNotEmpty();
    if (read(RUN).getMetadata().getComponent().getProperties().stream()
        .anyMatch(property -> property.getValue().startsWith("assembled from"))) {
      assertThat(read(RUN).getComponents())
          .filteredOn(each -> String.valueOf(each.getPurl()).startsWith("pkg:deb/"))
          .extracting(each -> each.getName() + " " + each.getVersion())
          .containsExactlyElementsOf(inImage);
    }
  }

  @Test
  void everyDependencyLeadsToSomethingThatIsNamed() throws Exception {
    Bom bill = read(RUN);
    Set<String> references = new TreeSet<>(Set.of("image"));
    bill.getComponents().forEach(component -> references.add(component.getBomRef()));

    assertThat(bill.getDependencies())
        .isNotEmpty()
        .allSatisfy(
            dependency -> {
              assertThat(references).contains(dependency.getRef());
              if (dependency.getDependencies() != null) {
                assertThat(dependency.getDependencies())
                    .allMatch(on -> references.contains(on.getRef()));
              }
            });
  }

  @Test
  void holdsNoPathOfTheMachineThatBuiltIt() throws Exception {
    assertThat(Files.readString(COMPLETE)).doesNotContain(TARGET.toAbsolutePath().toString());
  }

  /// Scanners read `pom.properties`; in jars without it the manifest, and the file's name.
  @Test
  void scannersCanTellTheVersionOfEachJar() throws Exception {
    List<Path> jars;
    try (Stream<Path> files = Files.walk(TARGET.resolve("image/root/opt/totonoe"))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
    }

    assertThat(jars).hasSizeGreaterThan(30).allMatch(SbomIT::saysItsVersion);
  }

  @Test
  void scannersCanTellWhoseTheJavaRuntimeIs() throws Exception {
    assertThat(Files.readString(TARGET.resolve("image/root/opt/java/release")))
        .contains("IMPLEMENTOR=\"", "JAVA_RUNTIME_VERSION=\"" + Runtime.version() + "\"")
        .doesNotContain("IMAGE_TYPE=");
  }

  private static boolean saysItsVersion(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      if (jar.stream().anyMatch(entry -> entry.getName().endsWith("/pom.properties"))) {
        return true;
      }
      Attributes manifest = jar.getManifest().getMainAttributes();
      String version = String.valueOf(manifest.getValue("Implementation-Version"));
      String name = file.getFileName().toString();
      return name.endsWith("-" + version.replaceFirst(" .*", "") + ".jar");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ParseException> complaints(Path bill) throws IOException {
    return new JsonParser().validate(bill.toFile(), Version.VERSION_16);
  }

  private static Bom read(Path bill) throws ParseException {
    return new JsonParser().parse(bill.toFile());
  }

  /// Where in the image the components are, in the order of paths.
  private static Set<String> locations(Path bill) throws ParseException {
    List<Component> components = new ArrayList<>(read(bill).getComponents());
    for (Component component : List.copyOf(components)) {
      if (component.getComponents() != null) {
        components.addAll(component.getComponents());
      }
    }
    return components.stream()
        .filter(component -> component.getEvidence() != null)
        .flatMap(component -> component.getEvidence().getOccurrences().stream())
        .map(Occurrence::getLocation)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
