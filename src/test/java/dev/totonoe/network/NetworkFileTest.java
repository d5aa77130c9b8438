package dev.totonoe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.totonoe.failure.EnvironmentFailure;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

final class NetworkFileTest {
  private static final String CONFIGURATION = "configuration.json";
  private static final String COEFFICIENTS = "coefficients.bin";

  @TempDir Path directory;
  private final ScoringNetwork network = Networks.narrow(300, 6, 11, 1);
  private Path zip;
  private Map<String, byte[]> entries;

  @BeforeEach
  void save() throws Exception {
    zip = directory.resolve("model.zip");
    network.save(zip);
    entries = new LinkedHashMap<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
      }
    }
  }

  @Test
  void comesBackAsItWas() {
    assertSame(ScoringNetwork.load(zip, 300, 11), network);

    ScoringNetwork wide = Networks.wide(300, 11, 2);
    wide.save(zip);
    assertSame(ScoringNetwork.load(zip, 300, 11), wide);
  }

  @Test
  void plainDl4jOpensItAndScoresTheSame() throws Exception {
    assertDl4jScoresLike(network);
    ScoringNetwork wide = Networks.wide(300, 11, 2);
    wide.save(zip);
    assertDl4jScoresLike(wide);
  }

  private void assertDl4jScoresLike(ScoringNetwork saved) throws Exception {
    MultiLayerNetwork plain = ModelSerializer.restoreMultiLayerNetwork(zip.toFile());
    ScoringNetwork loaded = ScoringNetwork.load(zip, 300, 11);
    assertSame(loaded, saved);
    int[][] inputs = {{0, 17, 299}, {5}, {}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}};
    for (int[] active : inputs) {
      float[] weights = new float[active.length];
      Arrays.fill(weights, 0.4f);
      INDArray dense = Nd4j.zeros(1, 300);
      for (int input : active) {
        dense.putScalar(0, input, 0.4f);
      }
      float[] expected = plain.output(dense).toFloatVector();
      float[] scores = loaded.score(active, weights);
      for (int c = 0; c < 11; c++) {
        assertThat(scores[c]).isCloseTo(expected[c], within(1e-6f));
      }
    }
  }

  @Test
  void whatDl4jWritesComesBack() throws Exception {
    MultiLayerNetwork plain = ModelSerializer.restoreMultiLayerNetwork(zip.toFile());
    ModelSerializer.writeModel(plain, zip.toFile(), false);

    assertSame(ScoringNetwork.load(zip, 300, 11), network);
  }

  private static void assertSame(ScoringNetwork actual, ScoringNetwork expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.head()).isEqualTo(expected.head());
    assertThat(actual.bias()).isEqualTo(expected.bias());
    for (int input = 0; input < expected.rows().rows(); input++) {
      for (int column = 0; column < expected.rows().width(); column++) {
        assertThat(actual.rows().get(input, column)).isEqualTo(expected.rows().get(input, column));
      }
    }
  }

  @Test
  void savingTwiceGivesTheSameBytes() throws Exception {
    Path again = directory.resolve("again.zip");
    network.save(again);

    assertThat(again).hasSameBinaryContentAs(zip);
  }

  @Test
  void refusesASerialisedObject() throws Exception {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(object)) {
      out.writeObject(new ArrayList<>());
    }
    entries.put("preprocessor.bin", object.toByteArray());

    assertRefused().hasMessageContaining("but found preprocessor.bin");
  }

  @Test
  void refusesAMissingEntry() throws Exception {
    entries.remove(COEFFICIENTS);

    assertRefused().hasMessageContaining("but found [configuration.json]");
  }

  @Test
  void refusesAZipBomb() throws Exception {
    byte[] numbers = entries.get(COEFFICIENTS);
    entries.put(COEFFICIENTS, Arrays.copyOf(numbers, 50_000_000));
    assertRefused().hasMessageContaining("coefficients.bin: expected 1,877 numbers but found more");

    entries.put(CONFIGURATION, new byte[50_000_000]);
    assertRefused().hasMessageContaining("configuration.json: expected at most 65,536 bytes");
  }

  @Test
  void refusesAClassThatIsNotTheNetworks() throws Exception {
    replaceInConfiguration(
        "org.deeplearning4j.nn.conf.layers.DenseLayer", "javax.swing.JEditorPane");

    assertRefused().hasMessageContaining("expected a softmax, or a linear layer and a softmax");
  }

  @Test
  void refusesAnotherNetwork() throws Exception {
    replaceInConfiguration(
        "org.nd4j.linalg.activations.impl.ActivationIdentity",
        "org.nd4j.linalg.activations.impl.ActivationSoftmax");

    assertRefused().hasMessageContaining("expected a softmax, or a linear layer and a softmax");
  }

  @Test
  void refusesANetworkThatIsNotTheBundles() {
    assertThatThrownBy(() -> ScoringNetwork.load(zip, 300, 12))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageEndingWith(
            "the bundle's other files have 300 inputs and 12 classes, the network 300 and 11");
  }

  @Test
  void refusesTextThatIsNotJson() throws Exception {
    entries.put(CONFIGURATION, "{".getBytes(StandardCharsets.UTF_8));

    assertRefused().hasMessageContaining("configuration.json is not JSON");
  }

  @Test
  void refusesSizesThatDoNotMatch() throws Exception {
    replaceInConfiguration("\"nin\" : 300", "\"nin\" : 299");

    assertRefused().hasMessageContaining("inputs and 11 classes, the network 299 and 11");
  }

  @Test
  void refusesLayersThatDoNotFit() throws Exception {
    replaceInConfiguration("\"nout\" : 6", "\"nout\" : 5");

    assertRefused().hasMessageContaining("but one gives 5 and the next takes 6");
  }

  @Test
  void refusesSizesBeyondTheLimit() throws Exception {
    replaceInConfiguration("\"nin\" : 300", "\"nin\" : 2000000000");

    assertRefused().hasMessageContaining("expected 1 to 4,194,304 inputs but found 2000000000");
  }

  @Test
  void refusesNumbersThatAreNotFiniteOrOutOfReason() throws Exception {
    for (float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 1e9f}) {
      byte[] numbers = entries.get(COEFFICIENTS);
      ByteBuffer.wrap(numbers).putFloat(numbers.length - 4 * 1_000, bad);

      assertRefused()
          .hasMessageContaining("coefficients.bin: expected finite numbers up to 1,000,000, found");
    }
  }

  @Test
  void refusesTruncatedNumbers() throws Exception {
    byte[] numbers = entries.get(COEFFICIENTS);
    entries.put(COEFFICIENTS, Arrays.copyOf(numbers, numbers.length - 1));
    assertRefused().hasMessageContaining("expected 1,877 numbers but it ends before");

    entries.put(COEFFICIENTS, new byte[20]);
    assertRefused().hasMessageContaining("expected the header of an array");

    entries.put(COEFFICIENTS, new byte[0]);
    assertRefused().hasMessageContaining("expected the header of an array");
  }

  @Test
  void refusesNumbersOfAnotherTypeOrCount() throws Exception {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        INDArray other = Nd4j.createFromArray(new double[1877])) {
      Nd4j.write(other, new DataOutputStream(bytes));
      entries.put(COEFFICIENTS, bytes.toByteArray());
    }

    assertRefused().hasMessageContaining("expected 1,877 numbers of type FLOAT");
  }

  @Test
  void refusesAFileThatIsNotAZip() throws Exception {
    Files.writeString(zip, "not a zip");

    assertThatThrownBy(() -> ScoringNetwork.load(zip, 300, 11))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith(zip + ": the model cannot be read as a zip");
  }

  private void replaceInConfiguration(String from, String to) {
    String json = new String(entries.get(CONFIGURATION), StandardCharsets.UTF_8);
    assertThat(json).contains(from);
    entries.put(CONFIGURATION, json.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused() throws Exception {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return assertThatThrownBy(() -> ScoringNetwork.load(zip, 300, 11))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith(zip + ": the model is refused, nothing in it was executed: ");
  }
}
