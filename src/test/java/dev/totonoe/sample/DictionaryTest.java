package dev.totonoe.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.totonoe.categorise.Categoriser;
import dev.totonoe.categorise.Category;
import dev.totonoe.categorise.ProductText;
import dev.totonoe.sample.Lexicon.Generic;
import dev.totonoe.sample.Lexicon.Line;
import dev.totonoe.sample.Lexicon.Maker;
import dev.totonoe.sample.Words.Word;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;

/// The default dictionary bundle holds together, and agrees with the lexicon.
final class DictionaryTest {
  private static final Path DICTIONARY = Path.of("dictionaries/default");

  @Test
  void everyNodeStandsBelowItsParent() throws IOException {
    Map<String, String> paths = new LinkedHashMap<>();
    for (List<String> row : rows("taxonomy.csv", "id,path,name")) {
      String id = row.get(0);
      assertThat(id).matches("([0-9]{2}){1,3}");
      String parent = id.length() == 2 ? "" : paths.get(id.substring(0, id.length() - 2)) + " > ";
      assertThat(row.get(1)).isEqualTo(parent + row.get(2));
      assertThat(paths.put(id, row.get(1))).isNull();
    }
    assertThat(new HashSet<>(paths.values())).hasSameSizeAs(paths.keySet());
  }

  @Test
  void everyLeafHasWordsAndEveryWordALeaf() throws IOException {
    Map<String, Integer> generics = new HashMap<>();
    for (Line line : Lexicon.read().lines()) {
      generics.merge(line.categoryId(), line.generics().size(), Integer::sum);
    }
    assertThat(generics.keySet()).isEqualTo(leaves());
    assertThat(generics.values()).allMatch(count -> count >= 14);
    assertThat(leaves()).hasSizeGreaterThan(100);
    assertThat(Lexicon.read().terms()).hasSizeGreaterThan(4000);
  }

  @Test
  void noNounBelongsToTwoLeaves() throws IOException {
    Map<String, String> leafOf = new HashMap<>();
    for (Line line : Lexicon.read().lines()) {
      for (Generic generic : line.generics()) {
        for (String spelling : generic.spellings()) {
          assertThat(leafOf.putIfAbsent(spelling, line.categoryId())).as(spelling).isNull();
        }
      }
    }
  }

