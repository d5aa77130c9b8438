package dev.totonoe.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the list of what may be in the images anew, for the jars that the build resolves now.
/// Started by `src/image/list-jars`.
final class ListJars {
  private ListJars() {}

  /// @param arguments the directory of the clone, with `target/lib`
  public static void main(String[] arguments) throws IOException {
    try {
      Path clone = Path.of(arguments[0]).toAbsolutePath().normalize();
      Path list = clone.resolve("src/image/allowed.tsv");
      Allowed now = Allowed.read(list).updated(StageImage.resolvedJars(clone));
      String heading =
          Files.readAllLines(list).stream()
              .takeWhile(line -> line.startsWith("#"))
              .collect(Collectors.joining("\n", "", "\n"));
      Files.writeString(list, heading + now.text());
      List<String> open = now.withoutReason();
      open.forEach(file -> System.out.println(file + " is new: write its part and its reason"));
    } catch (Refusal e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
