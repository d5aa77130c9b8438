package dev.totonoe.image;

import java.util.List;

/// The image cannot be built; the message says what is wrong and what to do, a line for each thing.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }

  static void unlessEmpty(List<String> wrong) {
    if (!wrong.isEmpty()) {
      throw new Refusal(String.join("\n", wrong));
    }
  }
}
