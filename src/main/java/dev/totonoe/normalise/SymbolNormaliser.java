package dev.totonoe.normalise;

/// Chooses one of two code points for symbols that windows-31j and the Unicode consortium's tables
/// map differently. The chosen one is windows-31j's, because only that one can be written to UTF-8
/// and to windows-31j alike.
///
/// | from | to | |
/// |---|---|---|
/// | U+301C `〜` | U+FF5E `～` | wave dash |
/// | U+2016 `‖` | U+2225 `∥` | double bar |
/// | U+2014 `—` | U+2015 `―` | dash |
/// | U+00A5 `¥` | U+FFE5 `￥` | yen |
/// | U+00A2 `¢` | U+FFE0 `￠` | cent |
/// | U+00A3 `£` | U+FFE1 `￡` | pound |
/// | U+00AC `¬` | U+FFE2 `￢` | not |
///
/// The minus sign U+2212 is [DashNormaliser]'s.
///
/// | input | output |
/// |---|---|
/// | `お〜いお茶` | `お～いお茶` |
/// | `¥1,980` | `￥1,980` |
/// | `東京—大阪` | `東京―大阪` |
/// | `~/a` | unchanged |
///
/// Known weakness: in a font that draws U+FF5E upside down or too wide, the wave looks odd.
///
/// Source: Unicode mapping tables CP932.TXT and JIS0208.TXT.
final class SymbolNormaliser implements Normaliser {
  private static final String FROM = "\u301C\u2016\u2014\u00A5\u00A2\u00A3\u00AC";
  private static final String TO = "\uFF5E\u2225\u2015\uFFE5\uFFE0\uFFE1\uFFE2";

  @Override
  public String rule() {
    return "symbols";
  }

  @Override
  public String unify(String text) {
    String unified = text;
    for (int i = 0; i < FROM.length(); i++) {
      unified = unified.replace(FROM.charAt(i), TO.charAt(i));
    }
    return unified;
  }
}
