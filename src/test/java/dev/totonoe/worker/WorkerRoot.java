package dev.totonoe.worker;

import dev.totonoe.layout.AssetName;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.DatasetFiles;
import dev.totonoe.layout.Root;
import dev.totonoe.layout.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A root of a test's own, with the project's bundles and whatever datasets the test puts there.
final class WorkerRoot {
  private static final Path PROJECT = Path.of("").toAbsolutePath();

  private final Path directory;

  private WorkerRoot(Path directory) {
    this.directory = directory;
  }

  static WorkerRoot in(Path directory) throws IOException {
    for (String bundle : new String[] {"models/default", "dictionaries/default"}) {
      copyTree(PROJECT.resolve(bundle), directory.resolve(bundle));
    }
    return new WorkerRoot(directory);
  }

  Path directory() {
    return directory;
  }

  Path scratch() {
    return directory.resolveSibling("scratch-of-" + directory.getFileName());
  }

  /// The sample as it is in the repository.
  void addSample(String dataset) throws IOException {
    copyTree(PROJECT.resolve("datasets/sample/raw"), raw(dataset));
    Files.copy(
        PROJECT.resolve("datasets/sample/dataset.yaml"),
        raw(dataset).resolveSibling("dataset.yaml"));
  }

  /// The sample's rows over and over, so that a run lasts long enough to be disturbed.
  void addLargeSample(String dataset, int times) throws IOException {
    addSample(dataset);
    try (Stream<Path> files = Files.list(raw(dataset))) {
      for (Path file : files.toList()) {
        byte[] once = Files.readAllBytes(file);
        try (var out = Files.newOutputStream(file, java.nio.file.StandardOpenOption.APPEND)) {
          for (int i = 1; i < times; i++) {
            out.write(once);
          }
        }
      }
    }
  }

  void add(String dataset, String file, byte[] content) throws IOException {
    Files.createDirectories(raw(dataset));
    Files.write(raw(dataset).resolve(file), content);
  }

  Path raw(String dataset) {
    return directory.resolve("datasets").resolve(dataset).resolve("raw");
  }

  DatasetFiles dataset(String name) {
    return Root.of(directory).dataset(AssetName.of("dataset", name));
  }

  RunFiles latestRun(String dataset) {
    DatasetFiles files = dataset(dataset);
    return files.run(files.latestRun().orElseThrow(() -> new AssertionError("nothing published")));
  }

  static void copyTree(Path source, Path target) throws IOException {
    AtomicFiles.deleteTree(target);
    Files.createDirectories(target);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(source.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
