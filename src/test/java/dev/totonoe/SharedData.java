package dev.totonoe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Finds the real data beside the checkout; a test that needs it is skipped, with a message, where
/// it is absent.
public final class SharedData {
  private SharedData() {}

  public static Path find(String relative) {
    return Stream.of("../shared/data", "../../shared/data")
        .map(base -> Path.of(base, relative))
        .filter(Files::exists)
        .findFirst()
        .orElseGet(
            () -> {
              Assumptions.abort("no ../shared/data/" + relative + " beside this checkout");
              return Path.of(relative);
            });
  }
}
