package dev.totonoe.train;

import dev.totonoe.network.Steps;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// What to train from and where to put the result.
///
/// @param labelled CSV or TSV with a header
/// @param columns which of its columns mean what
/// @param taxonomy `taxonomy.csv`; with it a label is an id or a path of the taxonomy, without it
///   any text
/// @param dictionary the dictionary bundle, whose user dictionary splits the names
/// @param targetDirectory where the bundle's files go; made when absent
/// @param doubts where rows with doubtful labels are written; empty: nowhere, they are only counted
/// @param data whether the bundle is to carry the rows, so that it can learn more later
/// @param seed the same seed and data give the same bytes
/// @param progress told what is going on, in sentences for people
/// @param steps told how far the training is
public record TrainingRequest(
    Path labelled,
    LabelledColumns columns,
    Optional<Path> taxonomy,
    Path dictionary,
    Path targetDirectory,
    Optional<Path> doubts,
    Data data,
    long seed,
    Consumer<String> progress,
    Steps steps) {
  /// Whether the bundle is to carry the rows that it learnt from.
  public enum Data {
    KEEP,
    LEAVE_OUT
  }

  public TrainingRequest {
    Objects.requireNonNull(labelled);
    Objects.requireNonNull(columns);
    Objects.requireNonNull(taxonomy);
    Objects.requireNonNull(dictionary);
    Objects.requireNonNull(targetDirectory);
    Objects.requireNonNull(doubts);
    Objects.requireNonNull(data);
    Objects.requireNonNull(progress);
    Objects.requireNonNull(steps);
  }
}
