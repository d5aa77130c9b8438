package dev.totonoe.network;

/// Sums and the like over stretches of plain arrays, always in the same order.
final class Vectors {
  private Vectors() {}

  /// `to[toStart + i] += factor · from[fromStart + i]` for each i below `length`.
  static void add(float factor, float[] from, int fromStart, float[] to, int toStart, int length) {
    for (int i = 0; i < length; i++) {
      to[toStart + i] += factor * from[fromStart + i];
    }
  }

  /// Four sums side by side: a single one would wait for itself at every step.
  static float dot(float[] a, int aStart, float[] b, int bStart, int length) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      sum0 += a[aStart + i] * b[bStart + i];
      sum1 += a[aStart + i + 1] * b[bStart + i + 1];
      sum2 += a[aStart + i + 2] * b[bStart + i + 2];
      sum3 += a[aStart + i + 3] * b[bStart + i + 3];
    }
    for (; i < length; i++) {
      sum0 += a[aStart + i] * b[bStart + i];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }

  /// The place of the largest of the first `length` values; of equal ones the first.
  static int largest(float[] values, int length) {
    int largest = 0;
    for (int i = 1; i < length; i++) {
      if (values[i] > values[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
