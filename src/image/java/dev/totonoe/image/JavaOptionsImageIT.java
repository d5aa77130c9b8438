package dev.totonoe.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The JVM in the images: what it starts from, and that users have the last word.
final class JavaOptionsImageIT {
  /// Measured: 96.8 %; the rest are classes made at run time, and a few that no cache takes, such
  /// as the events of Java Flight Recorder. Without picocli's, which [LeanClass] makes fit, 94.5 %.
  private static final double CACHED_SHARE_MIN = 0.95;

  @ParameterizedTest
  @EnumSource
  void takesItsClassesFromTheCache(BuiltImage image) throws Exception {
    MountedRoot root = MountedRoot.create().withSample(1);
    Path scratch = MountedRoot.emptyScratch();

    Container.Ended ended =
        Container.locked(image, "65532:65532")
            .javaOptions("-XX:AOTMode=on -Xlog:class+load:file=/scratch/classes.log")
            .data(root.directory())
            .scratch(scratch)
            .run("run", "sample");

    assertThat(ended.exit()).as(ended.err() + ended.out()).isZero();
    List<String> classes = Files.readAllLines(scratch.resolve("classes.log"));
    long cached = classes.stream().filter(line -> line.contains("shared objects file")).count();
    assertThat(classes).hasSizeGreaterThan(5_000);
    assertThat((double) cached / classes.size()).isGreaterThanOrEqualTo(CACHED_SHARE_MIN);
  }

  /// Proves that the test above can fail.
  @Test
  void doesNotStartWithACacheThatDoesNotFit() throws Exception {
    Container.Ended ended =
        Container.locked(BuiltImage.RUN, "65532:65532")
            .javaOptions("-XX:AOTMode=on -XX:+UseCompactObjectHeaders")
            .run("--version");

    assertThat(ended.exit()).isNotZero();
    assertThat(ended.out()).contains("Unable to use AOT cache.");
  }

  @Test
  void startsWithoutACacheThatDoesNotFit() throws Exception {
    Container.Ended ended =
        Container.locked(BuiltImage.RUN, "65532:65532")
            .javaOptions("-XX:+UseCompactObjectHeaders")
            .run("--version");

    assertThat(ended.exit()).as(ended.out()).isZero();
    assertThat(ended.out()).startsWith("totonoe ").hasLineCount(1);
  }

  @Test
  void hasFlagsOfItsOwn() throws Exception {
    assertThat(flags("-XX:+PrintFlagsFinal"))
        .containsPattern("\\bMaxHeapSize += 268435456 ")
        .containsPattern("\\bTieredStopAtLevel += 1 ")
        .containsPattern("\\bUseParallelGC += true ")
        .containsPattern("\\bUsePerfData += false ");
  }

  @Test
  void letsUsersChooseOtherFlags() throws Exception {
    assertThat(
            flags(
                "-Xmx64m -XX:TieredStopAtLevel=4 -XX:-UseParallelGC -XX:+UseSerialGC"
                    + " -XX:+PrintFlagsFinal"))
        .containsPattern("\\bMaxHeapSize += 67108864 ")
        .containsPattern("\\bTieredStopAtLevel += 4 ")
        .containsPattern("\\bUseParallelGC += false ")
        .containsPattern("\\bUseSerialGC += true ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bin/sh", "/bin/bash", "/busybox/sh", "/usr/bin/apt", "/usr/bin/dpkg"})
  void hasNoShellAndNoPackageManager(String program) throws Exception {
    Container.Ended ended =
        Container.of(BuiltImage.COMPLETE).with("--entrypoint", program).run("--version");

    // As shells say it: not found.
    assertThat(ended.exit()).isEqualTo(127);
  }

  private static String flags(String options) throws Exception {
    Container.Ended ended =
        Container.locked(BuiltImage.RUN, "65532:65532")
            .memory("512m")
            .javaOptions(options)
            .run("--version");
    assertThat(ended.exit()).as(ended.err()).isZero();
    return ended.out();
  }
}
