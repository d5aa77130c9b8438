package dev.totonoe.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  /// 1980-01-01, the earliest that a zip can say; the same in every build.
  private static final java.time.LocalDateTime TIME = java.time.LocalDateTime.of(1980, 1, 1, 0, 0);

  private StoredJar() {}

  /// Copies all files of a jar in the order of their names, the manifest first; entries for
  /// directories are left out.
  static void write(Path jar, Path stored) throws IOException {
    try (ZipFile in = new ZipFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(stored))) {
      out.setMethod(ZipOutputStream.STORED);
      for (ZipEntry entry : files(in)) {
        byte[] content = in.getInputStream(entry).readAllBytes();
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
