package dev.totonoe.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// Files of the staged tree.
final class StagedFiles {
  /// The time that Jib gives to all files of an image; the AOT cache knows its jars by it.
  private static final FileTime TIME_IN_IMAGE = FileTime.from(Instant.ofEpochSecond(1));

  private StagedFiles() {}

  /// Removes a directory with all that is in it, if it is there.
  static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    for (Path path : all(directory).reversed()) {
      Files.delete(path);
    }
  }

  /// Copies a directory.
  ///
  /// @param wanted of each file and directory, by its path below `from`
  static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.toList()) {
        Path name = from.relativize(path);
        if (!wanted.test(name)) {
          continue;
        }
        if (Files.isDirectory(path)) {
          Files.createDirectories(to.resolve(name));
        } else {
          Files.copy(path, to.resolve(name));
        }
      }
    }
  }

  /// Gives every file and directory the time that it will have in the image.
  static void setTimesOfImage(Path directory) throws IOException {
    for (Path path : all(directory)) {
      Files.setLastModifiedTime(path, TIME_IN_IMAGE);
    }
  }

  /// Gives every file a time that follows from its content. Jib packs a layer again only where the
  /// time of a file has changed, whatever is in it.
  static void setTimesByContent(Path directory) throws IOException {
    for (Path path : all(directory)) {
      if (Files.isRegularFile(path)) {
        CRC32 crc = new CRC32();
        crc.update(Files.readAllBytes(path));
        Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(crc.getValue())));
      }
    }
  }

  private static List<Path> all(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.toList();
    }
  }

  /// Reads a file of properties: the build's about the image, or the Java runtime's about itself.
  static Properties properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
