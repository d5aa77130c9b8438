package dev.totonoe.network;

import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The zip of a network, as DL4J's `ModelSerializer` writes and reads it. Reading is stricter than
/// there, where a zip with certain further entries makes it deserialise Java objects: two entries
/// are allowed, each is bounded, and both are checked before DL4J sees them.
final class NetworkFile {
  private static final String CONFIGURATION = "configuration.json";
  private static final String COEFFICIENTS = "coefficients.bin";
  private static final List<String> ENTRIES = List.of(CONFIGURATION, COEFFICIENTS);
  private static final int CONFIGURATION_BYTES_MAX = 64 * 1024;

  /// The oldest time that a zip can tell: the same bytes whenever and wherever it is written.
  private static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private NetworkFile() {}

  static ScoringNetwork read(Path file, int inputs, int classes) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      checkEntries(zip);
      Shape shape = NetworkConfiguration.read(configuration(zip));
      if (shape.inputs() != inputs || shape.classes() != classes) {
        throw new BadNetworkException(
            "the bundle's other files have %,d inputs and %,d classes, the network %,d and %,d"
                .formatted(inputs, classes, shape.inputs(), shape.classes()));
      }
      try (InputStream coefficients = zip.getInputStream(zip.getEntry(COEFFICIENTS))) {
        return Coefficients.read(shape, coefficients);
      }
    } catch (BadNetworkException e) {
      throw new EnvironmentFailure(
          file + ": the model is refused, nothing in it was executed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": the model cannot be read as a zip: " + e, e);
    }
  }

  static void write(ScoringNetwork network, Path file) {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
      put(zip, CONFIGURATION, Dl4jFormat.configuration(network.shape()));
      put(zip, COEFFICIENTS, Dl4jFormat.coefficients(network));
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": the model cannot be written: " + e, e);
    }
  }

  private static void checkEntries(ZipFile zip) throws BadNetworkException {
    List<String> found = zip.stream().map(ZipEntry::getName).limit(ENTRIES.size() + 1L).toList();
    for (String name : found) {
      if (!ENTRIES.contains(name)) {
        throw new BadNetworkException("expected the entries " + ENTRIES + " but found " + name);
      }
    }
    if (found.size() != ENTRIES.size() || !found.containsAll(ENTRIES)) {
      throw new BadNetworkException("expected the entries " + ENTRIES + " but found " + found);
    }
  }

  private static byte[] configuration(ZipFile zip) throws IOException, BadNetworkException {
    try (InputStream entry = zip.getInputStream(zip.getEntry(CONFIGURATION))) {
      byte[] bytes = entry.readNBytes(CONFIGURATION_BYTES_MAX + 1);
      if (bytes.length > CONFIGURATION_BYTES_MAX) {
        throw new BadNetworkException(
            "%s: expected at most %,d bytes but found more"
                .formatted(CONFIGURATION, CONFIGURATION_BYTES_MAX));
      }
      return bytes;
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ZIP_EPOCH);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
