package dev.totonoe.image;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The JVM's ahead-of-time cache (JEP 483, 514, 515): classes loaded and linked as the real sample
/// run needs them. It belongs to one runtime, one class path with the times of its jars, and one
/// garbage collector.
final class AotCache {
  /// What the sample run reads, in a clone.
  private static final List<String> READ =
      List.of("models/default", "dictionaries/default", "datasets/sample");

  /// What runs left in a dataset, for who copies it without them.
  static final PathMatcher LEFT_BY_RUNS =
      FileSystems.getDefault().getPathMatcher("glob:{runs,work,logs,latest}{,/**}");

  private AotCache() {}

  /// Runs the sample with the staged worker in a root of its own and keeps what the JVM learnt.
  ///
  /// @param clone holds the sample, its model and its dictionary
  /// @param work for that root
  /// @throws Refusal when the run fails: the JVM would write a cache all the same
  static void write(ImageTree tree, List<Path> classPath, Path clone, Path work)
      throws IOException, InterruptedException {
    Path root = Files.createDirectories(work.resolve("root"));
    for (String directory : READ) {
      StagedFiles.copy(
          clone.resolve(directory), root.resolve(directory), name -> !LEFT_BY_RUNS.matches(name));
    }
    Path scratch = Files.createDirectories(work.resolve("scratch"));
    Files.createDirectories(tree.aotCache().getParent());
    List<String> command =
        new ArrayList<>(WorkerOptions.learning(tree, classPath, tree.aotCache()));
    command.addAll(List.of("run", "sample"));
    Tool.run(
        command,
        Map.of(
            "TOTONOE_ROOT", root.toString(),
            "TOTONOE_SCRATCH", scratch.toString(),
            "LC_ALL", "C.UTF-8"));
    if (!Files.exists(tree.aotCache())) {
      throw new Refusal("the sample run ended well, but the JVM wrote no " + tree.aotCache());
    }
  }
}