  @Test
  void everyUserDictionaryEntryChangesHowItsWordIsCut() throws IOException {
    UserDictionary dictionary;
    try (Reader reader = Files.newBufferedReader(DICTIONARY.resolve("userdict.csv"))) {
      dictionary = UserDictionary.open(reader);
    }
    List<String> entries =
        Files.readAllLines(DICTIONARY.resolve("userdict.csv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(entries).hasSizeGreaterThan(150).doesNotHaveDuplicates();
    for (String entry : entries) {
      String[] cells = entry.split(",", -1);
      assertThat(cells).as(entry).hasSize(4);
      assertThat(cells[2]).as(entry).matches("[ァ-ヶー ]+");
      assertThat(cut(dictionary, cells[0])).isEqualTo(cells[1]);
      assertThat(cut(null, cells[0])).isNotEqualTo(cells[1]);
    }
  }

  @Test
  void noRuleForNamesContradictsTheLexicon() throws IOException {
    Categoriser rulesOnly = Categoriser.open(Optional.empty(), DICTIONARY, OptionalDouble.empty());
    long rules = rules("keyword").size() + rules("phrase").size();
    assertThat(rules).isGreaterThan(90);
    Set<String> used = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    for (Line line : Lexicon.read().lines()) {
      List<String> names = names(line);
      List<Category> categories =
          rulesOnly.categorise(names.stream().map(ProductText::named).toList());
      for (int i = 0; i < names.size(); i++) {
        Category category = categories.get(i);
        if (category.status() == Category.Status.ACCEPTED) {
          used.add(category.reason());
          if (!category.id().equals(line.categoryId())) {
            wrong.add(names.get(i) + ": " + category.reason());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(used).hasSizeGreaterThan((int) rules * 8 / 10);
  }

  @Test
  void noRuleForNamesContradictsTheWords() throws IOException {
    Categoriser rulesOnly = Categoriser.open(Optional.empty(), DICTIONARY, OptionalDouble.empty());
    List<String> wrong = new ArrayList<>();
    for (Word word : Words.read().all()) {
      for (String spelling : word.spellings()) {
        Category category = rulesOnly.categorise(List.of(ProductText.named(spelling))).getFirst();
        if (category.status() == Category.Status.ACCEPTED
            && !category.id().equals(word.categoryId())) {
          wrong.add("%s: %s: %s".formatted(word.place(), spelling, category.reason()));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aPhraseIsNotTakenForWhatIsMadeForIt() {
    Categoriser rulesOnly = Categoriser.open(Optional.empty(), DICTIONARY, OptionalDouble.empty());
    for (String name :
        List.of(
            "ガムテープカッター",
            "ボールペンケース",
            "不織布マスクケース",
            "ワインレッド スパークリングワイングラス",
            "オートミールクッキー",
            "カマンベールチーズケーキ")) {
      assertThat(rulesOnly.categorise(List.of(ProductText.named(name))).getFirst().status())
          .as(name)
          .isEqualTo(Category.Status.NONE);
    }
    assertThat(rulesOnly.categorise(List.of(ProductText.named("布ガムテープ 50mm"))).getFirst().reason())
        .isEqualTo("phrase ガムテープ");
  }

  @Test
  void everyRuleNamesALeafAndNoPatternComesTwice() throws IOException {
    List<List<String>> all = rows("rules.csv", "kind,pattern,category_id,note");
    assertThat(all).allMatch(row -> Set.of("keyword", "phrase", "source").contains(row.get(0)));
    assertThat(leaves()).containsAll(all.stream().map(row -> row.get(2)).toList());
    assertThat(all.stream().map(row -> row.get(0) + row.get(1))).doesNotHaveDuplicates();
    assertThat(rules("source")).hasSizeGreaterThan(30);
  }

  @Test
  void aReplacementIsDoneAfterOneGo() throws IOException {
    List<List<String>> all = rows("replacements.csv", "kind,from,to");
    for (List<String> row : all) {
      assertThat(row.get(0)).isIn("name", "maker", "content", "text", "*");
      for (List<String> other : all) {
        boolean meet = row.get(0).equals(other.get(0)) || row.get(0).equals("*");
        if (meet) {
          assertThat(row.get(2)).as("%s then %s", row, other).doesNotContain(other.get(1));
        }
      }
    }
  }

  @Test
  void aBrandIsDoneAfterOneGo() throws IOException {
    List<List<String>> brands = rows("brands.csv", "spelling,canonical");
    Set<String> canonical = brands.stream().map(row -> row.get(1)).collect(Collectors.toSet());
    assertThat(brands.stream().map(List::getFirst)).doesNotHaveDuplicates();
    assertThat(brands.stream().map(List::getFirst)).doesNotContainAnyElementsOf(canonical);
    assertThat(canonical).hasSizeGreaterThan(50);
    assertThat(brands).hasSizeGreaterThan(120);
  }

  @Test
  void theDictionaryKnowsEverySpellingOfTheLexiconsMakers() throws IOException {
    Map<String, String> brands =
        rows("brands.csv", "spelling,canonical").stream()
            .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
    for (Maker maker : Lexicon.read().makers()) {
      for (String spelling : maker.spellings()) {
        assertThat(brands).containsEntry(spelling, maker.name());
      }
    }
  }

  @Test
  void noDeletablePhraseIsPartOfAProduct() throws IOException {
    List<String> phrases = rows("deletable.csv", "phrase").stream().map(List::getFirst).toList();
    assertThat(phrases).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    for (String term : Lexicon.read().terms()) {
      assertThat(phrases).as(term).noneMatch(term::contains);
    }
  }

  @Test
  void theHeldOutNounsAreATenthAndNotAmongTheTrainingNames() throws IOException {
    Lexicon lexicon = Lexicon.read();
    String training = LabelledNames.training(lexicon, Words.read());
    String heldOut = LabelledNames.heldOut(lexicon);
    assertThat(names(training)).doesNotContainAnyElementsOf(names(heldOut));
    assertThat(names(training).size()).isBetween(50_000, 70_000);
    int kept = nouns(LabelledNames.training(lexicon, new Words(List.of()))).size();
    int tested = nouns(heldOut).size();
    assertThat(100 * tested / (kept + tested)).isBetween(7, 13);
  }

  private static Set<String> nouns(String csv) {
    return csv.lines()
        .skip(1)
        .map(row -> row.substring(row.lastIndexOf(',') + 1))
        .collect(Collectors.toSet());
  }

  private static Set<String> names(String csv) {
    return csv.lines()
        .skip(1)
        .map(row -> row.substring(0, row.lastIndexOf(',')))
        .collect(Collectors.toSet());
  }

  /// The nouns of a line with each of its modifiers.
  private static List<String> names(Line line) {
    List<String> names = new ArrayList<>();
    for (Generic generic : line.generics()) {
      for (String noun : generic.spellings()) {
        names.add(noun);
        line.before().forEach(before -> names.add(before + noun));
        line.after().forEach(after -> names.add(noun + after));
      }
    }
    return names;
  }

  private static Set<String> leaves() throws IOException {
    return rows("taxonomy.csv", "id,path,name").stream()
        .map(List::getFirst)
        .filter(id -> id.length() == 6)
        .collect(Collectors.toSet());
  }

  private static List<List<String>> rules(String kind) throws IOException {
    return rows("rules.csv", "kind,pattern,category_id,note").stream()
        .filter(row -> row.get(0).equals(kind))
        .toList();
  }

  /// The bundle's tables need no quotes so far; a quote here fails.
  private static List<List<String>> rows(String file, String header) throws IOException {
    List<String> lines = Files.readAllLines(DICTIONARY.resolve(file));
    assertThat(lines.getFirst()).isEqualTo(header);
    assertThat(lines).noneMatch(line -> line.contains("\""));
    int cells = header.split(",").length;
    return lines.stream()
        .skip(1)
        .map(line -> Stream.of(line.split(",", -1)).toList())
        .peek(row -> assertThat(row).hasSize(cells))
        .toList();
  }

  private static String cut(UserDictionary dictionary, String text) throws IOException {
    try (JapaneseTokenizer tokenizer =
        new JapaneseTokenizer(dictionary, false, JapaneseTokenizer.Mode.SEARCH)) {
      CharTermAttribute term = tokenizer.addAttribute(CharTermAttribute.class);
      tokenizer.setReader(new StringReader(text));
      tokenizer.reset();
      List<String> tokens = new ArrayList<>();
      while (tokenizer.incrementToken()) {
        tokens.add(term.toString());
      }
      return String.join(" ", tokens);
    }
  }
}
