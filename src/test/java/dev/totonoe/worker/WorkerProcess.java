package dev.totonoe.worker;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The packaged worker as a process of its own, as a user starts it.
final class WorkerProcess {
  private static final Duration TIME_MAX = Duration.ofMinutes(3);

  private final Process process;
  private final List<String> err = new ArrayList<>();

  private WorkerProcess(Process process) {
    this.process = process;
  }

  /// How a process ended.
  record Ended(int exit, String out, String err, Duration elapsed) {}

  static WorkerProcess start(WorkerRoot root, String... arguments) throws IOException {
    return startUnder(root, List.of(), arguments);
  }

  /// @param launcher a command that starts the one behind it, such as `setpriv --reuid 1000`
  static WorkerProcess startUnder(WorkerRoot root, List<String> launcher, String... arguments)
      throws IOException {
    return start(root, launcher, "target/totonoe.jar:target/lib/*", arguments);
  }

  private static WorkerProcess start(
      WorkerRoot root, List<String> launcher, String classPath, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(launcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("worker.jvm.flags").split(" ")));
    command.add("-Xmx512m");
    command.add("-Dorg.bytedeco.javacpp.cachedir=" + Path.of("target/natives").toAbsolutePath());
    command.add("-cp");
    command.add(classPath);
    command.add("dev.totonoe.Totonoe");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TOTONOE_ROOT", root.directory().toString());
    builder.environment().put("TOTONOE_SCRATCH", root.scratch().toString());
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("LC_ALL", "C.UTF-8");
    return new WorkerProcess(builder.start());
  }

  /// Runs to the end.
  static Ended run(WorkerRoot root, String... arguments) throws IOException, InterruptedException {
    long start = System.nanoTime();
    return start(root, arguments).end(start);
  }

  /// The worker and the jars that it needs, but for those whose file names are left out.
  static List<Path> jarsWithout(Predicate<String> leftOut) throws IOException {
    try (Stream<Path> libraries = Files.list(Path.of("target/lib"))) {
      return Stream.concat(
              Stream.of(Path.of("target/totonoe.jar")),
              libraries.filter(jar -> !leftOut.test(jar.getFileName().toString())).sorted())
          .toList();
    }
  }

  /// Runs to the end with other jars.
  static Ended runWith(WorkerRoot root, List<Path> jars, String... arguments)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    String classPath =
        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return start(root, List.of(), classPath, arguments).end(start);
  }

  /// Reads the log until an event comes by.
  void awaitEvent(String event) throws IOException {
    BufferedReader reader = process.errorReader(StandardCharsets.UTF_8);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      err.add(line);
      if (line.contains("event=" + event + " ")) {
        return;
      }
    }
    throw new AssertionError("the worker ended without the event " + event + ":\n" + err);
  }

  /// Waits for the end of the process, but not for ever.
  boolean endsWithin(Duration patience) throws InterruptedException {
    return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// SIGKILL.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// SIGTERM, to the worker itself where a launcher waits for it; through the handle, because the
  /// process itself would close its streams too.
  Ended terminate() throws IOException, InterruptedException {
    long start = System.nanoTime();
    process.descendants().findFirst().orElseGet(process::toHandle).destroy();
    return end(start);
  }

  Ended end() throws IOException, InterruptedException {
    return end(System.nanoTime());
  }

  private Ended end(long start) throws IOException, InterruptedException {
    Thread errReader =
        Thread.ofVirtual()
            .start(() -> process.errorReader(StandardCharsets.UTF_8).lines().forEach(err::add));
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(TIME_MAX.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the worker did not end within " + TIME_MAX);
    }
    errReader.join();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    return new Ended(process.exitValue(), out, String.join("\n", err), elapsed);
  }
}
