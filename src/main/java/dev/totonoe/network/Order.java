package dev.totonoe.network;

import java.util.Arrays;
import java.util.SplittableRandom;

/// The order in which a training sees its examples: every round shuffled anew, the same for the
/// same seed.
final class Order {
  private final int[] places;
  private final int batch;
  private final SplittableRandom random;
  private int next;

  Order(int size, int batch, long seed) {
    this.places = new int[size];
    for (int i = 0; i < size; i++) {
      places[i] = i;
    }
    this.batch = batch;
    this.random = new SplittableRandom(seed);
    this.next = size;
  }

  /// The next examples: `batch` of them, fewer at the end of a round.
  int[] nextBatch() {
    if (next >= places.length) {
      shuffle();
      next = 0;
    }
    int end = Math.min(places.length, next + batch);
    int[] result = Arrays.copyOfRange(places, next, end);
    next = end;
    return result;
  }

  private void shuffle() {
    for (int i = places.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int place = places[i];
      places[i] = places[other];
      places[other] = place;
    }
  }
}
