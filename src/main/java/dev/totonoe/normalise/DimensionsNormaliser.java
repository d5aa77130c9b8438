package dev.totonoe.normalise;

import java.util.regex.Pattern;

/// Writes the lengths of a thing's sides with `×` between them, in the order in which they stand.
/// Sides that have a name get its letter; a unit that every side has stands once, at the end. No
/// unit and no name is added, and nothing is converted.
///
/// | input | output |
/// |---|---|
/// | `60(W)x40(D)x30(H)` | `W60×D40×H30` |
/// | `幅60×奥行40×高さ30cm` | `W60×D40×H30cm` |
/// | `W600*D400*H300` | `W600×D400×H300` |
/// | `幅1,200㎜、奥行き450㎜、高さ700㎜` | `W1200×D450×H700mm` |
/// | `直径26センチ` | `φ26cm` |
/// | `約20X30cm` | `約20×30cm` |
/// | `25cm x 50m` | `25cm×50m` |
/// | `600×400(mm)` | `600×400mm` |
/// | `W60×D40×H30cm` | unchanged |
/// | `20×30` | unchanged |
/// | `60L` | unchanged |
/// | `20/30/40` | unchanged |
///
/// `縦` and `横` stay words: of a lying thing `縦` is its depth, of a standing one its height.
///
/// Known weakness: sides with remarks between them (`W60(脚含む)×D40`) stay as they are.
final class DimensionsNormaliser implements Normaliser {
  private static final Pattern PAPER = Pattern.compile("[AB](?:10|[0-9])(?:判|版|サイズ)?");

  private final DecimalMark mark;

  DimensionsNormaliser() {
    this(DecimalMark.POINT);
  }

  DimensionsNormaliser(DecimalMark mark) {
    this.mark = mark;
  }

  @Override
  public String rule() {
    return "dimensions";
  }

  @Override
  public String unify(String text) {
    return DimensionsReading.of(text, mark).map(reading -> reading.written(mark)).orElse(text);
  }

  /// Whether a unified cell gives dimensions or a paper size, or says that there are none.
  boolean isReadable(String cell) {
    return DimensionsReading.of(cell, mark).isPresent()
        || PAPER.matcher(cell).matches()
        || NumberNormaliser.saysNothing(cell);
  }
}
