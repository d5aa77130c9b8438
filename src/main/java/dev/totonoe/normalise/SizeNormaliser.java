package dev.totonoe.normalise;

/// Writes the size of clothing, shoes and goods in one spelling: capitals, no `サイズ` behind it, `～`
/// between the ends of a range, lengths without zeros behind the decimals.
///
/// | input | output |
/// |---|---|
/// | `Ｌ` | `L` |
/// | `Lサイズ` | `L` |
/// | `ｘｌ` | `XL` |
/// | `FREE` | `フリー` |
/// | `20x30cm` | `20×30cm` |
/// | `フリーサイズ` | `フリー` |
/// | `25.0センチ` | `25cm` |
/// | `M-L` | `M～L` |
/// | `100-110` | `100～110` |
/// | `M(9 号)` | `M(9号)` |
/// | `F` | unchanged |
/// | `LL` | unchanged |
/// | `XL` | unchanged |
/// | `S,M,L` | unchanged |
/// | `エル` | unchanged |
///
/// `LL`, `2L`, `XL` and `XXL` stay what they are: makers do not agree which are the same; and `F`,
/// which is free size in most lists, is a cup in some. A user's table can merge them.
///
/// Known weakness: sizes that name the wearer (`メンズL`, `3歳`) stay as they are.
final class SizeNormaliser implements Normaliser {
  @Override
  public String rule() {
    return "size";
  }

  @Override
  public String unify(String text) {
    return SizeReading.of(text).orElse(text);
  }

  /// Whether a unified cell is a size, or says that there is none.
  boolean isReadable(String cell) {
    return SizeReading.of(cell).isPresent() || NumberNormaliser.saysNothing(cell);
  }
}
