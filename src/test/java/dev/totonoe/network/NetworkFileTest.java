package dev.totonoe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.totonoe.failure.EnvironmentFailure;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
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
  private final ScoringNetwork network = Networks.random(300, 6, 11, 1);
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
    ScoringNetwork loaded = ScoringNetwork.load(zip);

    assertThat(loaded.embedding()).isEqualTo(network.embedding());
    assertThat(loaded.head()).isEqualTo(network.head());
    assertThat(loaded.bias()).isEqualTo(network.bias());
    assertThat(loaded.inputs()).isEqualTo(300);
    assertThat(loaded.width()).isEqualTo(6);
    assertThat(loaded.classes()).isEqualTo(11);
  }

  @Test
  void plainDl4jOpensItAndScoresTheSame() throws Exception {
    MultiLayerNetwork plain = ModelSerializer.restoreMultiLayerNetwork(zip.toFile());
    ScoringNetwork loaded = ScoringNetwork.load(zip);
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

    assertThat(ScoringNetwork.load(zip).embedding()).isEqualTo(network.embedding());
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
    entries.put(COEFFICIENTS, new byte[50_000_000]);
    assertRefused().hasMessageContaining("coefficients.bin: expected at most 7,764 bytes");

    entries.put(CONFIGURATION, new byte[50_000_000]);
    assertRefused().hasMessageContaining("configuration.json: expected at most 65,536 bytes");
  }

  @Test
  void refusesAClassThatIsNotTheNetworks() throws Exception {
    replaceInConfiguration(
        "org.deeplearning4j.nn.conf.layers.DenseLayer", "javax.swing.JEditorPane");

    assertRefused().hasMessageContaining("found javax.swing.JEditorPane");
  }

  @Test
  void refusesAnotherNetwork() throws Exception {
    replaceInConfiguration(
        "org.nd4j.linalg.activations.impl.ActivationIdentity",
        "org.nd4j.linalg.activations.impl.ActivationSoftmax");

    assertRefused().hasMessageContaining("expected a linear layer and a softmax");
  }

  @Test
  void refusesTextThatIsNotJson() throws Exception {
    entries.put(CONFIGURATION, "{".getBytes(StandardCharsets.UTF_8));

    assertRefused().hasMessageContaining("configuration.json is not JSON");
  }

  @Test
  void refusesSizesThatDoNotMatch() throws Exception {
    replaceInConfiguration("\"nin\" : 300", "\"nin\" : 299");

    assertRefused().hasMessageContaining("expected 1871 numbers").hasMessageContaining("1877");
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
  void refusesNumbersThatAreNotFinite() throws Exception {
    float[] embedding = network.embedding().clone();
    embedding[7] = Float.NaN;
    new ScoringNetwork(embedding, network.head(), network.bias()).save(zip);

    assertThatThrownBy(() -> ScoringNetwork.load(zip))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("coefficients.bin: expected finite numbers, found NaN");
  }

  @Test
  void refusesTruncatedNumbers() throws Exception {
    entries.put(COEFFICIENTS, Arrays.copyOf(entries.get(COEFFICIENTS), 1000));
    assertRefused().hasMessageContaining("expected 1877 numbers");

    entries.put(COEFFICIENTS, new byte[20]);
    assertRefused().hasMessageContaining("expected the header of an array");

    entries.put(COEFFICIENTS, new byte[0]);
    assertRefused().hasMessageContaining("expected the header of an array");
  }

  @Test
  void refusesAFileThatIsNotAZip() throws Exception {
    Files.writeString(zip, "not a zip");

    assertThatThrownBy(() -> ScoringNetwork.load(zip))
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
    return assertThatThrownBy(() -> ScoringNetwork.load(zip))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageStartingWith(zip + ": the model is refused, nothing in it was executed: ");
  }
}
