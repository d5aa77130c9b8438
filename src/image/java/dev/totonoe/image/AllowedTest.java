package dev.totonoe.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AllowedTest {
  private static final String LIST =
      """
      # a comment
      natives	openblas-0.3.19-1.5.7-linux-x86_64.jar	aa	OpenBLAS's shared library
      run	picocli-4.7.7.jar	bb	the command line
      run	h2-2.5.252.jar	cc	the embedded job repository
      training	openblas-0.3.19-1.5.7.jar	dd	bindings of OpenBLAS
      """;

  private static final Map<String, String> RESOLVED =
      Map.of(
          "openblas-0.3.19-1.5.7-linux-x86_64.jar", "aa",
          "picocli-4.7.7.jar", "bb",
          "h2-2.5.252.jar", "cc",
          "openblas-0.3.19-1.5.7.jar", "dd");

  private static final String ADVICE =
      "src/image/allowed.tsv is the list; src/image/list-jars writes it anew, reasons kept";

  @TempDir Path directory;

  @Test
  void acceptsWhatIsListed() {
    assertThatCode(() -> read(LIST).check(RESOLVED)).doesNotThrowAnyException();
  }

  @Test
  void keepsTheOrderOfLines() throws Exception {
    assertThat(read(LIST).of(Allowed.Part.RUN))
        .extracting(Allowed.Jar::file)
        .containsExactly("picocli-4.7.7.jar", "h2-2.5.252.jar");
  }

  @Test
  void refusesANewJar() {
    assertThatThrownBy(() -> read(LIST).check(with("left-pad-1.0.jar", "ee")))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "left-pad-1.0.jar would be new in the image: list it with its reason\n" + ADVICE);
  }

  @Test
  void refusesOtherBytes() {
    assertThatThrownBy(() -> read(LIST).check(with("picocli-4.7.7.jar", "ee")))
        .isInstanceOf(Refusal.class)
        .hasMessage("picocli-4.7.7.jar: expected SHA-256 bb but found ee\n" + ADVICE);
  }

  @Test
  void refusesAJarThatIsGone() {
    Map<String, String> resolved = new HashMap<>(RESOLVED);
    resolved.remove("h2-2.5.252.jar");

    assertThatThrownBy(() -> read(LIST).check(resolved))
        .isInstanceOf(Refusal.class)
        .hasMessage("h2-2.5.252.jar is listed and no dependency any more\n" + ADVICE);
  }

  @Test
  void refusesAllThatIsWrongAtOnce() {
    Map<String, String> resolved = with("left-pad-1.0.jar", "ee");
    resolved.remove("h2-2.5.252.jar");

    assertThatThrownBy(() -> read(LIST).check(resolved))
        .hasMessageContaining("left-pad-1.0.jar would be new")
        .hasMessageContaining("h2-2.5.252.jar is listed and no dependency any more");
  }

  @Test
  void refusesALineWithoutReason() {
    assertThatThrownBy(() -> read(LIST + "run\tleft-pad-1.0.jar\tee\t \n"))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "%s:6: left-pad-1.0.jar has no reason: say why it is worth its place",
            directory.resolve("allowed.tsv"));
  }

  @Test
  void refusesALineOfAnotherForm() {
    assertThatThrownBy(() -> read(LIST + "somewhere\tleft-pad-1.0.jar\tee\tpads\nrun\n"))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            """
            %1$s:6: expected a part (run, training, natives, none), a file name, a SHA-256 and a \
            reason between tabs
            %1$s:7: expected a part (run, training, natives, none), a file name, a SHA-256 and a \
            reason between tabs""",
            directory.resolve("allowed.tsv"));
  }

  @Test
  void anotherVersionKeepsPlacePartAndReason() throws Exception {
    Map<String, String> resolved = with("picocli-5.0.0-rc1.jar", "ee");
    resolved.remove("picocli-4.7.7.jar");

    assertThat(read(LIST).updated(resolved).text())
        .isEqualTo(
            """
            natives	openblas-0.3.19-1.5.7-linux-x86_64.jar	aa	OpenBLAS's shared library
            run	picocli-5.0.0-rc1.jar	ee	the command line
            run	h2-2.5.252.jar	cc	the embedded job repository
            training	openblas-0.3.19-1.5.7.jar	dd	bindings of OpenBLAS
            """);
  }

  @Test
  void aJarAndItsSharedLibrariesAreNotMistakenForEachOther() throws Exception {
    Map<String, String> resolved = new HashMap<>(RESOLVED);
    resolved.keySet().removeIf(file -> file.startsWith("openblas"));
    resolved.put("openblas-0.3.28-1.5.11.jar", "ee");
    resolved.put("openblas-0.3.28-1.5.11-linux-x86_64.jar", "ff");

    assertThat(read(LIST).updated(resolved).jars())
        .extracting(Allowed.Jar::part, Allowed.Jar::file)
        .contains(
            tuple(Allowed.Part.NATIVES, "openblas-0.3.28-1.5.11-linux-x86_64.jar"),
            tuple(Allowed.Part.TRAINING, "openblas-0.3.28-1.5.11.jar"));
  }

  @Test
  void aNewJarComesLastAndItsReasonIsAskedFor() throws Exception {
    Allowed updated = read(LIST).updated(with("left-pad-1.0.jar", "ee"));

    assertThat(updated.text()).endsWith("\nrun\tleft-pad-1.0.jar\tee\t\n");
    assertThat(updated.withoutReason()).containsExactly("left-pad-1.0.jar");
    assertThatThrownBy(() -> read(updated.text())).hasMessageContaining("has no reason");
  }

  @Test
  void aJarThatIsGoneLeavesTheList() throws Exception {
    Map<String, String> resolved = new HashMap<>(RESOLVED);
    resolved.remove("h2-2.5.252.jar");

    assertThat(read(LIST).updated(resolved).text()).doesNotContain("h2");
  }

  /// Which of the two would keep the line is not known, so both are new.
  @Test
  void twoVersionsAtOnceAreNew() throws Exception {
    Map<String, String> resolved = with("picocli-5.0.0.jar", "ee");
    resolved.put("picocli-5.1.0.jar", "ff");
    resolved.remove("picocli-4.7.7.jar");

    assertThat(read(LIST).updated(resolved).withoutReason())
        .containsExactly("picocli-5.0.0.jar", "picocli-5.1.0.jar");
  }

  @Test
  void theListStaysAsItIsWhereNothingChanged() throws Exception {
    Path list = Path.of("src/image/allowed.tsv");
    Allowed allowed = Allowed.read(list);
    Map<String, String> same = new HashMap<>();
    allowed.jars().forEach(jar -> same.put(jar.file(), jar.sha256()));

    List<String> lines =
        Files.readAllLines(list).stream().filter(line -> !line.startsWith("#")).toList();
    assertThat(allowed.updated(same).text().lines()).containsExactlyElementsOf(lines);
  }

  private static Map<String, String> with(String file, String sha256) {
    Map<String, String> resolved = new HashMap<>(RESOLVED);
    resolved.put(file, sha256);
    return resolved;
  }

  private Allowed read(String list) throws Exception {
    return Allowed.read(Files.writeString(directory.resolve("allowed.tsv"), list));
  }
}
