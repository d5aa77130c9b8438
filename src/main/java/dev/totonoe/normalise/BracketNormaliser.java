package dev.totonoe.normalise;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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

  @Override
  public String rule() {
    return "brackets";
  }

  @Override
  public String unify(String text) {
    int first = 0;
    while (first < text.length() && !isBracket(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = first; i < out.length(); i++) {
      int known = FROM.indexOf(out.charAt(i));
      if (known >= 0) {
        out.setCharAt(i, TO.charAt(known));
      }
    }
    pairUp(out);
    return out.compareTo(new StringBuilder(text)) == 0 ? text : out.toString();
  }

  private static boolean isBracket(char c) {
    return c > 'z' && FROM.indexOf(c) >= 0 || OPEN.indexOf(c) >= 0;
  }

  /// Gives each closing bracket the kind of its opening one, where that is certain.
  private static void pairUp(StringBuilder text) {
    Deque<Integer> open = new ArrayDeque<>();
    Map<Integer, Integer> mixed = new HashMap<>();
    Set<Integer> opening = new HashSet<>();
    Set<Integer> closing = new HashSet<>();
    int lastLetter = -1;
    for (int i = 0; i < text.length(); i++) {
      lastLetter = Character.isLetter(text.charAt(i)) ? i : lastLetter;
      int closes = CLOSE.indexOf(text.charAt(i));
      if (OPEN.indexOf(text.charAt(i)) >= 0) {
        open.push(i);
      } else if (closes >= 0) {
        if (open.isEmpty()) {
          return;
        }
        int start = open.pop();
        int opened = OPEN.indexOf(text.charAt(start));
        if (opened != closes) {
          mixed.put(i, opened);
        }
        if (kind(opened) != kind(closes)) {
          opening.add(kind(opened));
          closing.add(kind(closes));
          if (lastLetter < start) {
            return;
          }
        }
      }
    }
    opening.retainAll(closing);
    if (open.isEmpty() && opening.isEmpty()) {
      mixed.forEach((at, kind) -> text.setCharAt(at, CLOSE.charAt(kind)));
    }
  }

  /// The kind of a bracket, the same for its wide and its narrow form.
  private static int kind(int index) {
    char open = WidthNormaliser.narrow(OPEN.charAt(index));
    return open == '｢' ? '「' : open;
  }
}
