package dev.totonoe.network;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/// The two entries of a network's zip, as DL4J and ND4J write them. Only this class and [Dl4j] name
/// their classes: a run, which reads networks and never writes one, works where their jars are
/// missing.
final class Dl4jFormat {
  /// What ND4J puts before the numbers takes 105 bytes.
  private static final int HEADER_BYTES_MAX = 256;

  private Dl4jFormat() {}

  /// `configuration.json`.
  static byte[] configuration(Shape shape) {
    return layers(shape).toJson().getBytes(StandardCharsets.UTF_8);
  }

  private static MultiLayerConfiguration layers(Shape shape) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(0)
            .dataType(DataType.FLOAT)
            .updater(new Sgd())
            .list();
    if (!shape.isWide()) {
      layers.layer(
          new DenseLayer.Builder()
              .nIn(shape.inputs())
              .nOut(shape.rank())
              .hasBias(false)
              .activation(Activation.IDENTITY)
              .build());
    }
    return layers
        .layer(
            new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .nIn(shape.isWide() ? shape.inputs() : shape.rank())
                .nOut(shape.classes())
                .activation(Activation.SOFTMAX)
                .build())
        .build();
  }

  /// `coefficients.bin`.
  static byte[] coefficients(ScoringNetwork network) throws IOException {
    Shape shape = network.shape();
    float[] flat = new float[Math.toIntExact(shape.parameters())];
    int at = 0;
    for (int column = 0; column < shape.width(); column++) {
      for (int row = 0; row < shape.inputs(); row++) {
        flat[at++] = network.rows().get(row, column);
      }
    }
    for (int c = 0; !shape.isWide() && c < shape.classes(); c++) {
      for (int d = 0; d < shape.rank(); d++) {
        flat[at++] = network.head()[d * shape.classes() + c];
      }
    }
    System.arraycopy(network.bias(), 0, flat, at, shape.classes());
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(flat.length * Float.BYTES + HEADER_BYTES_MAX);
    try (INDArray array = Nd4j.createFromArray(flat)) {
      Nd4j.write(array, new DataOutputStream(bytes));
    }
    return bytes.toByteArray();
  }
}
