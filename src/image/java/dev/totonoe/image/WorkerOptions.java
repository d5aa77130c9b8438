package dev.totonoe.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How the worker is started in an image. What a user may want otherwise is in the runtime itself,
/// where JAVA_TOOL_OPTIONS override it; what must be so is in a file that the launcher reads.
final class WorkerOptions {
  static final String MAIN_CLASS = "dev.totonoe.Totonoe";

  /// Where each choice was measured: docs/image.md#measured.
  static final List<String> OF_THE_RUNTIME =
      List.of(
          // JavaCPP loads libraries and frees memory through interfaces that JDK 25 warns of.
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Djava.library.path=/opt/totonoe/natives",
          "-XX:+UseParallelGC",
          // The other half is for what is not heap: code, classes, buffers; in training, ND4J.
          "-XX:MaxRAMPercentage=50",
          "-XX:TieredStopAtLevel=1",
          // No file in /tmp for jps.
          "-XX:-UsePerfData",
          // A cache that does not fit costs time, and the worker's output stays clean.
          "-Xlog:aot=off",
          "-Xlog:cds=off");

  private WorkerOptions() {}

  /// The lines of the options file: class path, cache and main class, all as paths of the image.
  static List<String> file(ImageTree tree, List<Path> classPath) {
    return List.of(
        "-XX:AOTCache=" + tree.inImage(tree.aotCache()),
        "-cp",
        classPath.stream().map(tree::inImage).collect(Collectors.joining(":")),
        MAIN_CLASS);
  }

  /// The command that starts the staged worker where it is staged, to learn what a start needs.
  static List<String> learning(ImageTree tree, List<Path> classPath, Path cache) {
    List<String> command = new ArrayList<>();
    command.add(tree.launcher().toString());
    command.add("-XX:AOTCacheOutput=" + cache);
    command.add("-cp");
    command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(":")));
    command.add(MAIN_CLASS);
    return command;
  }
}
