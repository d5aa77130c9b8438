package dev.totonoe.image;

import dev.totonoe.layout.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An image in a file, as `docker save` lays it out, read without a container engine.
///
/// @param tar the file
/// @param id SHA-256 of the configuration, which names the image
/// @param configuration what an OCI image configuration holds
/// @param layers their names in the file, the base's first
record ImageArchive(Path tar, String id, JsonNode configuration, List<String> layers) {
  private static final String MANIFEST = "manifest.json";

  ImageArchive {
    layers = List.copyOf(layers);
  }

  static ImageArchive read(Path tar) throws IOException {
    try (TarFile archive = new TarFile(tar)) {
      Map<String, TarArchiveEntry> entries = entries(archive);
      JsonNode manifest = JsonMapper.shared().readTree(bytes(archive, entries, MANIFEST)).get(0);
      byte[] configuration = bytes(archive, entries, manifest.get("Config").asString());
      return new ImageArchive(
          tar,
          Sha256.of(configuration),
          JsonMapper.shared().readTree(configuration),
          manifest.get("Layers").valueStream().map(JsonNode::asString).toList());
    }
  }

  /// What a registry stores and a node pulls.
  long compressedBytes() throws IOException {
    try (TarFile archive = new TarFile(tar)) {
      Map<String, TarArchiveEntry> entries = entries(archive);
      return layers.stream().mapToLong(layer -> entry(entries, layer).getSize()).sum();
    }
  }

  /// SHA-256 of each layer before compression, the base's first.
  List<String> contentDigests() {
    return configuration
        .get("rootfs")
        .get("diff_ids")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  /// Every file and directory of every layer; those in two layers come twice.
  List<StoredFile> stored() throws IOException {
    List<StoredFile> files = new ArrayList<>();
    visit((header, content) -> files.add(new StoredFile(header, sha256Of(content))));
    return files;
  }

  /// The paths of the files of all layers, without a slash in front.
  Set<String> paths() throws IOException {
    Set<String> paths = new TreeSet<>();
    visit(
        (header, _) -> {
          if (header.isFile()) {
            paths.add(header.getName());
          }
        });
    return paths;
  }

  /// The files of all layers whose paths, without a slash in front, are wanted.
  Map<String, byte[]> files(Predicate<String> wanted) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    visit(
        (header, content) -> {
          if (header.isFile() && wanted.test(header.getName())) {
            files.put(header.getName(), content.readAllBytes());
          }
        });
    return files;
  }

  /// A file or directory of a layer: the natives are too large to keep their bytes.
  ///
  /// @param sha256 of its bytes
  record StoredFile(TarArchiveEntry header, String sha256) {
    /// Without a slash in front, with one behind if it is a directory.
    String path() {
      return header.getName();
    }

    long bytes() {
      return header.getSize();
    }

    /// Whether any of the bits is set; those of a symbolic link mean nothing.
    boolean hasMode(int bits) {
      return !header.isSymbolicLink() && (header.getMode() & bits) != 0;
    }
  }

  private interface Visitor {
    void visit(TarArchiveEntry header, InputStream content) throws IOException;
  }

  private void visit(Visitor visitor) throws IOException {
    try (TarFile archive = new TarFile(tar)) {
      Map<String, TarArchiveEntry> entries = entries(archive);
      for (String layer : layers) {
        try (var content =
            new TarArchiveInputStream(
                new GZIPInputStream(archive.getInputStream(entry(entries, layer))))) {
          TarArchiveEntry header;
          while ((header = content.getNextEntry()) != null) {
            visitor.visit(header, content);
          }
        }
      }
    }
  }

  private static Map<String, TarArchiveEntry> entries(TarFile archive) {
    Map<String, TarArchiveEntry> entries = new HashMap<>();
    archive.getEntries().forEach(entry -> entries.put(entry.getName(), entry));
    return entries;
  }

  private static byte[] bytes(TarFile archive, Map<String, TarArchiveEntry> entries, String name)
      throws IOException {
    try (InputStream content = archive.getInputStream(entry(entries, name))) {
      return content.readAllBytes();
    }
  }

  private static TarArchiveEntry entry(Map<String, TarArchiveEntry> entries, String name) {
    return Objects.requireNonNull(entries.get(name), name);
  }

  private static String sha256Of(InputStream content) throws IOException {
    DigestInputStream digesting = new DigestInputStream(content, Sha256.digest());
    digesting.transferTo(OutputStream.nullOutputStream());
    return Sha256.hex(digesting.getMessageDigest().digest());
  }
}
