package dev.totonoe.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What may be in an image: a jar for each line of a file, with its part, its SHA-256 and the
/// reason why it is worth its megabytes. What the build resolved and this list differ in is a
/// refusal, so no dependency slips in by another one's upgrade.
///
/// The file has four columns between tabs: part, file name, SHA-256, reason. Lines that start with
/// `#` are comments. The order of lines is the order of the class path.
record Allowed(List<Jar> jars) {
  /// Which images have the jar, and how.
  enum Part {
    /// On the class path of every image.
    RUN,
    /// On the class path of the complete image only, behind the others.
    TRAINING,
    /// Its shared libraries are in the complete image; the jar itself is not.
    NATIVES,
    /// Resolved by the build, in no image.
    NONE;

    private static Optional<Part> of(String word) {
      return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A line of the list.
  ///
  /// @param sha256 of the file as Maven Central has it, in lower-case hexadecimal
  record Jar(Part part, String file, String sha256, String reason) {}

  Allowed {
    jars = List.copyOf(jars);
  }

  /// Reads the list.
  ///
  /// @throws Refusal with one sentence for each line that is wrong
  static Allowed read(Path file) throws IOException {
    List<Jar> jars = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      Optional<Part> part = Part.of(cells[0]);
      if (cells.length != 4 || part.isEmpty()) {
        wrong.add(
            "%s:%d: expected a part (%s), a file name, a SHA-256 and a reason between tabs"
                .formatted(
                    file,
                    number,
                    Arrays.stream(Part.values())
                        .map(Part::word)
                        .collect(Collectors.joining(", "))));
      } else if (cells[3].isBlank()) {
        wrong.add(
            "%s:%d: %s has no reason: say why it is worth its place"
                .formatted(file, number, cells[1]));
      } else {
        jars.add(new Jar(part.get(), cells[1], cells[2], cells[3]));
      }
    }
    Refusal.unlessEmpty(wrong);
    return new Allowed(jars);
  }

  List<Jar> of(Part part) {
    return jars.stream().filter(jar -> jar.part() == part).toList();
  }

  /// Compares the list with what the build resolved.
  ///
  /// @param resolved file name → SHA-256
  /// @throws Refusal with one sentence for each jar that is not listed, listed with other bytes, or
  ///   listed and not there
  void check(Map<String, String> resolved) {
    Map<String, Jar> listed = new TreeMap<>();
    jars.forEach(jar -> listed.put(jar.file(), jar));
    List<String> wrong = new ArrayList<>();
    for (String file : new TreeSet<>(resolved.keySet())) {
      Jar jar = listed.remove(file);
      if (jar == null) {
        wrong.add(file + " would be new in the image: list it with its reason");
      } else if (!jar.sha256().equals(resolved.get(file))) {
        wrong.add(
            "%s: expected SHA-256 %s but found %s"
                .formatted(file, jar.sha256(), resolved.get(file)));
      }
    }
    listed.keySet().forEach(file -> wrong.add(file + " is listed and no dependency any more"));
    if (!wrong.isEmpty()) {
      wrong.add(
          "src/image/allowed.tsv is the list; src/image/list-jars writes it anew, reasons kept");
    }
    Refusal.unlessEmpty(wrong);
  }

  /// The list for other jars. A jar that is there in another version keeps its line's place, part
  /// and reason; a new one comes last, without a reason, so that the list is refused until somebody
  /// writes one.
  ///
  /// @param resolved file name → SHA-256
  Allowed updated(Map<String, String> resolved) {
    Map<String, String> left = new TreeMap<>(resolved);
    Map<String, String> now = new HashMap<>();
    for (Jar jar : jars) {
      if (left.remove(jar.file()) != null) {
        now.put(jar.file(), jar.file());
      }
    }
    for (Jar jar : jars) {
      List<String> versions =
          left.keySet().stream()
              .filter(file -> artifact(file).equals(artifact(jar.file())))
              .toList();
      if (!now.containsKey(jar.file()) && versions.size() == 1) {
        now.put(jar.file(), versions.getFirst());
        left.remove(versions.getFirst());
      }
    }
    List<Jar> updated = new ArrayList<>();
    for (Jar jar : jars) {
      Optional.ofNullable(now.get(jar.file()))
          .ifPresent(
              file -> updated.add(new Jar(jar.part(), file, sha256(resolved, file), jar.reason())));
    }
    left.forEach((file, sha256) -> updated.add(new Jar(Part.RUN, file, sha256, "")));
    return new Allowed(updated);
  }

  /// The lines of the list, without comments.
  String text() {
    return jars.stream()
        .map(jar -> String.join("\t", jar.part().word(), jar.file(), jar.sha256(), jar.reason()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /// Files that somebody has to write a reason for.
  List<String> withoutReason() {
    return jars.stream().filter(jar -> jar.reason().isBlank()).map(Jar::file).toList();
  }

  /// `openblas-0.3.19-1.5.7-linux-x86_64.jar` → `openblas-linux-x86_64`.
  private static String artifact(String file) {
    return file.replaceFirst("-[0-9].*?(-linux-[a-z0-9_]+)?\\.jar$", "$1");
  }

  private static String sha256(Map<String, String> resolved, String file) {
    return Objects.requireNonNull(resolved.get(file));
  }
}
