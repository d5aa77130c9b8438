package dev.totonoe.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.InputFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvTableTest {
  @TempDir Path directory;

  @Test
  void readsABundleFile() throws IOException {
    CsvTable table = CsvTable.read(file("taxonomy.csv", "id,path,name\n10,食品,食品\n1001,食品 > 米,米\n"));
    assertThat(table.header()).containsExactly("id", "path", "name");
    assertThat(table.rows())
        .containsExactly(
            new CsvTable.Row(2, List.of("10", "食品", "食品")),
            new CsvTable.Row(3, List.of("1001", "食品 > 米", "米")));
    assertThat(table.indexOf("name")).contains(2);
    assertThat(table.indexOf("kind")).isEmpty();
  }

  @Test
  void readsATableOfOneColumnWhateverIsInIt() throws IOException {
    CsvTable table = CsvTable.read(file("deletable.csv", "phrase\n送料無料|\n10\n\"a,b\"\n"));
    assertThat(table.rows())
        .extracting(CsvTable.Row::cells)
        .containsExactly(List.of("送料無料|"), List.of("10"), List.of("a,b"));
  }

  @Test
  void readsTabsInATsv() throws IOException {
    CsvTable table = CsvTable.read(file("x.tsv", "name\tlabel\na, b, c\t1\nd, e, f\t2\n"));
    assertThat(table.header()).containsExactly("name", "label");
    assertThat(table.rows()).hasSize(2);
  }

  @Test
  void readsAHeaderAlone() throws IOException {
    assertThat(CsvTable.read(file("brands.csv", "spelling,canonical\n")).rows()).isEmpty();
  }

  @Test
  void streamsTheHeaderFirst() throws IOException {
    List<Object> seen = new ArrayList<>();
    CsvTable.stream(file("a.csv", "a,b\n1,2\n"), seen::add, seen::add);
    assertThat(seen).containsExactly(List.of("a", "b"), new CsvTable.Row(2, List.of("1", "2")));
  }

  @Test
  void refusesAMalformedRow() throws IOException {
    Path file = file("rules.csv", "kind,pattern\nkeyword,酢\nkeyword\n");
    assertThatThrownBy(() -> CsvTable.read(file))
        .isInstanceOf(InputFailure.class)
        .hasMessage(
            file
                + ":3: expected 2 cells as in the header but found 1; the table is not used; add the"
                + " missing cells, or quote a line break that stands inside a cell");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> CsvTable.read(directory.resolve("none.csv")))
        .isInstanceOf(InputFailure.class)
        .hasMessageEndingWith(
            "none.csv: expected a table but there is no such file; check the path");
  }

  private Path file(String name, String text) throws IOException {
    return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
