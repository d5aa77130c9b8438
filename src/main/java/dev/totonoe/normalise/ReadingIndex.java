package dev.totonoe.normalise;

import dev.totonoe.normalise.CodeList.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds a word of a table by how it is read. Words with one reading are legion, so two writings
/// are taken for one word in two cases only:
///
/// - **The cell is kana, the table has the word in kanji** (`アサギリ` for `朝霧`): somebody wrote down
///   how the word is read. The reading must belong to one word of the table and have [#KANA_MIN]
///   kana: shorter ones are shared by too many words.
/// - **The cell is kanji, the table has the word in kana** (`珈琲` for `コーヒー`): only where the cell's
///   own reading has a long-vowel mark. Readings of native and Sino-Japanese words are written
///   without (`トウフ`), so that a mark tells a loanword in kanji, which no other word is read like;
///   and only where the table does not write that word in kanji itself.
///
/// Two writings in kanji are never taken for one word: `青` and `蒼`, `赤` and `垢` stay apart.
final class ReadingIndex {
  private static final int KANA_MIN = 3;

  /// Readings that two words of the table share.
  ///
  /// @param reading in katakana
  record Conflict(String reading, Entry first, Entry second) {}

  private final Readings readings;
  private final Map<String, Entry> kanjiByReading = new HashMap<>();
  private final Map<String, String> loanwords = new HashMap<>();
  private final Map<String, Conflict> conflicts = new LinkedHashMap<>();

  ReadingIndex(CodeList list, Readings readings) {
    this.readings = readings;
    Set<String> inKanji = new HashSet<>();
    List<Entry> words = list.words();
    for (Entry word : words) {
      Optional<String> reading = readings.ofKanji(word.spelling());
      if (reading.isPresent()) {
        inKanji.add(word.canonical());
        if (reading.get().length() >= KANA_MIN) {
          add(reading.get(), word);
          add(Readings.withLongVowels(reading.get()), word);
        }
      }
    }
    for (Entry word : words) {
      Optional<String> kana = Readings.ofKana(word.spelling());
      kana.map(kanjiByReading::get)
          .filter(other -> !other.canonical().equals(word.canonical()))
          .ifPresent(other -> conflict(kana.get(), other, word));
      kana.filter(reading -> reading.contains("ー") && reading.length() >= KANA_MIN)
          .filter(reading -> !inKanji.contains(word.canonical()))
          .ifPresent(reading -> loanwords.put(reading, word.canonical()));
    }
    conflicts.keySet().forEach(kanjiByReading::remove);
    conflicts.keySet().forEach(loanwords::remove);
  }

  private void add(String reading, Entry word) {
    Entry first = kanjiByReading.putIfAbsent(reading, word);
    if (first != null && !first.canonical().equals(word.canonical())) {
      conflict(reading, first, word);
    }
  }

  private void conflict(String reading, Entry first, Entry second) {
    Entry earlier = first.line() <= second.line() ? first : second;
    Entry later = earlier == first ? second : first;
    conflicts.putIfAbsent(reading, new Conflict(reading, earlier, later));
  }

  /// The canonical word that is read like this text.
  Optional<String> canonical(String text) {
    Optional<String> kana = Readings.ofKana(text);
    if (kana.isPresent()) {
      return kana.map(kanjiByReading::get).map(Entry::canonical);
    }
    return loanwords.isEmpty() ? Optional.empty() : readings.ofKanji(text).map(loanwords::get);
  }

  /// Readings by which nothing is looked up, because two words of the table have them; of each two
  /// words one.
  List<Conflict> conflicts() {
    Set<List<Entry>> told = new HashSet<>();
    return conflicts.values().stream()
        .filter(conflict -> told.add(List.of(conflict.first, conflict.second)))
        .toList();
  }
}
