package dev.totonoe.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A line of the list.
  ///
  /// @param sha256 of the file as Maven Central has it, in lower-case hexadecimal
  record Jar(Part part, String file, String sha256, String reason) {}

  private static final String HEADING = "# part\tfile\tsha256\treason";

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

  /// The list for other jars: parts and reasons of those that are there in another version are
  /// kept, new ones have no reason, so that the list is refused until somebody writes one.
  String rewritten(Map<String, String> resolved) {
    Map<String, Jar> known = new TreeMap<>();
    jars.forEach(jar -> known.put(artifact(jar.file()), jar));
    List<Jar> now = new ArrayList<>();
    resolved.forEach(
        (file, sha256) -> {
          Jar before = known.get(artifact(file));
          now.add(
              before == null
                  ? new Jar(Part.RUN, file, sha256, "")
                  : new Jar(before.part(), file, sha256, before.reason()));
        });
    return now.stream()
        .sorted(java.util.Comparator.comparing(Jar::part).thenComparing(Jar::file))
        .map(jar -> String.join("\t", jar.part().word(), jar.file(), jar.sha256(), jar.reason()))
        .collect(Collectors.joining("\n", HEADING + "\n", "\n"));
  }

  /// `nd4j-native-1.0.0-M2.1-linux-x86_64.jar` → `nd4j-native-linux-x86_64`.
  private static String artifact(String file) {
    return file.replaceFirst("-[0-9][^-]*(-M[0-9.]*[0-9]|-[0-9][^-]*)?(?=-linux|\\.jar$)", "")
        .replaceFirst("\\.jar$", "");
  }
}
