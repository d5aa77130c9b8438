package dev.totonoe.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sample, run in containers as clusters run them, gives the bytes that it gives on a laptop.
final class SampleImageIT {
  private static MountedRoot outside;

  @BeforeAll
  static void runOutside() throws Exception {
    outside = MountedRoot.create().withSample(1);
    outside.runOutside();
    JsonNode counts =
        JsonMapper.shared().readTree(outside.latestRun().manifest().toFile()).get("counts");
    assertThat(counts.get("rows").asInt()).isGreaterThanOrEqualTo(3_000);
  }

  @ParameterizedTest
  @EnumSource
  void writesNothingButItsResultsAndScratch(BuiltImage image) throws Exception {
    MountedRoot root = MountedRoot.create().withSample(1);
    List<String> before = root.filesOutsideDatasets();

    Container.Ended ended =
        Container.of(image)
            .data(root.directory())
            .scratch(MountedRoot.emptyScratch())
            .run("run", "sample");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("sample: published").contains("rows in", "by model");
    root.assertSameRunAs(outside);
    assertThat(root.filesOutsideDatasets()).isEqualTo(before);
    // What podman itself puts there.
    assertThat(ended.changes()).isSubsetOf("C /etc", "C /run", "A /run/.containerenv");
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETE, 65532:65532, 512m",
    "RUN,      65532:65532, 512m",
    "COMPLETE, 12345:12345, 1g",
    "RUN,      12345:12345, 1g"
  })
  void needsNoRightsNoNameAndLittleMemory(BuiltImage image, String user, String memory)
      throws Exception {
    MountedRoot root = MountedRoot.create().withSample(1);

    Container.Ended ended =
        Container.locked(image, user)
            .memory(memory)
            .data(root.directory())
            .emptyScratch()
            .run("run", "sample");

    assertThat(ended.exit()).as(ended.err()).isZero();
    root.assertSameRunAs(outside);
  }
}
