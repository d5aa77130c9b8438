package dev.totonoe.network;

/// Told after every step of a training.
@FunctionalInterface
public interface Steps {
  void done(int steps, int of);
}
