package dev.totonoe.categorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.EnvironmentFailure;
import dev.totonoe.failure.InputFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DelimitedFileTest {
  @TempDir Path directory;

  @Test
  void readsQuotedCellsAndKeepsLineNumbers() throws Exception {
    DelimitedFile table = read("\uFEFFa,b\r\n\"x \"\"y\"\"\n, z\",\n\n1,2");

    assertThat(table.header()).containsExactly("a", "b");
    assertThat(table.body())
        .containsExactly(
            new DelimitedFile.Row(2, List.of("x \"y\"\n, z", "")),
            new DelimitedFile.Row(5, List.of("1", "2")));
  }

  @Test
  void readsTabsWhereTheHeaderHasOneAndQuotesAsTheyStand() throws Exception {
    assertThat(read("a\tb\n\"x,\ty\n").body())
        .containsExactly(new DelimitedFile.Row(2, List.of("\"x,", "y")));
  }

  @Test
  void emptyFileHasNoRows() throws Exception {
    assertThat(read("").header()).isEmpty();
    assertThat(read("").body()).isEmpty();
  }

  @Test
  void namesTheLineOfAnOpenQuote() {
    assertThatThrownBy(() -> read("a,b\n1,\"2\n3,4\n"))
        .isInstanceOf(InputFailure.class)
        .hasMessageEndingWith("table.csv:2: a quote opens that is never closed");
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws Exception {
    Path file = Files.write(directory.resolve("table.csv"), "品".getBytes("windows-31j"));

    assertThatThrownBy(() -> DelimitedFile.read(file))
        .isInstanceOf(InputFailure.class)
        .hasMessageEndingWith("expected UTF-8 text");
  }

  @Test
  void missingFileIsTheEnvironments() {
    assertThatThrownBy(() -> DelimitedFile.read(directory.resolve("absent.csv")))
        .isInstanceOf(EnvironmentFailure.class)
        .hasMessageContaining("absent.csv");
  }

  private DelimitedFile read(String text) throws Exception {
    return DelimitedFile.read(Files.writeString(directory.resolve("table.csv"), text));
  }
}
