package dev.totonoe.categorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.failure.ConfigurationFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TaxonomyTest {
  @TempDir Path directory;

  @Test
  void namesEveryBadLine() {
    String longest = "x".repeat(Taxonomy.PATH_LENGTH_MAX);
    assertThatThrownBy(
            () ->
                read(
                    """
                    id,path,name
                    10,食品,食品
                    10,酒,酒
                    11,食品,食品
                    ,x,x
                    12,食品 >  > 茶,茶
                    13,食品 > ,
                    14,茶\u200B,茶
                    15,LONGEST,x
                    16,LONGESTx,x
                    """
                        .replace("LONGEST", longest)))
        .isInstanceOf(ConfigurationFailure.class)
        .message()
        .isEqualTo(
            """
            the taxonomy has errors:
            FILE:3: the id 10 is already taken by 食品
            FILE:4: the path 食品 is already taken by 10
            FILE:5: a category needs an id and a path but has '', 'x'
            FILE:6: the path 食品 >  > 茶 has an empty name
            FILE:8: a category has the invisible character U+200B
            FILE:10: expected a path of at most 1,000 characters but found 1,001"""
                .replace("FILE", file().toString()));
  }

  @Test
  void warnsOfWhatIsHardlyMeant() throws Exception {
    assertThat(
            read("id,path,name\n10,食品,食品\n食品,酒,酒\n1101,茶 > 緑茶,緑茶\n1001,食品 > 飲料,ドリンク\n")
                .warnings(Path.of("t.csv")))
        .containsExactly(
            "t.csv:3: the id 食品 is also the path of 10",
            "t.csv:4: nothing has the path of its parent, 茶",
            "t.csv:5: the path ends with 飲料 but the name is ドリンク");
  }

  @Test
  void refusesAnotherHeader() {
    assertThatThrownBy(() -> read("id,name\n"))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(file() + ":1: expected the header [id, path, name] but found [id, name]");
  }

  @Test
  void hasALargestSize() throws Exception {
    String most =
        IntStream.range(0, Taxonomy.CATEGORIES_MAX)
            .mapToObj("%1$d,c%1$d,c%1$d"::formatted)
            .collect(Collectors.joining("\n", "id,path,name\n", "\n"));
    assertThat(read(most).path("99999")).isEqualTo("c99999");
    assertThatThrownBy(() -> read(most + "a,a,a\n"))
        .isInstanceOf(ConfigurationFailure.class)
        .hasMessage(file() + ": expected at most 100,000 categories but found 100,001");
  }

  private Taxonomy read(String text) throws Exception {
    return Taxonomy.read(Files.writeString(file(), text));
  }

  private Path file() {
    return directory.resolve("taxonomy.csv");
  }
}
