package dev.totonoe.image;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes a jar again without compression: a layer is compressed as a whole, and what is compressed
/// twice is bigger (68 MB of jars against 51). The worker also starts quicker from it.
final class StoredJar {
  /// The same in every build. Not 1980-01-01, the earliest that a zip can say: the JDK takes that
  /// for "earlier" and adds the instant, which depends on the zone of the machine.
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private StoredJar() {}

  /// Copies all files of a jar in the order of their names, the manifest first; entries for
  /// directories are left out.
  static void write(Path jar, Path stored) throws IOException {
    write(jar, stored, content -> content);
  }

  /// The same, with classes as [LeanClass] makes them.
  static void writeLean(Path jar, Path stored) throws IOException {
    try (URLClassLoader classes =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      write(jar, stored, classFile -> LeanClass.of(classFile, classes));
    }
  }

  private interface Change {
    byte[] of(byte[] classFile);
  }

  private static void write(Path jar, Path stored, Change change) throws IOException {
    try (ZipFile in = new ZipFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(stored))) {
      out.setMethod(ZipOutputStream.STORED);
      for (ZipEntry entry : files(in)) {
        byte[] content = in.getInputStream(entry).readAllBytes();
        if (entry.getName().endsWith(".class")) {
          content = change.of(content);
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setMethod(ZipEntry.STORED);
        copy.setSize(content.length);
        copy.setCrc(crc.getValue());
        copy.setTimeLocal(TIME);
        out.putNextEntry(copy);
        out.write(content);
        out.closeEntry();
      }
    }
  }

  private static List<? extends ZipEntry> files(ZipFile jar) {
    return jar.stream()
        .filter(entry -> !entry.isDirectory())
        .sorted(
            Comparator.comparing((ZipEntry entry) -> !entry.getName().equals(JarFile.MANIFEST_NAME))
                .thenComparing(ZipEntry::getName))
        .toList();
  }
}
