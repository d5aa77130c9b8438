package dev.totonoe.network;

/// The sizes of a network's layers.
///
/// @param inputs buckets that features are hashed to
/// @param width outputs of the hidden layer
/// @param classes outputs of the network
record Shape(int inputs, int width, int classes) {
  private static final int INPUTS_MAX = 1 << 22;
  private static final int WIDTH_MAX = 4_096;
  private static final int CLASSES_MAX = 100_000;

  /// So that the coefficients fit one array of bytes: 1 GB.
  private static final long PARAMETERS_MAX = 1L << 28;

  static Shape checked(long inputs, long width, long classes) throws BadNetworkException {
    checkRange("inputs", inputs, INPUTS_MAX);
    checkRange("width", width, WIDTH_MAX);
    checkRange("classes", classes, CLASSES_MAX);
    Shape shape = new Shape((int) inputs, (int) width, (int) classes);
    checkRange("parameters", shape.parameters(), PARAMETERS_MAX);
    return shape;
  }

  private static void checkRange(String what, long value, long max) throws BadNetworkException {
    if (value < 1 || value > max) {
      throw new BadNetworkException(
          "expected 1 to %,d %s but found %d".formatted(max, what, value));
    }
  }

  long parameters() {
    return (long) inputs * width + (long) width * classes + classes;
  }
}
