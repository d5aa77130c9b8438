package dev.totonoe.job;

import dev.totonoe.layout.Sha256;
import dev.totonoe.plan.WorkerVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// Which worker this is.
public final class Worker {
  /// From the root of the class path; written by the build.
  private static final String VERSION_FILE = "dev/totonoe/job/version.txt";

  private Worker() {}

  /// The version and a checksum of the code, which tells two builds of a version apart.
  public static WorkerVersion version() {
    try {
      return new WorkerVersion(release(), checksum());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The released version, such as `1.2.0`.
  public static String release() {
    try (InputStream in = versionFile().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Found as a resource and not by the protection domain, which a class from the JVM's cache lacks
  /// where its jar is not where it was when the cache was made.
  private static URL versionFile() {
    URL file = Worker.class.getResource("/" + VERSION_FILE);
    if (file == null) {
      throw new IllegalStateException("the build did not write " + VERSION_FILE);
    }
    return file;
  }

  /// SHA-256 over name, length and CRC-32 of all files of the code. A jar tells these in its
  /// directory, and they are the same however it is packed.
  private static String checksum() throws IOException {
    URLConnection file = versionFile().openConnection();
    List<String> files =
        file instanceof JarURLConnection inJar
            ? ofJar(Path.of(URI.create(inJar.getJarFileURL().toString())))
            : ofDirectory(
                Path.of(URI.create(file.getURL().toString().replace("/" + VERSION_FILE, "/"))));
    return Sha256.of(
        files.stream().sorted().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> ofJar(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.stream()
          .filter(entry -> !entry.isDirectory())
          .map(entry -> line(entry.getName(), entry.getSize(), entry.getCrc()))
          .toList();
    }
  }

  /// During development the classes lie in a directory.
  private static List<String> ofDirectory(Path directory) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        CRC32 crc = new CRC32();
        crc.update(content);
        lines.add(line(directory.relativize(file).toString(), content.length, crc.getValue()));
      }
    }
    return lines;
  }

  private static String line(String name, long bytes, long crc) {
    return name + ' ' + bytes + ' ' + crc;
  }
}
