package dev.totonoe.job;

import java.util.concurrent.atomic.AtomicReference;

/// What one step of the job leaves for the later ones.
final class Once<T> {
  private final String step;
  private final AtomicReference<T> value = new AtomicReference<>();

  /// @param step the step that sets it, for the message when the order is wrong
  Once(String step) {
    this.step = step;
  }

  void set(T value) {
    if (!this.value.compareAndSet(null, value)) {
      throw new IllegalStateException("step " + step + " ran twice");
    }
  }

  T get() {
    T found = value.get();
    if (found == null) {
      throw new IllegalStateException("step " + step + " has not run");
    }
    return found;
  }

  boolean isSet() {
    return value.get() != null;
  }
}
