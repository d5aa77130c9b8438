package dev.totonoe.network;

import dev.totonoe.failure.EnvironmentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
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

  static ScoringNetwork read(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
      checkEntries(zip);
      Shape shape = NetworkConfiguration.read(bytes(zip, CONFIGURATION, CONFIGURATION_BYTES_MAX));
      return Coefficients.read(shape, bytes(zip, COEFFICIENTS, Coefficients.bytesMax(shape)));
    } catch (BadNetworkException e) {
      throw new EnvironmentFailure(
          file + ": the model is refused, nothing in it was executed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new EnvironmentFailure(file + ": the model cannot be read as a zip: " + e, e);
    }
  }

  static void write(ScoringNetwork network, Path file) {
    Shape shape = new Shape(network.inputs(), network.width(), network.classes());
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
      store(zip, CONFIGURATION, NetworkConfiguration.write(shape));
      store(zip, COEFFICIENTS, Coefficients.write(network));
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

  private static byte[] bytes(ZipFile zip, String name, int bytesMax)
      throws IOException, BadNetworkException {
    try (InputStream entry = zip.getInputStream(zip.getEntry(name))) {
      byte[] bytes = entry.readNBytes(bytesMax + 1);
      if (bytes.length > bytesMax) {
        throw new BadNetworkException(
            "%s: expected at most %,d bytes but found more".formatted(name, bytesMax));
      }
      return bytes;
    }
  }

  /// Not compressed: it would save 7 %, and a stored entry loads faster.
  private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(ZIP_EPOCH);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
