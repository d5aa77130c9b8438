package dev.totonoe.network;

/// A part of a network that is learnt by gradient steps.
interface GradientPart {
  /// Learns from a batch.
  ///
  /// @param number counts the steps, from 1
  /// @param rate the learning rate
  void step(Examples examples, int[] batch, int number, double rate);

  /// How far the part is from right on an example; it learns nothing from it.
  double loss(Examples examples, int place);
}
