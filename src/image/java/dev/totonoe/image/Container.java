package dev.totonoe.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The worker in a container, as a user or a cluster starts it.
///
/// @param image what is started
/// @param options of `podman run`
record Container(BuiltImage image, List<String> options) {
  /// After this podman kills a container that does not end.
  private static final Duration TIME_MAX = Duration.ofMinutes(3);

  Container {
    options = List.copyOf(options);
  }

  static Container of(BuiltImage image) {
    return new Container(image, List.of("--network", "none"));
  }

  /// As a cluster with strict rules does it: nothing can be written but what is mounted, the user
  /// is nobody in particular and has no home.
  static Container locked(BuiltImage image, String user) {
    return of(image)
        .with("--read-only", "--read-only-tmpfs=false", "--unsetenv", "HOME")
        .with("--cap-drop", "all", "--security-opt", "no-new-privileges", "--user", user);
  }

  /// With further options of `podman run`.
  Container with(String... more) {
    return new Container(image, Stream.concat(options.stream(), Stream.of(more)).toList());
  }

  /// With a limit of memory, and no swap beyond it.
  Container memory(String limit) {
    return with("--memory", limit, "--memory-swap", limit);
  }

  Container javaOptions(String javaToolOptions) {
    return with("--env", "JAVA_TOOL_OPTIONS=" + javaToolOptions);
  }

  Container data(Path root) {
    return with("--volume", root + ":/data");
  }

  Container scratch(Path directory) {
    return with("--volume", directory + ":/scratch");
  }

  /// With scratch in memory, empty in each container.
  Container emptyScratch() {
    return with("--tmpfs", "/scratch");
  }

  /// Runs to the end.
  Ended run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).end();
  }

  Running start(String... arguments) throws IOException, InterruptedException {
    String name = "totonoe-" + UUID.randomUUID();
    List<String> command = new ArrayList<>(List.of("run", "--name", name));
    command.addAll(List.of("--timeout", Long.toString(TIME_MAX.toSeconds())));
    command.addAll(options);
    command.add(image.load());
    command.addAll(List.of(arguments));
    return new Running(name, Podman.start(command));
  }

  /// How a container ended.
  ///
  /// @param elapsed since it was told to end, or since somebody began to wait for its end
  record Ended(String name, int exit, String out, String err, Duration elapsed) {
    /// What the container changed in its own files: `A /tmp/x` for an addition, `C` for a change,
    /// `D` for a deletion.
    List<String> changes() throws IOException, InterruptedException {
      return Podman.run("diff", name).lines().toList();
    }
  }

  /// A container that was started.
  static final class Running {
    private final String name;
    private final Process process;
    private final List<String> err = new ArrayList<>();

    private Running(String name, Process process) {
      this.name = name;
      this.process = process;
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
      throw new AssertionError("the container ended without the event " + event + ":\n" + err);
    }

    /// Starts a second JVM in the container, which takes memory at once, and waits for its end.
    ///
    /// @param heap all of it touched, such as `500m`
    void crowd(String heap) throws IOException, InterruptedException {
      List<String> command = new ArrayList<>(List.of("exec", name, "/opt/java/bin/java"));
      command.addAll(List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+AlwaysPreTouch", "-version"));
      Podman.start(command).waitFor();
    }

    /// SIGTERM to process 1, as an eviction sends it.
    Ended terminate() throws IOException, InterruptedException {
      long start = System.nanoTime();
      Podman.run("kill", "--signal", "TERM", name);
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
      int exit = process.waitFor();
      errReader.join();
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      return new Ended(name, exit, out, String.join("\n", err), elapsed);
    }
  }
}
