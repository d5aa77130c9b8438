package dev.totonoe.failure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What an exception was made of: frameworks and class loaders wrap what really happened.
public final class Causes {
  /// Causes may go round in a circle.
  private static final int CAUSES_MAX = 50;

  private Causes() {}

  /// The exception itself, its cause, the cause of that, and so on.
  public static List<Throwable> of(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(CAUSES_MAX).toList();
  }

  /// What everything else was wrapped around.
  public static Throwable rootOf(Throwable thrown) {
    return of(thrown).getLast();
  }
}
