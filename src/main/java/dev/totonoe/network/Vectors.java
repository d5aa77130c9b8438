package dev.totonoe.network;

/// Sums over stretches of plain arrays, always in the same order.
final class Vectors {
  private Vectors() {}

  /// `to[toStart + i] += factor · from[fromStart + i]` for each i below `length`.
  static void add(float factor, float[] from, int fromStart, float[] to, int toStart, int length) {
    for (int i = 0; i < length; i++) {
      to[toStart + i] += factor * from[fromStart + i];
    }
  }

  static float dot(float[] a, int aStart, float[] b, int bStart, int length) {
    float sum = 0;
    for (int i = 0; i < length; i++) {
      sum += a[aStart + i] * b[bStart + i];
    }
    return sum;
  }
}
