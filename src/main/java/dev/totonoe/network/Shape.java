package dev.totonoe.network;

/// The sizes of a network.
///
/// @param inputs buckets that features are hashed to
/// @param rank what an input's row of weights is long in a narrow network; [#WIDE] where a row has
///   a weight for each class
/// @param classes outputs
record Shape(int inputs, int rank, int classes) {
  static final int WIDE = 0;

  private static final int INPUTS_MAX = 1 << 22;
  private static final int RANK_MAX = 4_096;
  private static final int CLASSES_MAX = 100_000;

  /// In memory a byte each for as long as the network is used, and three while it is read.
  private static final long PARAMETERS_MAX = 1L << 27;

  static Shape checked(long inputs, long rank, long classes) throws BadNetworkException {
    checkRange("inputs", inputs, INPUTS_MAX);
    checkRange("classes", classes, CLASSES_MAX);
    if (rank != WIDE) {
      checkRange("outputs of the first layer", rank, RANK_MAX);
    }
    Shape shape = new Shape((int) inputs, (int) rank, (int) classes);
    checkRange("parameters", shape.parameters(), PARAMETERS_MAX);
    return shape;
  }

  private static void checkRange(String what, long value, long max) throws BadNetworkException {
    if (value < 1 || value > max) {
      throw new BadNetworkException(
          "expected 1 to %,d %s but found %d".formatted(max, what, value));
    }
  }

  boolean isWide() {
    return rank == WIDE;
  }

  /// How long an input's row of weights is.
  int width() {
    return isWide() ? classes : rank;
  }

  long parameters() {
    return (long) inputs * width() + (isWide() ? 0 : (long) rank * classes) + classes;
  }
}
