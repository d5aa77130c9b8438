package dev.totonoe.network;

/// A part of a network that is learnt by gradient steps.
interface GradientPart {
  /// Learns from a batch.
  ///
  /// @param number counts the steps, from 1
  /// @param rate the learning rate
  void step(Examples examples, int[] batch, int number, double rate);

  /// The class that the part takes an example for; it learns nothing from it.
  int guess(Examples examples, int place);
}
