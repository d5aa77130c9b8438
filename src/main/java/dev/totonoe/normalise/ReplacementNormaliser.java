package dev.totonoe.normalise;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Replaces substrings as the user's table `replacements.csv` says, the longest match first, in one
/// pass from left to right. Where the replacement contains the pattern and stands there already,
/// nothing happens.
///
/// With the table `ケチャプ → ケチャップ`, `アサヒ → アサヒビール`, `(株) → ㈱`:
///
/// | input | output |
/// |---|---|
/// | `トマトケチャプ 500g` | `トマトケチャップ 500g` |
/// | `(株)明治` | `㈱明治` |
/// | `アサヒ スーパードライ` | `アサヒビール スーパードライ` |
/// | `アサヒビール スーパードライ` | unchanged |
///
/// Known weakness: it does not know words: `(株)` is replaced inside any text.
final class ReplacementNormaliser implements Normaliser {
  private final Map<Character, List<Tables.Replacement>> byFirst = new HashMap<>();

  /// The keys above; most letters of a text begin nothing, and this is quicker to ask.
  private final BitSet firstLetters = new BitSet();

  ReplacementNormaliser(List<Tables.Replacement> replacements) {
    replacements.stream()
        .sorted(Comparator.comparing((Tables.Replacement r) -> r.from().length()).reversed())
        .forEach(r -> byFirst.computeIfAbsent(r.from().charAt(0), c -> new ArrayList<>()).add(r));
    byFirst.keySet().forEach(firstLetters::set);
  }

  @Override
  public String rule() {
    return "replacement";
  }

  @Override
  public boolean isByTable() {
    return true;
  }

  @Override
  public String unify(String text) {
    StringBuilder out = null;
    int copied = 0;
    int i = 0;
    while (i < text.length()) {
      Tables.Replacement match = matchAt(text, i);
      if (match == null) {
        i++;
        continue;
      }
      if (!isReplaced(text, i, match)) {
        out = out == null ? new StringBuilder(text.length()) : out;
        out.append(text, copied, i).append(match.to());
        copied = i + match.from().length();
      }
      i += match.from().length();
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  private Tables.@Nullable Replacement matchAt(String text, int at) {
    if (!firstLetters.get(text.charAt(at))) {
      return null;
    }
    for (Tables.Replacement replacement : byFirst.getOrDefault(text.charAt(at), List.of())) {
      if (text.startsWith(replacement.from(), at)) {
        return replacement;
      }
    }
    return null;
  }

  private static boolean isReplaced(String text, int at, Tables.Replacement replacement) {
    int offset = replacement.to().indexOf(replacement.from());
    return offset >= 0 && at >= offset && text.startsWith(replacement.to(), at - offset);
  }
}
