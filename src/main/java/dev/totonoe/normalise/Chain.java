package dev.totonoe.normalise;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Normalisers one after the other.
///
/// Rules without tables leave nothing to do behind them, in their order: one pass is enough. Rules
/// of the user's tables can undo each other, so where one acts a chain runs until nothing changes
/// any more. If that does not happen within [#PASSES_MAX] passes, the text stays as the chain found
/// it.
final class Chain {
  /// More passes than this need tables whose rules feed each other in a circle.
  static final int PASSES_MAX = 8;

  /// Values: everything on one line; names and free text have more, see [Words].
  static final Chain NAME = text(SpaceNormaliser.oneLine());

  /// Codes: width and spaces only.
  static final Chain CODE =
      new Chain(
          List.of(
              new ControlNormaliser(),
              new WidthNormaliser(),
              SpaceNormaliser.oneLine(),
              new ApostropheNormaliser()));

  private final List<Normaliser> normalisers;

  Chain(List<Normaliser> normalisers) {
    this.normalisers = List.copyOf(normalisers);
  }

  private static Chain text(Normaliser spaces) {
    return new Chain(
        List.of(
            new ControlNormaliser(),
            new DashNormaliser(),
            new KanaNormaliser(),
            new WidthNormaliser(),
            new SymbolNormaliser(),
            spaces));
  }

  /// This chain with others behind it.
  Chain then(Normaliser... others) {
    List<Normaliser> all = new ArrayList<>(normalisers);
    all.addAll(List.of(others));
    return new Chain(all);
  }

  /// This chain without the normalisers whose rules are off.
  Chain only(Predicate<String> isOn) {
    return new Chain(
        normalisers.stream().filter(normaliser -> isOn.test(normaliser.rule())).toList());
  }

  List<Normaliser> normalisers() {
    return normalisers;
  }

  /// @param text the unified text
  /// @param rule the words of the rules that acted, joined by `+`
  /// @param settled whether the chain came to rest
  record Unified(String text, String rule, boolean settled) {
    /// What a further rule made of the text, and the chain of its result.
    Unified then(String further, Unified next) {
      String joined =
          Stream.of(rule, further, next.rule)
              .flatMap(words -> Stream.of(words.split("\\+")))
              .filter(word -> !word.isEmpty())
              .distinct()
              .collect(Collectors.joining("+"));
      return new Unified(next.text, joined, settled && next.settled);
    }
  }

  String unify(String raw) {
    return run(raw).text();
  }

  Unified run(String raw) {
    Set<String> acted = new LinkedHashSet<>(0);
    String text = raw;
    for (int pass = 0; pass < PASSES_MAX; pass++) {
      String before = text;
      boolean again = false;
      for (Normaliser normaliser : normalisers) {
        String after = normaliser.unify(text);
        if (!after.equals(text)) {
          text = after;
          acted.add(normaliser.rule());
          again |= normaliser.isByTable();
        }
      }
      if (!again || text.equals(before)) {
        return new Unified(text, String.join("+", acted), true);
      }
    }
    return new Unified(raw, "", false);
  }
}
