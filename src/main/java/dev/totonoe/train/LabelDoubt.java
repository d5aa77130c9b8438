package dev.totonoe.train;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

/// A labelled row whose label is probably wrong.
///
/// @param reason why
/// @param row the row
/// @param path the path of its label
/// @param likelier the label that it probably should have, in the form of the file's labels; empty
///   where nothing speaks for one
/// @param likelierPath the path of that
/// @param ownScore the probability of its label, where a model doubts it; 0 otherwise
/// @param likelierScore the probability of the other, where a model doubts it; 0 otherwise
/// @param sameName the lines of the other rows of the name, where they contradict; empty otherwise
record LabelDoubt(
    Reason reason,
    LabelledRows.Row row,
    String path,
    String likelier,
    String likelierPath,
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
          "label_path",
          "likelier_label",
          "likelier_path",
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

  /// @param place the row's place among the labelled rows, from 0
  /// @param likelier the number of the label that it probably should have
  static LabelDoubt unlikely(
      List<LabelledRows.Row> rows,
      int place,
      Labels labels,
      int likelier,
      double ownScore,
      double likelierScore) {
    LabelledRows.Row row = rows.get(place);
    return new LabelDoubt(
        Reason.UNLIKELY,
        row,
        labels.pathOf(place),
        labels.inTheFormOf(row, place, likelier),
        labels.all().get(likelier).path(),
        ownScore,
        likelierScore,
        "");
  }

  /// @param place the row's place among the labelled rows, from 0
  /// @param likelier the number of the label that it probably should have; empty: nobody knows
  /// @param lines of the other rows of the name
  static LabelDoubt sameName(
      List<LabelledRows.Row> rows, int place, Labels labels, OptionalInt likelier, String lines) {
    LabelledRows.Row row = rows.get(place);
    boolean told = likelier.isPresent();
    return new LabelDoubt(
        Reason.SAME_NAME,
        row,
        labels.pathOf(place),
        told ? labels.inTheFormOf(row, place, likelier.getAsInt()) : "",
        told ? labels.all().get(likelier.getAsInt()).path() : "",
        0,
        0,
        lines);
  }

  LabelDoubt {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(row);
    Objects.requireNonNull(path);
    Objects.requireNonNull(likelier);
    Objects.requireNonNull(likelierPath);
    Objects.requireNonNull(sameName);
  }

  List<String> cells() {
    boolean scored = reason == Reason.UNLIKELY;
    return List.of(
        reason.word(),
        Long.toString(row.line()),
        row.text(),
        row.label(),
        path,
        likelier,
        likelierPath,
        scored ? CardText.decimal(ownScore) : "",
        scored ? CardText.decimal(likelierScore) : "",
        sameName);
  }
}
