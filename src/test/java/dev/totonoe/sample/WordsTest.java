package dev.totonoe.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.totonoe.sample.Lexicon.Generic;
import dev.totonoe.sample.Lexicon.Line;
import dev.totonoe.sample.Words.Kind;
import dev.totonoe.sample.Words.Word;
import dev.totonoe.text.Folding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The words to learn from are read as they stand, and contradict neither each other nor the
/// lexicon.
final class WordsTest {
  private static final Path TAXONOMY = Path.of("dictionaries/default/taxonomy.csv");
  private static final int LEAF_LENGTH = 6;

  @TempDir private Path folder;

  @Test
  void everyWordHasALeafAndStandsOnce() throws IOException {
    assertThat(complaints(Words.read(), leaves(), Lexicon.read().lines())).isEmpty();
  }

  @Test
  void readsWordsWithTheirSpellingsAndPlaces() throws IOException {
    Path file = write("10-fresh.tsv", "100101\tnoun\t水菜=みず菜|春菊", "100101\ttrap\t春菊の種");
    assertThat(Words.read(folder).all())
        .containsExactly(
            new Word("100101", Kind.NOUN, List.of("水菜", "みず菜"), file + ":2"),
            new Word("100101", Kind.NOUN, List.of("春菊"), file + ":2"),
            new Word("100101", Kind.TRAP, List.of("春菊の種"), file + ":3"));
  }

  @Test
  void refusesALineWithoutThreeCells() throws IOException {
    Path file = write("10-fresh.tsv", "100101\tnoun");
    assertThatThrownBy(() -> Words.read(folder))
        .hasMessage(file + ":2: expected 3 cells but found 2");
  }

  @Test
  void refusesAKindThatItDoesNotKnow() throws IOException {
    Path file = write("10-fresh.tsv", "100101\tmaker\t穂高野青果");
    assertThatThrownBy(() -> Words.read(folder))
        .hasMessage(file + ":2: expected the kind noun, brand or trap but found maker");
  }

  @Test
  void complainsOfAnIdThatIsNoLeaf() throws IOException {
    Path file = write("10-fresh.tsv", "1001\tnoun\t野菜");
    assertThat(complaints(Words.read(folder), Set.of("100101"), List.of()))
        .containsExactly(file + ":2: 野菜: 1001 is no leaf of the taxonomy");
  }

  @Test
  void complainsOfAWordThatStandsTwiceInAnotherWidthCaseKanaOrSpacing() throws IOException {
    Path fresh = write("10-fresh.tsv", "100101\tnoun\tわけぎ|小松菜");
    Path home = write("24-home.tsv", "240602\tnoun\tﾜｹｷﾞ|小 松菜");
    assertThat(complaints(Words.read(folder), Set.of("100101", "240602"), List.of()))
        .containsExactly(
            home + ":2: ﾜｹｷﾞ: stands at " + fresh + ":2 already",
            home + ":2: 小 松菜: stands at " + fresh + ":2 already");
  }

  @Test
  void complainsOfAWordThatTheLexiconHas() throws IOException {
    Path file = write("10-fresh.tsv", "100101\tnoun\tミズナ=水菜");
    Line line =
        new Line(
            "100101",
            List.of(new Generic("100101", List.of("みずな"))),
            List.of(),
            List.of(),
            List.of(),
            1,
            2);
    assertThat(complaints(Words.read(folder), Set.of("100101"), List.of(line)))
        .containsExactly(file + ":2: ミズナ: stands at 100101 of the lexicon already");
  }

  @Test
  void complainsOfEmptyWordsAndStraySpaces() throws IOException {
    Path file = write("10-fresh.tsv", "100101\tnoun\t春菊 ||水菜");
    assertThat(complaints(Words.read(folder), Set.of("100101"), List.of()))
        .containsExactly(
            file + ":2: 春菊 : expected a word without spaces at its ends",
            file + ":2: : expected a word without spaces at its ends");
  }

  private Path write(String name, String... lines) throws IOException {
    List<String> all = new ArrayList<>(List.of("category_id\tkind\twords"));
    all.addAll(List.of(lines));
    return Files.write(folder.resolve(name), all);
  }

  /// Sentences that begin with `file:line: word: `. Spellings of one word may be the same but for
  /// spaces and kana.
  private static List<String> complaints(Words words, Set<String> leaves, List<Line> lexicon) {
    Map<String, String> places = new HashMap<>();
    for (Line line : lexicon) {
      for (Generic generic : line.generics()) {
        generic
            .spellings()
            .forEach(name -> places.put(key(name), line.categoryId() + " of the lexicon"));
      }
    }
    List<String> complaints = new ArrayList<>();
    for (Word word : words.all()) {
      String start = word.place() + ": " + word.spellings().getFirst() + ": ";
      if (!leaves.contains(word.categoryId())) {
        complaints.add(start + word.categoryId() + " is no leaf of the taxonomy");
      }
      for (String spelling : word.spellings()) {
        if (spelling.isEmpty() || !spelling.strip().equals(spelling)) {
          complaints.add(
              word.place() + ": " + spelling + ": expected a word without spaces at its ends");
        }
      }
      for (String key : word.spellings().stream().map(WordsTest::key).distinct().toList()) {
        String earlier = places.putIfAbsent(key, word.place());
        if (earlier != null) {
          complaints.add(start + "stands at " + earlier + " already");
        }
      }
      if (word.spellings().stream().distinct().count() < word.spellings().size()) {
        complaints.add(start + "has a spelling twice");
      }
    }
    return complaints;
  }

  private static String key(String spelling) {
    return Folding.fold(spelling).replace(" ", "");
  }

  private static Set<String> leaves() throws IOException {
    return Files.readAllLines(TAXONOMY).stream()
        .map(row -> row.substring(0, row.indexOf(',')))
        .filter(id -> id.length() == LEAF_LENGTH)
        .collect(Collectors.toSet());
  }
}
