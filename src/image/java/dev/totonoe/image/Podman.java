package dev.totonoe.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The container engine of the tests, with a storage of its own below `target/`.
final class Podman {
  private static final Path DIRECTORY = Path.of("target/containers").toAbsolutePath();
  private static final Path CONFIGURATION = DIRECTORY.resolve("containers.conf");

  /// Podman asks for more by default than some machines let a process have.
  private static final String SETTINGS =
      """
      [engine]
      runtime = "%s"
      [containers]
      default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
      """;

  private static final List<String> RUNTIMES = List.of("crun", "runc");

  private static boolean cleaned;

  private Podman() {}

  /// Where tests keep what they mount into containers; empty at first.
  static synchronized Path volumes() throws IOException, InterruptedException {
    Path volumes = DIRECTORY.resolve("volumes");
    if (!cleaned) {
      run("rm", "--all", "--force");
      delete(volumes);
      cleaned = true;
    }
    return volumes;
  }

  /// Removes a directory that containers wrote into: without root, their users are others than the
  /// one that runs this.
  static void delete(Path directory) throws IOException, InterruptedException {
    if ((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0) {
      StagedFiles.delete(directory);
    } else {
      run("unshare", "rm", "-rf", directory.toString());
    }
  }

  /// Runs one of podman's commands and returns what it printed.
  static String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("env", "CONTAINERS_CONF=" + configuration()));
    command.addAll(command(List.of(arguments)));
    return Tool.run(command);
  }

  /// Starts one of podman's commands.
  static Process start(List<String> arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(arguments));
    builder.environment().putAll(Map.of("CONTAINERS_CONF", configuration().toString()));
    return builder.start();
  }

  private static List<String> command(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "podman",
                "--root",
                DIRECTORY.resolve("storage").toString(),
                "--runroot",
                DIRECTORY.resolve("run").toString()));
    command.addAll(arguments);
    return command;
  }

  private static Path configuration() throws IOException {
    if (!Files.exists(CONFIGURATION)) {
      Files.createDirectories(DIRECTORY);
      Files.writeString(CONFIGURATION, SETTINGS.formatted(runtime()));
    }
    return CONFIGURATION;
  }

  private static String runtime() {
    for (String runtime : RUNTIMES) {
      for (String directory : (System.getenv("PATH") + ":/usr/sbin:/sbin").split(":")) {
        if (Files.isExecutable(Path.of(directory, runtime))) {
          return runtime;
        }
      }
    }
    throw new Refusal("no container runtime is installed: run src/tools test");
  }
}
