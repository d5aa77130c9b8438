package dev.totonoe.network;

/// A model file that is not a network of this room; the message says what was expected and found.
final class BadNetworkException extends Exception {
  private static final long serialVersionUID = 1L;

  BadNetworkException(String message) {
    super(message);
  }
}
