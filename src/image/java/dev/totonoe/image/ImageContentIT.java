package dev.totonoe.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.image.ImageArchive.StoredFile;
import dev.totonoe.job.Worker;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// What the images are made of, read from the files that the build wrote.
final class ImageContentIT {
  /// Smaller files may well be the same: licences, empty lists.
  private static final long SAME_BYTES_MIN = 1_000_000;

  private static final Map<BuiltImage, ImageArchive> IMAGES = new EnumMap<>(BuiltImage.class);
  private static final Map<BuiltImage, List<StoredFile>> FILES = new EnumMap<>(BuiltImage.class);

  @BeforeAll
  static void read() throws Exception {
    for (BuiltImage each : BuiltImage.values()) {
      ImageArchive image = ImageArchive.read(each.tar());
      IMAGES.put(each, image);
      FILES.put(each, image.stored());
    }
  }

  /// What a node pulls, in megabytes: every further one is paid at every start.
  @ParameterizedTest
  @CsvSource({"COMPLETE, 180", "RUN, 70"})
  void isNotLargerThanPromised(BuiltImage image, long megabytesMax) throws Exception {
    assertThat(IMAGES.get(image).compressedBytes())
        .isGreaterThan(10_000_000)
        .isLessThanOrEqualTo(megabytesMax * 1_000_000);
  }

  @ParameterizedTest
  @EnumSource
  void holdsNothingTwice(BuiltImage image) {
    Map<String, List<String>> places =
        FILES.get(image).stream()
            .filter(file -> file.bytes() >= SAME_BYTES_MIN)
            .collect(
                Collectors.groupingBy(
                    StoredFile::sha256, Collectors.mapping(StoredFile::path, Collectors.toList())));
    assertThat(places).hasSizeGreaterThan(10);
    assertThat(places.values()).allSatisfy(same -> assertThat(same).hasSize(1));
  }

  @ParameterizedTest
  @EnumSource
  void letsNobodyWriteButToScratchAndTemporaryDirectories(BuiltImage image) {
    assertThat(paths(image, file -> file.hasMode(0022)))
        .contains("scratch/")
        .isSubsetOf("scratch/", "tmp/", "var/tmp/");
    assertThat(paths(image, file -> file.header().getLongUserId() != 0))
        .isSubsetOf("home/", "home/nonroot/");
  }

  @ParameterizedTest
  @EnumSource
  void runsNothingAsAnotherUser(BuiltImage image) {
    assertThat(paths(image, file -> file.hasMode(06000))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void startsNothingButJava(BuiltImage image) {
    assertThat(paths(image, file -> file.header().isFile() && file.hasMode(0111)))
        .filteredOn(path -> path.startsWith("opt/"))
        .containsExactlyInAnyOrder("opt/java/bin/java", "opt/java/lib/jspawnhelper");
    assertThat(FILES.get(image).stream().map(StoredFile::path))
        .isNotEmpty()
        .noneMatch(path -> path.matches("(usr/)?(local/)?s?bin/[^/]+|busybox/.+"));
  }

  @ParameterizedTest
  @EnumSource
  void isMadeForWhatItRuns(BuiltImage image) {
    JsonNode config = IMAGES.get(image).configuration().get("config");
    assertThat(config.get("User").asString()).isEqualTo("65532:65532");
    assertThat(config.get("WorkingDir").asString()).isEqualTo("/data");
    assertThat(texts(config.get("Entrypoint")))
        .containsExactly("/opt/java/bin/java", "@/opt/totonoe/worker.options");
    assertThat(texts(config.path("Cmd"))).isEmpty();
    assertThat(texts(config.get("Env")))
        .contains(
            "LC_ALL=C.UTF-8",
            "LOCPATH=/opt/totonoe/locale",
            "MALLOC_ARENA_MAX=2",
            "OMP_NUM_THREADS=1",
            "TOTONOE_ROOT=/data",
            "TOTONOE_SCRATCH=/scratch");
    assertThat(IMAGES.get(image).configuration().get("architecture").asString()).isEqualTo("amd64");
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatItIsMadeFrom(BuiltImage image) throws Exception {
    JsonNode labels = IMAGES.get(image).configuration().get("config").get("Labels");
    Revision revision = Revision.of(Path.of("").toAbsolutePath(), "auto");
    assertThat(label(labels, "revision"))
        .matches("[0-9a-f]{40}(-changed)?")
        .startsWith(revision.id().substring(0, 40));
    assertThat(label(labels, "version")).isEqualTo(Worker.release());
    assertThat(label(labels, "licenses")).isEqualTo("Apache-2.0");
    assertThat(label(labels, "source")).isEqualTo(revision.origin());
    assertThat(label(labels, "created")).isEqualTo(revision.time());
    assertThat(Instant.parse(IMAGES.get(image).configuration().get("created").asString()))
        .isEqualTo(revision.time());
    assertThat(label(labels, "title")).isEqualTo("Totonoe");
  }

  @ParameterizedTest
  @CsvSource({"COMPLETE, true", "RUN, false"})
  void holdsDl4jOnlyWhereItTrains(BuiltImage image, boolean trains) {
    assertThat(
            FILES.get(image).stream()
                .map(StoredFile::path)
                .anyMatch(path -> path.matches("opt/totonoe/(training|natives)/.+")))
        .isEqualTo(trains);
  }

  private static String label(JsonNode labels, String name) {
    return labels.get("org.opencontainers.image." + name).asString();
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> paths(BuiltImage image, Predicate<StoredFile> wanted) {
    return FILES.get(image).stream().filter(wanted).map(StoredFile::path).toList();
  }
}
