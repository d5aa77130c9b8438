package dev.totonoe.categorise;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What the rules say of one product.
///
/// @param assigned the rule that gives the category; empty: none does
/// @param vetoes the vetoes that no stronger rule preceded, the strongest first
/// @param decisive the veto but for which another rule had given the category
record Ruling(Optional<Rule> assigned, List<Rule> vetoes, Optional<Rule> decisive) {
  static final Ruling SILENCE = new Ruling(Optional.empty(), List.of(), Optional.empty());

  Ruling {
    Objects.requireNonNull(assigned);
    vetoes = List.copyOf(vetoes);
    Objects.requireNonNull(decisive);
  }

  /// What decided, in a few words.
  ///
  /// @param veto the veto that changed the outcome
  static String reason(String given, Optional<Rule> veto) {
    String vetoed = veto.map(rule -> "veto " + rule.reason()).orElse("");
    return given.isEmpty() || vetoed.isEmpty() ? given + vetoed : given + ", " + vetoed;
  }
}
