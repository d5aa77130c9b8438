package dev.totonoe.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the lines of a MeCab dictionary's sources are laid out. Both begin with surface, left and
/// right context, cost and six columns of part of speech and inflection.
public enum MecabFormat {
  /// IPADIC and what descends from it (NAIST-jdic, NEologd): base form, reading, pronunciation.
  IPADIC(13, 10, 11, 12),

  /// UniDic: reading of the lemma, lemma, form, its pronunciation, which stands for the reading.
  /// Lucene holds one number for both contexts of a word, below 8,192 (LUCENE-4056): releases since
  /// 2.3, such as Debian's `unidic-mecab`, have two and more, and are refused line by line.
  UNIDIC(14, 11, 13, 13);

  /// UniDic has 17 columns of features behind the first four, NAIST-jdic 11.
  private static final int UNIDIC_COLUMNS_MIN = 17;

  private final int columnsMin;
  private final int baseForm;
  private final int reading;
  private final int pronunciation;

  MecabFormat(int columnsMin, int baseForm, int reading, int pronunciation) {
    this.columnsMin = columnsMin;
    this.baseForm = baseForm;
    this.reading = reading;
    this.pronunciation = pronunciation;
  }

  /// As the command line has it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<MecabFormat> ofWord(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  static MecabFormat ofColumns(int columns) {
    return columns >= UNIDIC_COLUMNS_MIN ? UNIDIC : IPADIC;
  }

  int columnsMin() {
    return columnsMin;
  }

  /// UniDic tells lemmas apart by what follows a hyphen (`私-代名詞`, `アイス-ice`).
  String baseForm(List<String> cells) {
    String cell = cells.get(baseForm);
    int hyphen = this == UNIDIC ? cell.indexOf('-') : -1;
    return hyphen > 0 ? cell.substring(0, hyphen) : cell;
  }

  String reading(List<String> cells) {
    return orSurface(cells, cells.get(reading));
  }

  String pronunciation(List<String> cells) {
    return orSurface(cells, cells.get(pronunciation));
  }

  /// UniDic gives punctuation no pronunciation.
  private String orSurface(List<String> cells, String cell) {
    boolean none = this == UNIDIC && (cell.isEmpty() || cell.equals("*"));
    return none ? cells.get(0) : cell;
  }
}
