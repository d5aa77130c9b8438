package dev.totonoe.normalise;

import dev.totonoe.text.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Writes katakana words as the dictionary does, where a terminal had no small kana (`ツ` for `ッ`)
/// or no long-vowel mark (`-` for `ー`). A run of katakana is read as words, each letter as it
/// stands or mended; the cheapest reading wins, if it is the only one and cheaper than the run as
/// it stands.
///
/// | letter | may stand for | where |
/// |---|---|---|
/// | `ツ` U+30C4 | `ッ` U+30C3 | before a consonant of the カ, サ, タ, ハ rows and their voiced forms |
/// | `ヤ` `ユ` `ヨ` U+30E4 … | `ャ` `ュ` `ョ` U+30E3 … | after キシチニヒミリギジヂビピ; ユ also after テデフヴ |
/// | `ア` `イ` `ウ` `エ` `オ` U+30A2 … | `ァ` `ィ` `ゥ` `ェ` `ォ` U+30A1 … | after フヴツクグテデトドウシジチ, as loanwords have them |
/// | `-` U+002D | `ー` U+30FC | after katakana |
///
/// With the brands `アロンアルフア`, `富士フイルム`:
///
/// | input | output |
/// |---|---|
/// | `チヨコレート` | `チョコレート` |
/// | `コ-ヒ-` | `コーヒー` |
/// | `カレ-ライス 中辛` | `カレーライス 中辛` |
/// | `ボツクスティッシュ` | `ボックスティッシュ` |
/// | `キユーピー マヨネ-ズ` | `キユーピー マヨネーズ` |
/// | `バナナ-アボカド` | unchanged |
/// | `富士フイルム` | unchanged |
/// | `ピクチヤ-レ-ル` | unchanged |
/// | `カツオ` | unchanged |
/// | `アロンアルフアA` | unchanged |
/// | `キユーピーマヨネ-ズ` | unchanged |
///
/// Known weakness: a word that the dictionary lacks stays (`シラツプ`), and so does one that it has in
/// two spellings (`ウエツト`: ウエット, ウェット), or one that is written together with an unknown name. In a
/// column of readings the reading of a kanji word can look like a loanword (`ネツト` for 熱湯); switch
/// the rule off there.
final class KatakanaNormaliser implements Normaliser {
  /// Longer runs are no names of products.
  private static final int RUN_LENGTH_MAX = 40;

  /// A proper name around a run is looked for within so many characters before it.
  private static final int NAME_PREFIX_MAX = 6;

  /// Words in katakana that are no loanwords but look like one when mended: 二十日, 立地.
  private static final List<String> NATIVE = List.of("ハツカ", "リツチ");

  private static final char LONG_VOWEL = 'ー';
  private static final char HYPHEN = '-';

  private final Vocabulary vocabulary;
  private final List<String> properNames;

  /// @param properNames spellings that stay although they look mendable: brands and makers
  KatakanaNormaliser(Vocabulary vocabulary, Collection<String> properNames) {
    this.vocabulary = vocabulary;
    this.properNames =
        Stream.concat(NATIVE.stream(), properNames.stream())
            .filter(name -> isMendable(name, 0, name.length()))
            .toList();
  }

  @Override
  public String rule() {
    return "katakana";
  }

  @Override
  public boolean isByTable() {
    return true;
  }

  @Override
  public String unify(String text) {
    StringBuilder out = null;
    int i = 0;
    while (i < text.length()) {
      if (!isKatakana(text.charAt(i))) {
        i++;
        continue;
      }
      int end = endOfRun(text, i);
      if (end - i <= RUN_LENGTH_MAX && isMendable(text, i, end)) {
        String run = text.substring(i, end);
        String mended = mended(run);
        if (!mended.equals(run) && !isProperName(text, i, end)) {
          out = out == null ? new StringBuilder(text) : out;
          out.replace(i, end, mended);
        }
      }
      i = end;
    }
    return out == null ? text : out.toString();
  }

  private static int endOfRun(String text, int start) {
    int end = start;
    while (end < text.length() && (isKatakana(text.charAt(end)) || text.charAt(end) == HYPHEN)) {
      end++;
    }
    boolean code =
        end < text.length() && text.charAt(end - 1) == HYPHEN && isAlphanumeric(text.charAt(end));
    return code ? end - 1 : end;
  }

  private static boolean isMendable(String text, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (mends(text, i, end) != 0) {
        return true;
      }
    }
    return false;
  }

  /// What the letter at a place may stand for; 0: itself only.
  private static char mends(String text, int at, int end) {
    char c = text.charAt(at);
    char before = text.charAt(at - 1);
    char after = at + 1 < end ? text.charAt(at + 1) : 0;
    return switch (c) {
      case HYPHEN -> before == HYPHEN ? 0 : LONG_VOWEL;
      case 'ツ' ->
          after >= 'カ' && after <= 'ヂ' || after >= 'ツ' && after <= 'ド' || isHRow(after) ? 'ッ' : 0;
      case 'ヤ', 'ヨ' -> "キシチニヒミリギジヂビピ".indexOf(before) >= 0 ? (char) (c - 1) : 0;
      case 'ユ' -> "キシチニヒミリギジヂビピテデフヴ".indexOf(before) >= 0 ? 'ュ' : 0;
      case 'ア' -> "フヴツクグ".indexOf(before) >= 0 ? 'ァ' : 0;
      case 'イ' -> "フヴツクテデウ".indexOf(before) >= 0 ? 'ィ' : 0;
      case 'ウ' -> "トド".indexOf(before) >= 0 ? 'ゥ' : 0;
      case 'エ' -> "フヴツクシジチウ".indexOf(before) >= 0 ? 'ェ' : 0;
      case 'オ' -> "フヴツクウ".indexOf(before) >= 0 ? 'ォ' : 0;
      default -> 0;
    };
  }

  private static boolean isHRow(char c) {
    return c >= 'ハ' && c <= 'ポ';
  }

  private String mended(String run) {
    List<String> plain = new ArrayList<>(run.length());
    List<String> spellings = new ArrayList<>(run.length());
    for (int i = 0; i < run.length(); i++) {
      String letter = run.substring(i, i + 1);
      char other = i == 0 ? 0 : mends(run, i, run.length());
      plain.add(letter);
      spellings.add(other == 0 ? letter : letter + other);
    }
    KatakanaReading mended = KatakanaReading.of(run, spellings, vocabulary, properNames);
    boolean doubtful = mended.text().indexOf(HYPHEN) >= 0; // where one lengthens, all should
    if (mended.text().equals(run) || !mended.isKnown() || !mended.isUnique() || doubtful) {
      return run;
    }
    KatakanaReading asItStands = KatakanaReading.of(run, plain, vocabulary, properNames);
    boolean stays =
        asItStands.isCertain() || asItStands.cost() <= mended.cost() || vocabulary.knows(run);
    return stays ? run : mended.text();
  }

  /// Whether a name that the dictionary or the user's tables have covers the run as it stands.
  private boolean isProperName(String text, int start, int end) {
    for (int from = Math.max(0, start - NAME_PREFIX_MAX); from <= start; from++) {
      String word = text.substring(from, end);
      if (properNames.contains(word) || vocabulary.knows(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKatakana(char c) {
    return c >= 'ァ' && c <= 'ヴ' || c == LONG_VOWEL;
  }

  private static boolean isAlphanumeric(char c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
