package dev.totonoe.train;

/// Shares of rows, and what a share that was counted on few rows says of all others.
final class Shares {
  /// One-sided: this often the true share lies above the lower bound. High, because the rows that
  /// come next are few, too, and a promise is checked on them.
  static final double CONFIDENCE = 0.99;

  /// The quantile of the normal distribution at [#CONFIDENCE].
  private static final double CONFIDENCE_Z = 2.3263;

  private Shares() {}

  /// A part of a whole; 0 of nothing is 0.
  static double of(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /// The lower bound of a share's score interval (Wilson 1927, "Probable inference, the law of
  /// succession, and statistical inference"), one-sided at [#CONFIDENCE]; 0 where nothing was
  /// counted. `950 of 1,000` → 0.9314, `19 of 19` → 0.7783, `0 of 5` → 0.
  static double lowerBound(long right, long of) {
    if (of == 0) {
      return 0;
    }
    double share = (double) right / of;
    double z2 = CONFIDENCE_Z * CONFIDENCE_Z / of;
    double spread = CONFIDENCE_Z * Math.sqrt((share * (1 - share) + z2 / 4) / of);
    return Math.max(0, (share + z2 / 2 - spread) / (1 + z2));
  }

  /// How many rows it takes at least to prove a share: all of them right.
  static int rowsToProve(double share) {
    return (int) Math.ceil(CONFIDENCE_Z * CONFIDENCE_Z * share / (1 - share));
  }
}
