package dev.totonoe.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.assets.Bundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bundles made to harm, each with a manifest that fits: the checksums are right, the content is
/// not. Each is refused with a sentence and an exit code, and nothing is published.
final class HostileBundleIT {
  private static final int ENVIRONMENT = 5;
  private static final int CONFIGURATION = 2;
  private static final String CONFIGURATION_ENTRY = "configuration.json";
  private static final String COEFFICIENTS_ENTRY = "coefficients.bin";

  @TempDir private Path directory;

  private WorkerRoot root;
  private Path model;
  private Path dictionary;

  /// Would leave a trace if somebody read it as an object.
  private static final class Trap implements Serializable {
    private static final long serialVersionUID = 1L;

    private void readObject(java.io.ObjectInputStream in) throws IOException {
      throw new IOException("the object was read: " + in);
    }
  }

  @BeforeEach
  void aRootWithBundlesOfItsOwn() throws IOException {
    root = WorkerRoot.in(directory.resolve("root"));
    model = root.directory().resolve("models/hostile");
    dictionary = root.directory().resolve("dictionaries/hostile");
    WorkerRoot.copyTree(root.directory().resolve("models/default"), model);
    WorkerRoot.copyTree(root.directory().resolve("dictionaries/default"), dictionary);
    root.add("list", "items.csv", "商品名\nりんごジュース 1L\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aSerialisedObjectIsNotRead() throws Exception {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(object)) {
      out.writeObject(new Trap());
    }
    rewriteZip(
        entries -> {
          entries.put("preprocessor.bin", object.toByteArray());
          return entries;
        });

    assertRefused(
        ENVIRONMENT, "the model is refused, nothing in it was executed", "preprocessor.bin");
  }

  @Test
  void aZipBombIsNotUnpacked() throws Exception {
    rewriteZip(
        entries -> {
          entries.put(CONFIGURATION_ENTRY, new byte[100_000_000]);
          return entries;
        });

    assertRefused(ENVIRONMENT, "configuration.json: expected at most 65,536 bytes");
  }

  @Test
  void numbersThatAreNoneAreRefused() throws Exception {
    rewriteZip(
        entries -> {
          ByteBuffer numbers = ByteBuffer.wrap(entries.get(COEFFICIENTS_ENTRY));
          numbers.putFloat(numbers.capacity() - 4 * 50_000, Float.NaN);
          return entries;
        });

    assertRefused(ENVIRONMENT, "coefficients.bin: expected finite numbers up to 1,000,000, found");
  }

  @Test
  void anotherShapeIsRefused() throws Exception {
    rewriteZip(
        entries -> {
          byte[] numbers = entries.get(COEFFICIENTS_ENTRY);
          entries.put(COEFFICIENTS_ENTRY, Arrays.copyOf(numbers, numbers.length / 2));
          return entries;
        });

    assertRefused(ENVIRONMENT, "coefficients.bin: expected", "but it ends before");
  }

  @Test
  void labelsThatDoNotMatchAreRefused() throws Exception {
    Files.writeString(model.resolve("labels.tsv"), "1\t食品\n2\t日用品\n");

    assertRefused(ENVIRONMENT, "the bundle's other files have 65,536 inputs and 2 classes");
  }

  @Test
  void aCalibrationThatIsNoneIsRefused() throws Exception {
    Path calibration = model.resolve("calibration.json");
    Files.writeString(
        calibration,
        Files.readString(calibration).replaceFirst("\"score\" : [0-9.]+", "\"score\" : 7"));

    assertRefused(ENVIRONMENT, "calibration.json", "corrupt", "found 7");
  }

  @Test
  void aDictionaryWithANulIsRefusedByLine() throws Exception {
    Path words = dictionary.resolve("userdict.csv");
    Files.writeString(words, Files.readString(words) + "毒\0入り,毒 入り,ドク イリ,名詞\n");

    assertRefused(CONFIGURATION, "dictionaries/hostile/userdict.csv:");
  }

  @Test
  void aTableWithANulIsRefusedByLine() throws Exception {
    Path rules = dictionary.resolve("rules.csv");
    Files.writeString(rules, Files.readString(rules) + "keyword,毒\0入り,130101,\n");

    assertRefused(CONFIGURATION, "dictionaries/hostile/rules.csv:");
  }

  private void rewriteZip(UnaryOperator<Map<String, byte[]>> change) throws IOException {
    Path zip = model.resolve("model.zip");
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
      }
    }
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> entry : change.apply(entries).entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
  }

  private void assertRefused(int exit, String... sentences) throws Exception {
    Bundle.pack(model, "models/hostile", "hostile");
    Bundle.pack(dictionary, "dictionaries/hostile", "hostile");
    Files.writeString(
        root.raw("list").resolveSibling("dataset.yaml"), "model: hostile\ndictionary: hostile\n");

    WorkerProcess.Ended ended = WorkerProcess.run(root, "run", "list");

    assertThat(ended.exit()).as(ended.err()).isEqualTo(exit);
    assertThat(ended.err())
        .contains(sentences)
        .doesNotContain("\tat ")
        .doesNotContain("the object was read");
    assertThat(root.raw("list").resolveSibling("runs")).doesNotExist();
  }
}
