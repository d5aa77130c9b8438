package dev.totonoe.sample;

import java.util.List;
import java.util.SplittableRandom;

/// Seeded chance. SplittableRandom's 64-bit sequence is fixed by its algorithm (Steele, Lea and
/// Flood, 2014); the bounded draws are made here, so that no library's choice can change the
/// sample.
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /// From 0 to `bound` - 1. The bias of the multiplication is below 2^-32 for any bound used here.
  int below(int bound) {
    return (int) Math.unsignedMultiplyHigh(random.nextLong(), bound);
  }

  /// From `low` to `high`, both included.
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  boolean chance(int percent) {
    return below(100) < percent;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  String pick(String... choices) {
    return choices[below(choices.length)];
  }
}
