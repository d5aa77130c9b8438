package dev.totonoe;

import dev.totonoe.layout.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Finds the sources of IPADIC as Debian has them: installed, or taken from the package (7 MB),
/// which is fetched once into `target/` and needs no rights. A test that needs them is skipped,
/// with a message, where neither works.
public final class DebianSources {
  private static final String PACKAGE = "mecab-ipadic";
  private static final String INSTALLED = "usr/share/mecab/dic/ipadic";
  private static final Path CACHE = Path.of("target/debian");
  private static final int SECONDS_MAX = 120;

  private DebianSources() {}

  public static synchronized Path ipadic() {
    Path installed = Path.of("/", INSTALLED);
    Path cached = CACHE.resolve(PACKAGE).resolve(INSTALLED);
    if (Files.exists(installed.resolve("matrix.def"))) {
      return installed;
    }
    if (!Files.exists(cached.resolve("matrix.def"))) {
      try {
        fetch();
      } catch (IOException e) {
        Assumptions.abort(
            "no sources of IPADIC (%s); on Debian or Ubuntu: apt-get install %s"
                .formatted(e.getMessage(), PACKAGE));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
    return cached;
  }

  private static void fetch() throws IOException, InterruptedException {
    Path work = Files.createDirectories(CACHE.resolve("." + UUID.randomUUID())).toAbsolutePath();
    try {
      if (!run(work, List.of("apt-get", "-q", "download", PACKAGE))) {
        List<String> own = withOwnLists(work);
        run(work, with(own, "update"));
        if (!run(work, with(own, "download", PACKAGE))) {
          throw new IOException("apt-get cannot download them");
        }
      }
      try (Stream<Path> files = Files.list(work)) {
        Path archive =
            files
                .filter(file -> file.toString().endsWith(".deb"))
                .findFirst()
                .orElseThrow(() -> new IOException("apt-get downloaded nothing"));
        if (!run(work, List.of("dpkg", "-x", archive.toString(), work.resolve("x").toString()))) {
          throw new IOException("dpkg cannot unpack them");
        }
      }
      AtomicFiles.publishDirectory(work.resolve("x"), CACHE.resolve(PACKAGE).toAbsolutePath());
    } finally {
      AtomicFiles.deleteTree(work);
    }
  }

  /// Where the machine's lists of packages are missing, they are fetched beside.
  private static List<String> withOwnLists(Path work) throws IOException {
    Files.createDirectories(work.resolve("lists/partial"));
    Files.createDirectories(work.resolve("cache/archives/partial"));
    return List.of(
        "apt-get",
        "-q",
        "-o",
        "Dir::State::lists=" + work.resolve("lists"),
        "-o",
        "Dir::Cache=" + work.resolve("cache"));
  }

  private static List<String> with(List<String> command, String... arguments) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(arguments));
    return whole;
  }

  private static boolean run(Path directory, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException(command.getFirst() + " did not end");
    }
    return process.exitValue() == 0;
  }
}
