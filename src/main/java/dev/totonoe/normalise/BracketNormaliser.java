package dev.totonoe.normalise;

import java.util.BitSet;

/// Writes each pair of brackets with one kind, and brackets that only look different as the usual
/// ones.
///
/// | from | to |
/// |---|---|
/// | U+FE59 `﹙` U+FE5A `﹚`, U+2768–U+276B `❨❩❪❫`, U+FE35 `︵` U+FE36 `︶` | `(` `)` |
/// | U+FE47 `﹇` U+FE48 `﹈` | `[` `]` |
/// | U+FE5B `﹛` U+FE5C `﹜`, U+2774 `❴` U+2775 `❵`, U+FE37 `︷` U+FE38 `︸` | `{` `}` |
/// | U+FE5D `﹝` U+FE5E `﹞`, U+2772 `❲` U+2773 `❳`, U+FE39 `︹` U+FE3A `︺` | `〔` `〕` |
/// | U+FE3B `︻` U+FE3C `︼`, U+3016 `〖` U+3017 `〗` | `【` `】` |
/// | U+2329 U+232A, U+27E8 `⟨` U+27E9 `⟩`, U+276C–U+2771 `❬❭❮❯❰❱`, U+FE3F `︿` U+FE40 `﹀` | `〈` `〉` |
/// | U+27EA `⟪` U+27EB `⟫`, U+FE3D `︽` U+FE3E `︾` | `《` `》` |
/// | U+FE41 `﹁` U+FE42 `﹂` | `「` `」` |
/// | U+FE43 `﹃` U+FE44 `﹄` | `『` `』` |
///
/// The kinds `()`, `[]`, `{}`, `【】`, `〔〕`, `〈〉`, `《》`, `≪≫`, `「」`, `『』` mean something each and
/// stay. A pair of two kinds gets the kind that opens it, when all brackets of the cell pair up,
/// none of them cross, and there are letters between the two.
///
/// | input | output |
/// |---|---|
/// | `42個入[食洗機　洗剤］` | `42個入[食洗機　洗剤]` |
/// | `（国産)米` | `（国産）米` |
/// | `【限定] 緑茶` | `【限定】 緑茶` |
/// | `⟨新茶⟩` | `〈新茶〉` |
/// | `令和6年産】` | unchanged |
/// | `緑茶(500ml` | unchanged |
/// | `(緑茶[新茶)箱]` | unchanged |
/// | `[0,1)` | unchanged |
///
/// Known weakness: a lonely bracket stays, because nobody knows where its other half stood.
final class BracketNormaliser implements Normaliser {
  private static final String FROM = "﹙﹚❨❩❪❫︵︶﹇﹈﹛﹜❴❵︷︸﹝﹞❲❳︹︺︻︼〖〗\u2329\u232A⟨⟩❬❭❮❯❰❱︿﹀⟪⟫︽︾﹁﹂﹃﹄";

  private static final String TO = "()()()()[]{}{}{}〔〕〔〕〔〕【】【】〈〉〈〉〈〉〈〉〈〉〈〉《》《》「」『』";

  /// The kinds, each bracket in the place of its other half.
  private static final String OPEN = "([{【〔〈《≪「『（［｛｢";

  private static final String CLOSE = ")]}】〕〉》≫」』）］｝｣";

  /// The last four are other widths of the kinds at 0, 1, 2 and 8.
  private static final int KINDS = 10;

  private static final int[] OTHER_WIDTHS = {0, 1, 2, 8};

  private static final BitSet BRACKETS = bits(OPEN + CLOSE);
  private static final BitSet MAY_CHANGE = bits(FROM + OPEN);

  @Override
  public String rule() {
    return "brackets";
  }

  @Override
  public String unify(String text) {
    int first = 0;
    while (first < text.length() && !MAY_CHANGE.get(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = first; i < out.length(); i++) {
      char c = out.charAt(i);
      if (MAY_CHANGE.get(c) && FROM.indexOf(c) >= 0) {
        out.setCharAt(i, TO.charAt(FROM.indexOf(c)));
      }
    }
    pairUp(out);
    return out.compareTo(new StringBuilder(text)) == 0 ? text : out.toString();
  }

  /// Gives each closing bracket the kind of its opening one, where that is certain.
  private static void pairUp(StringBuilder text) {
    int[] open = new int[text.length()];
    int depth = 0;
    int[] kindOf = new int[text.length()];
    boolean mixed = false;
    int openingKinds = 0;
    int closingKinds = 0;
    int lastLetter = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lastLetter = Character.isLetter(c) ? i : lastLetter;
      int closes = BRACKETS.get(c) ? CLOSE.indexOf(c) : -1;
      if (closes >= 0) {
        if (depth == 0) {
          return;
        }
        int start = open[--depth];
        int opened = OPEN.indexOf(text.charAt(start));
        kindOf[i] = opened;
        mixed |= opened != closes;
        if (kind(opened) != kind(closes)) {
          openingKinds |= 1 << kind(opened);
          closingKinds |= 1 << kind(closes);
          if (lastLetter < start) {
            return;
          }
        }
      } else if (BRACKETS.get(c)) {
        open[depth++] = i;
      }
    }
    if (!mixed || depth > 0 || (openingKinds & closingKinds) != 0) {
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      if (BRACKETS.get(text.charAt(i)) && CLOSE.indexOf(text.charAt(i)) >= 0) {
        text.setCharAt(i, CLOSE.charAt(kindOf[i]));
      }
    }
  }

  /// The kind of a bracket, the same for its widths.
  private static int kind(int index) {
    return index < KINDS ? index : OTHER_WIDTHS[index - KINDS];
  }

  private static BitSet bits(String characters) {
    BitSet bits = new BitSet();
    characters.chars().forEach(bits::set);
    return bits;
  }
}
