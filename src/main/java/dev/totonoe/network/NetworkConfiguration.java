package dev.totonoe.network;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `configuration.json`: DL4J's description of the layers: a softmax, and in a narrow network a
/// linear layer before it. DL4J writes it ([Dl4jFormat]). It is read as data, without DL4J: the
/// file names Java classes, so that a hostile one could choose what DL4J instantiates; and starting
/// DL4J to read two sizes would take most of a worker's start.
final class NetworkConfiguration {
  private static final String LINEAR_LAYER = "org.deeplearning4j.nn.conf.layers.DenseLayer";
  private static final String OUTPUT_LAYER = "org.deeplearning4j.nn.conf.layers.OutputLayer";
  private static final String IDENTITY = "org.nd4j.linalg.activations.impl.ActivationIdentity";
  private static final String SOFTMAX = "org.nd4j.linalg.activations.impl.ActivationSoftmax";
  private static final String CLASS = "@class";
  private static final int LAYERS_MAX = 2;

  private static final JsonMapper JSON = JsonMapper.shared();

  private NetworkConfiguration() {}

  static Shape read(byte[] json) throws BadNetworkException {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JacksonException e) {
      throw new BadNetworkException("configuration.json is not JSON: " + e.getOriginalMessage());
    }
    JsonNode layers = root.path("confs");
    if (layers.size() < 1 || layers.size() > LAYERS_MAX || !isPlain(root)) {
      throw unlike();
    }
    JsonNode first = layers.path(0).path("layer");
    JsonNode last = layers.path(layers.size() - 1).path("layer");
    if (!isLayer(last, OUTPUT_LAYER, SOFTMAX, true)) {
      throw unlike();
    }
    if (layers.size() == 1) {
      return Shape.checked(size(last, "nin"), Shape.WIDE, size(last, "nout"));
    }
    if (!isLayer(first, LINEAR_LAYER, IDENTITY, false)) {
      throw unlike();
    }
    long rank = size(first, "nout");
    if (size(last, "nin") != rank) {
      throw new BadNetworkException(
          "configuration.json: expected layers that fit but one gives %d and the next takes %d"
              .formatted(rank, size(last, "nin")));
    }
    if (rank == Shape.WIDE) {
      throw new BadNetworkException("configuration.json: expected a rank of 1 or more but found 0");
    }
    return Shape.checked(size(first, "nin"), rank, size(last, "nout"));
  }

  private static boolean isPlain(JsonNode root) {
    return root.path("inputPreProcessors").isEmpty()
        && root.path("dataType").asString("").equals("FLOAT");
  }

  /// Whether scoring with the layer is a product, a bias where it has one, and the activation.
  private static boolean isLayer(
      JsonNode layer, String className, String activation, boolean hasBias) {
    return layer.path(CLASS).asString("").equals(className)
        && layer.path("activationFn").path(CLASS).asString("").equals(activation)
        && layer.path("hasBias").asBoolean(!hasBias) == hasBias
        && !layer.path("hasLayerNorm").asBoolean(false)
        && isAbsent(layer.path("idropout"))
        && isAbsent(layer.path("weightNoise"))
        && isAbsent(layer.path("constraints"));
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  private static long size(JsonNode layer, String name) throws BadNetworkException {
    JsonNode size = layer.path(name);
    if (!size.isIntegralNumber()) {
      throw new BadNetworkException(
          "configuration.json: expected %s to be a whole number but found %s"
              .formatted(name, size));
    }
    return size.asLong();
  }

  private static BadNetworkException unlike() {
    return new BadNetworkException(
        "configuration.json: expected a softmax, or a linear layer and a softmax, as `totonoe train`"
            + " writes");
  }
}
