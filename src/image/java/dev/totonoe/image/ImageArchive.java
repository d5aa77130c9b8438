package dev.totonoe.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An image in a file, in the layout of `docker save`.
///
/// @param layers the archive's names of the layers, the base's first
/// @param config the image's configuration
record ImageArchive(Path file, List<String> layers, JsonNode config) {
  private static final JsonMapper JSON = JsonMapper.shared();

  ImageArchive {
    layers = List.copyOf(layers);
  }

  static ImageArchive read(Path file) throws IOException {
    Map<String, JsonNode> parts = new HashMap<>();
    try (var archive = new TarArchiveInputStream(open(file))) {
      TarArchiveEntry entry;
      while ((entry = archive.getNextEntry()) != null) {
        if (entry.getName().endsWith(".json")) {
          parts.put(entry.getName(), JSON.readTree(archive.readAllBytes()));
        }
      }
    }
    JsonNode manifest = part(parts, "manifest.json").get(0);
    List<String> layers = new ArrayList<>();
    manifest.get("Layers").forEach(layer -> layers.add(layer.asString()));
    return new ImageArchive(file, layers, part(parts, manifest.get("Config").asString()));
  }

  /// SHA-256 of each layer before compression, the base's first.
  List<String> contentDigests() {
    List<String> digests = new ArrayList<>();
    config.get("rootfs").get("diff_ids").forEach(digest -> digests.add(digest.asString()));
    return digests;
  }

  /// The paths of the files of all layers, without a slash in front.
  Set<String> paths() throws IOException {
    Set<String> paths = new TreeSet<>();
    visit((path, _) -> paths.add(path));
    return paths;
  }

  /// The files of all layers whose paths, without a slash in front, are wanted.
  Map<String, byte[]> files(Predicate<String> wanted) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    visit(
        (path, content) -> {
          if (wanted.test(path)) {
            files.put(path, content.readAllBytes());
          }
        });
    return files;
  }

  private interface Visitor {
    void visit(String path, InputStream content) throws IOException;
  }

  private void visit(Visitor visitor) throws IOException {
    try (var archive = new TarArchiveInputStream(open(file))) {
      TarArchiveEntry entry;
      while ((entry = archive.getNextEntry()) != null) {
        if (layers.contains(entry.getName())) {
          visit(archive, visitor);
        }
      }
    }
  }

  private static void visit(InputStream compressed, Visitor visitor) throws IOException {
    // Not closed: that would close the archive.
    var layer = new TarArchiveInputStream(new GZIPInputStream(compressed));
    TarArchiveEntry entry;
    while ((entry = layer.getNextEntry()) != null) {
      if (entry.isFile()) {
        visitor.visit(entry.getName(), layer);
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  private static JsonNode part(Map<String, JsonNode> parts, String name) {
    return Objects.requireNonNull(parts.get(name), name);
  }
}
