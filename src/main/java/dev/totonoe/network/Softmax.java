package dev.totonoe.network;

/// Makes probabilities of logits, with the same digits on every machine: in plain float arithmetic,
/// which Java defines to the bit (JLS 15.4), instead of `Math.exp`, which it does not, or
/// `StrictMath.exp`, which takes longer than all the rest of a score.
final class Softmax {
  /// 2 to this is the smallest float of full precision; less than it counts as it.
  private static final float EXPONENT_MIN = -126;

  private static final float LOG2_OF_E = 1.44269504f;

  /// The coefficients of 2^f for −½ ≤ f ≤ ½: powers of ln 2 over factorials.
  private static final float C1 = 0.6931471806f;

  private static final float C2 = 0.2402265070f;
  private static final float C3 = 0.0555041087f;
  private static final float C4 = 0.0096181291f;
  private static final float C5 = 0.0013333558f;
  private static final float C6 = 0.0001540353f;

  private static final int EXPONENT_BIAS = 127;
  private static final int MANTISSA_BITS = 23;

  private Softmax() {}

  /// @param logits altered: they become the probabilities
  /// @return the same array
  static float[] applyTo(float[] logits) {
    float highest = logits[Vectors.largest(logits, logits.length)];
    for (int c = 0; c < logits.length; c++) {
      logits[c] = exp(logits[c] - highest);
    }
    float sum = 0;
    for (float value : logits) {
      sum += value;
    }
    float share = 1 / sum;
    for (int c = 0; c < logits.length; c++) {
      logits[c] *= share;
    }
    return logits;
  }

  /// e^x for x of 0 or less, with a relative error below 2e-6; no less than 1e-38. Without a
  /// branch, so that several are worked out at a time.
  static float exp(float x) {
    float power = Math.max(x * LOG2_OF_E, EXPONENT_MIN);
    int whole = (int) (power - 0.5f);
    float f = power - whole;
    float mantissa = 1 + f * (C1 + f * (C2 + f * (C3 + f * (C4 + f * (C5 + f * C6)))));
    return mantissa * Float.intBitsToFloat((whole + EXPONENT_BIAS) << MANTISSA_BITS);
  }
}
