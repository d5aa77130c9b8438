package dev.totonoe.normalise;

/// Writes a cell in the canonical spelling of the table's word that is read like it, when the cell
/// is none of the table's spellings. [ReadingIndex] says when two writings are one word.
///
/// With the table `コーヒー → コーヒー`, `珈琲豆 → 珈琲豆`, `朝霧 → 朝霧ミート`, `豆腐 → 豆腐`, `伊藤 → 伊藤`, `伊東 → 伊東`:
///
/// | input | output |
/// |---|---|
/// | `珈琲` | `コーヒー` |
/// | `あさぎり` | `朝霧ミート` |
/// | `トウフ` | `豆腐` |
/// | `トーフ` | `豆腐` |
/// | `イトウ` | unchanged |
/// | `浅霧` | unchanged |
/// | `公費` | unchanged |
///
/// Known weakness: a word that Kuromoji reads wrongly, as it does with rare names, is not found; a
/// native word in kanji for one in kana (`林檎` for `りんご`) is not either, since other words may be
/// read the same: both take a line in the table.
final class ReadingNormaliser implements Normaliser {
  private final CodeListNormaliser list;
  private final ReadingIndex index;

  ReadingNormaliser(CodeList list, Readings readings) {
    this.list = new CodeListNormaliser("list", list);
    this.index = new ReadingIndex(list, readings);
  }

  @Override
  public String rule() {
    return "reading";
  }

  @Override
  public boolean isByTable() {
    return true;
  }

  @Override
  public String unify(String text) {
    return text.length() > Readings.CHARS_MAX || list.knows(text)
        ? text
        : index.canonical(text).orElse(text);
  }
}
