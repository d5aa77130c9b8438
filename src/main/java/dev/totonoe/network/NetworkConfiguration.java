package dev.totonoe.network;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `configuration.json`: DL4J's description of the layers. It names Java classes, so that a hostile
/// one could choose what DL4J instantiates; here every such name must be one of this network's.
final class NetworkConfiguration {
  private static final Set<String> CLASSES =
      Set.of(
          "org.deeplearning4j.nn.conf.layers.DenseLayer",
          "org.deeplearning4j.nn.conf.layers.OutputLayer",
          "org.deeplearning4j.nn.weights.WeightInitXavier",
          "org.nd4j.linalg.activations.impl.ActivationIdentity",
          "org.nd4j.linalg.activations.impl.ActivationSoftmax",
          "org.nd4j.linalg.learning.config.Sgd",
          "org.nd4j.linalg.lossfunctions.impl.LossMCXENT");
  private static final JsonMapper JSON = JsonMapper.shared();

  private NetworkConfiguration() {}

  static MultiLayerConfiguration of(Shape shape) {
    return new NeuralNetConfiguration.Builder()
        .seed(0)
        .dataType(DataType.FLOAT)
        .updater(new Sgd())
        .list()
        .layer(
            new DenseLayer.Builder()
                .nIn(shape.inputs())
                .nOut(shape.width())
                .hasBias(false)
                .activation(Activation.IDENTITY)
                .build())
        .layer(
            new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .nIn(shape.width())
                .nOut(shape.classes())
                .activation(Activation.SOFTMAX)
                .build())
        .build();
  }

  static byte[] write(Shape shape) {
    return of(shape).toJson().getBytes(StandardCharsets.UTF_8);
  }

  static Shape read(byte[] json) throws BadNetworkException {
    String text = new String(json, StandardCharsets.UTF_8);
    try {
      checkClasses(JSON.readTree(text));
    } catch (JacksonException e) {
      throw new BadNetworkException("configuration.json is not JSON: " + e.getOriginalMessage());
    }
    MultiLayerConfiguration found;
    try {
      found = MultiLayerConfiguration.fromJson(text);
    } catch (RuntimeException e) {
      throw new BadNetworkException("configuration.json is not a DL4J network: " + e.getMessage());
    }
    if (!isLinearThenSoftmax(found)) {
      throw new BadNetworkException(
          "configuration.json: expected a linear layer and a softmax, as `totonoe train` writes");
    }
    DenseLayer hidden = (DenseLayer) found.getConf(0).getLayer();
    OutputLayer output = (OutputLayer) found.getConf(1).getLayer();
    if (output.getNIn() != hidden.getNOut()) {
      throw new BadNetworkException(
          "configuration.json: expected layers that fit but one gives %d and the next takes %d"
              .formatted(hidden.getNOut(), output.getNIn()));
    }
    return Shape.checked(hidden.getNIn(), hidden.getNOut(), output.getNOut());
  }

  /// Whether scoring needs nothing but two products, a bias and the softmax.
  private static boolean isLinearThenSoftmax(MultiLayerConfiguration found) {
    return found.getConfs().size() == 2
        && found.getConf(0).getLayer() instanceof DenseLayer hidden
        && found.getConf(1).getLayer() instanceof OutputLayer output
        && hidden.getActivationFn() instanceof ActivationIdentity
        && !hidden.isHasBias()
        && !hidden.isHasLayerNorm()
        && output.getActivationFn() instanceof ActivationSoftmax
        && output.isHasBias()
        && found.getInputPreProcessors().isEmpty();
  }

  private static void checkClasses(JsonNode node) throws BadNetworkException {
    if (node.isString() && node.stringValue().indexOf('.') >= 0) {
      if (!CLASSES.contains(node.stringValue())) {
        throw new BadNetworkException(
            "configuration.json: expected none but its own classes, found " + node.stringValue());
      }
    }
    for (JsonNode child : node) {
      checkClasses(child);
    }
  }
}
