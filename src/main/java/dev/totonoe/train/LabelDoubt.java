package dev.totonoe.train;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A labelled row whose label is probably wrong.
///
/// @param reason why
/// @param row the row
/// @param likelier the label that it probably should have, in the form of the file's labels; empty
///   where nothing speaks for one
/// @param ownScore the probability of its label, where a model doubts it; 0 otherwise
/// @param likelierScore the probability of the other, where a model doubts it; 0 otherwise
/// @param sameName the lines of the other rows of the name, where they contradict; empty otherwise
record LabelDoubt(
    Reason reason,
    LabelledRows.Row row,
    String likelier,
    double ownScore,
    double likelierScore,
    String sameName) {
  /// The columns of [#cells()].
  static final List<String> HEADER =
      List.of(
          "reason",
          "line",
          "name",
          "label",
          "likelier_label",
          "label_score",
          "likelier_score",
          "lines_of_same_name");

  /// Why a label is doubted.
  enum Reason {
    /// Other rows of the name have other labels.
    SAME_NAME,
    /// The model is sure of another label.
    UNLIKELY;

    /// The word used in files, such as `same_name`.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  LabelDoubt {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(row);
    Objects.requireNonNull(likelier);
    Objects.requireNonNull(sameName);
  }

  List<String> cells() {
    boolean scored = reason == Reason.UNLIKELY;
    return List.of(
        reason.word(),
        Long.toString(row.line()),
        row.text(),
        row.label(),
        likelier,
        scored ? CardText.decimal(ownScore) : "",
        scored ? CardText.decimal(likelierScore) : "",
        sameName);
  }
}
