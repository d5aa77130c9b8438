package dev.totonoe.assets;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.IoReason;
import dev.totonoe.layout.AtomicFiles;
import dev.totonoe.layout.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A directory of assets and what its `manifest.json` says of it.
///
/// @param shown the bundle's place for messages, such as `models/default`
/// @param directory the directory with the files
/// @param manifest what the manifest says
/// @param manifestBytes the manifest's own size
/// @param manifestSha256 the manifest's own checksum: it stands for the whole bundle
public record Bundle(
    String shown, Path directory, Manifest manifest, long manifestBytes, String manifestSha256) {
  public static final String MANIFEST = "manifest.json";

  /// Files in one bundle, and bytes of its manifest.
  public static final int FILES_MAX = 1_000;

  public static final int MANIFEST_BYTES_MAX = 1 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /// The content of `manifest.json`.
  ///
  /// @param name the bundle's name
  /// @param version the start of a SHA-256 over its files: equal content, equal version
  /// @param files its files, by name
  public record Manifest(String name, String version, List<BundleFile> files) {
    public Manifest {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(version, "version");
      files = List.copyOf(Objects.requireNonNull(files, "files"));
      if (files.isEmpty() || files.size() > FILES_MAX) {
        throw new IllegalArgumentException(
            "expected 1 to " + FILES_MAX + " files but found " + files.size());
      }
    }

    public long totalBytes() {
      return files.stream().mapToLong(BundleFile::bytes).sum();
    }

    /// What a run copies and reads.
    public long bytesToRun() {
      return neededToRun().stream().mapToLong(BundleFile::bytes).sum();
    }

    /// The files that a run works with: all but those below `training/`.
    List<BundleFile> neededToRun() {
      return files.stream().filter(BundleFile::neededToRun).toList();
    }
  }

  /// Reads the manifest; the files themselves are checked when they are staged.
  ///
  /// @throws EnvironmentFailure when the bundle is missing or its manifest cannot be used
  public static Bundle open(Path directory, String shown) {
    Path file = directory.resolve(MANIFEST);
    try {
      if (Files.size(file) > MANIFEST_BYTES_MAX) {
        throw new EnvironmentFailure(
            "%s/%s: expected at most %d bytes; pack the bundle again: totonoe pack %s"
                .formatted(shown, MANIFEST, MANIFEST_BYTES_MAX, shown));
      }
      byte[] content = Files.readAllBytes(file);
      Manifest manifest = JSON.readValue(content, Manifest.class);
      return new Bundle(shown, directory, manifest, content.length, Sha256.of(content));
    } catch (NoSuchFileException e) {
      throw new EnvironmentFailure(
          "%s: no bundle there (no %s); copy it under the root, or write its manifest: totonoe pack %s"
              .formatted(shown, MANIFEST, shown),
          e);
    } catch (JacksonException e) {
      throw new EnvironmentFailure(
          "%s/%s: cannot be used: %s; pack the bundle again: totonoe pack %s"
              .formatted(shown, MANIFEST, firstLine(e), shown),
          e);
    } catch (IOException e) {
      throw new EnvironmentFailure(
          shown + "/" + MANIFEST + ": cannot be read: " + IoReason.of(e), e);
    }
  }

  /// Copies all its files, each checked, into a directory that is made for them; the manifest is
  /// left to [#pack], since a whole copy is made to be changed.
  ///
  /// @throws EnvironmentFailure when a file is missing or differs from the manifest
  public void copyTo(Path target) {
    try {
      Files.createDirectories(target);
      BundleCopy.copy(this, manifest.files(), target);
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "%s: cannot be copied to %s: %s".formatted(shown, target, IoReason.of(e)), e);
    }
  }

  /// One of its files, checked against the manifest; empty where the bundle has no such file.
  ///
  /// @param path its path in the bundle
  /// @throws EnvironmentFailure when it is missing or differs from the manifest
  public Optional<Path> verified(String path) {
    Optional<BundleFile> found =
        manifest.files().stream().filter(file -> file.path().equals(path)).findFirst();
    found.ifPresent(this::verify);
    return found.map(file -> directory.resolve(file.path()));
  }

  private void verify(BundleFile file) {
    try {
      BundleCopy.checkContent(this, file, directory.resolve(file.path()));
    } catch (NoSuchFileException e) {
      throw BundleCopy.missing(this, file, e);
    } catch (IOException e) {
      throw new EnvironmentFailure(
          "%s/%s: cannot be read: %s".formatted(shown, file.path(), IoReason.of(e)), e);
    }
  }

  /// Writes the manifest of the files that stand in a directory.
  ///
  /// @param name the bundle's name
  /// @throws ConfigurationFailure for a bundle or a directory too deep inside, a link or a name
  ///   that a bundle cannot hold
  public static Bundle pack(Path directory, String shown, String name) {
    try {
      List<BundleFile> described = new ArrayList<>();
      for (Path entry : entries(directory)) {
        if (entry.equals(directory.resolve(MANIFEST))) {
          continue;
        }
        boolean nested = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
        if (nested && Files.exists(entry.resolve(MANIFEST))) {
          throw new ConfigurationFailure(
              "%s/%s: this is a bundle of its own; no bundle holds another"
                  .formatted(shown, entry.getFileName()));
        }
        for (Path file : nested ? entries(entry) : List.of(entry)) {
          described.add(describe(directory, file, shown));
        }
      }
      StringBuilder content = new StringBuilder();
      described.forEach(
          file -> content.append(file.sha256()).append(' ').append(file.path()).append('\n'));
      String version =
          Sha256.of(content.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
      byte[] manifest = JSON.writeValueAsBytes(new Manifest(name, version, described));
      AtomicFiles.write(directory.resolve(MANIFEST), manifest);
      return open(directory, shown);
    } catch (NoSuchFileException e) {
      throw new ConfigurationFailure(shown + ": no such directory", e);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationFailure(shown + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new EnvironmentFailure(shown + ": cannot be packed: " + IoReason.of(e), e);
    }
  }

  /// What is visible in a directory, in one order on every machine.
  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    }
  }

  private static BundleFile describe(Path directory, Path file, String shown) throws IOException {
    String path = directory.relativize(file).toString();
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new ConfigurationFailure(
          "%s/%s: expected a plain file; a bundle holds no links, and its directories hold none"
              .formatted(shown, path));
    }
    return new BundleFile(path, Files.size(file), Sha256.of(file));
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
  }
}
