package dev.totonoe.job;

import dev.totonoe.layout.Sha256;
import dev.totonoe.plan.WorkerVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Which worker this is.
public final class Worker {
  private static final String VERSION_FILE = "version.txt";

  private Worker() {}

  /// The version and the checksum of the code, which tells two builds of a version apart.
  public static WorkerVersion version() {
    try {
      Path code = Path.of(Worker.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new WorkerVersion(
          release(), Files.isDirectory(code) ? ofClasses(code) : Sha256.of(code));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The released version, such as `1.2.0`.
  public static String release() {
    try (InputStream in = Worker.class.getResourceAsStream(VERSION_FILE)) {
      if (in == null) {
        throw new IllegalStateException("the build did not write " + VERSION_FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// During development the classes lie in a directory.
  private static String ofClasses(Path directory) throws IOException {
    StringBuilder sums = new StringBuilder();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        sums.append(Sha256.of(file)).append(' ').append(directory.relativize(file)).append('\n');
      }
    }
    return Sha256.of(sums.toString().getBytes(StandardCharsets.UTF_8));
  }
}
