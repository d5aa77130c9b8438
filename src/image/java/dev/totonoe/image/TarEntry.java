package dev.totonoe.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// An entry of an image's layer, or of the archive that holds the layers.
record TarEntry(TarArchiveEntry header, byte[] content) {
  /// All entries by their paths: without a slash in front, with one behind if it is a directory.
  static Map<String, TarEntry> readAll(InputStream tar) throws IOException {
    Map<String, TarEntry> entries = new LinkedHashMap<>();
    try (var archive = new TarArchiveInputStream(tar)) {
      TarArchiveEntry header;
      while ((header = archive.getNextEntry()) != null) {
        entries.put(header.getName(), read(header, archive, entries));
      }
    }
    return entries;
  }

  /// A hard link has the content of the file before it that it names.
  private static TarEntry read(
      TarArchiveEntry header, InputStream content, Map<String, TarEntry> before)
      throws IOException {
    return header.isLink()
        ? new TarEntry(header, Objects.requireNonNull(before.get(header.getLinkName())).content())
        : new TarEntry(header, content.readAllBytes());
  }

  String text() {
    return new String(content, UTF_8);
  }

  /// Whether any of the bits is set; those of a symbolic link mean nothing.
  boolean hasMode(int bits) {
    return !header.isSymbolicLink() && (header.getMode() & bits) != 0;
  }
}
