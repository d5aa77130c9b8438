package dev.totonoe;

import dev.totonoe.cli.Cli;
import dev.totonoe.cli.Termination;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The worker's entry point: runs the command line, ends with its exit code.
public final class Totonoe {
  private Totonoe() {}

  static void main(String[] arguments) {
    Termination termination = Termination.onSignals();
    // Messages and numbers read the same on every machine.
    Locale.setDefault(Locale.ROOT);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exit = Cli.execute(arguments, out, err, System.getenv(), termination);
    System.exit(termination.end(exit));
  }
}
