package dev.totonoe.normalise;

/// Unifies one kind of value in a cell.
///
/// Every normaliser is pure, deterministic, idempotent and total: it takes any string, lone
/// surrogates and 100 kB of brackets included, in linear time, and throws nothing. Its Javadoc
/// lists pairs of input and output, and a test reads them from there; `<U+3000>` in a pair stands
/// for the code point, `unchanged` for the input itself.
interface Normaliser {
  /// The word that stands for this normaliser in a change's rule, such as `width`.
  String rule();

  /// The unified text; the argument itself where there is nothing to unify.
  String unify(String text);

  /// Whether a table says what is written, so that the rules before this one may have work again.
  default boolean isByTable() {
    return false;
  }
}
