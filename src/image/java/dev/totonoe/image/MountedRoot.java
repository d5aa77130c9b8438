package dev.totonoe.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.layout.RunFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// A root for containers to mount: a clone's bundles, and datasets made of its sample. Everything
/// belongs to who runs the tests; all may read it.
///
/// @param directory the root
record MountedRoot(Path directory) {
  static MountedRoot create() throws IOException, InterruptedException {
    Path directory =
        Files.createDirectories(Podman.volumes().resolve(UUID.randomUUID().toString()));
    for (String bundle : List.of("models/default", "dictionaries/default")) {
      Files.createDirectories(directory.resolve(bundle).getParent());
      StagedFiles.copy(Path.of(bundle), directory.resolve(bundle), _ -> true);
    }
    MountedRoot root = new MountedRoot(directory);
    root.permit(directory, "rwxr-xr-x", "rw-r--r--");
    return root;
  }

  /// Adds the sample, for every user to write into.
  ///
  /// @param times how often its rows are there: so that a run lasts long enough to be disturbed
  MountedRoot withSample(int times) throws IOException {
    withLockedSample();
    permit(sample(), "rwxrwxrwx", "rw-rw-rw-");
    for (Path input : dataset().inputs()) {
      byte[] once = Files.readAllBytes(input);
      for (int i = 1; i < times; i++) {
        Files.write(input, once, StandardOpenOption.APPEND);
      }
    }
    return this;
  }

  /// Adds the sample, for its owner alone to write into.
  MountedRoot withLockedSample() throws IOException {
    Files.createDirectories(sample().getParent());
    StagedFiles.copy(
        Path.of("datasets/sample"), sample(), name -> !AotCache.LEFT_BY_RUNS.matches(name));
    permit(directory.resolve("datasets"), "rwxr-xr-x", "rw-r--r--");
    return this;
  }

  /// Lets every user write into a directory.
  MountedRoot writable(String path) throws IOException {
    permit(directory.resolve(path), "rwxrwxrwx", "rw-rw-rw-");
    return this;
  }

  /// A directory beside the root, for every user to write into.
  static Path emptyScratch() throws IOException, InterruptedException {
    Path scratch =
        Files.createDirectories(Podman.volumes().resolve("scratch-" + UUID.randomUUID()));
    return Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  /// Runs the sample with the packaged worker, outside any container.
  void runOutside() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("worker.jvm.flags").split(" ")));
    command.addAll(List.of("-Xmx512m", "-cp"));
    command.add(String.join(File.pathSeparator, "target/totonoe.jar", "target/lib/*"));
    command.addAll(List.of(WorkerOptions.MAIN_CLASS, "run", "sample"));
    Tool.run(
        command,
        Map.of(
            "TOTONOE_ROOT",
            directory.toString(),
            "TOTONOE_SCRATCH",
            emptyScratch().toString(),
            "LC_ALL",
            "C.UTF-8"));
  }

  DatasetFiles dataset() {
    return Root.of(directory).dataset(AssetName.of("dataset", "sample"));
  }

  /// The directories of finished shards.
  List<Path> shards() throws IOException {
    Path work = sample().resolve("work");
    if (!Files.exists(work)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(work, 2)) {
      return walk.filter(path -> path.getFileName().toString().startsWith("shard-")).toList();
    }
  }

  private Path sample() {
    return directory.resolve("datasets/sample");
  }

  RunFiles latestRun() {
    return dataset()
        .run(dataset().latestRun().orElseThrow(() -> new AssertionError("nothing published")));
  }

  /// Every file of both runs has the same bytes, also the manifest, and the run the same name.
  void assertSameRunAs(MountedRoot other) throws IOException {
    Path run = latestRun().directory();
    Path expected = other.latestRun().directory();
    assertThat(run.getFileName()).isEqualTo(expected.getFileName());
    assertThat(names(run)).isEqualTo(names(expected)).contains("manifest.json", "products.csv");
    for (String name : names(expected)) {
      assertThat(run.resolve(name)).hasSameBinaryContentAs(expected.resolve(name));
    }
    assertThat(sample().resolve("work")).doesNotExist();
  }

  /// All files outside `datasets/`.
  List<String> filesOutsideDatasets() throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString())
          .filter(name -> !name.startsWith("datasets/"))
          .sorted()
          .toList();
    }
  }

  private static List<String> names(Path run) throws IOException {
    try (Stream<Path> files = Files.list(run)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void permit(Path top, String directories, String files) throws IOException {
    Files.createDirectories(top);
    try (Stream<Path> walk = Files.walk(top)) {
      for (Path path : walk.toList()) {
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(Files.isDirectory(path) ? directories : files));
      }
    }
  }
}
