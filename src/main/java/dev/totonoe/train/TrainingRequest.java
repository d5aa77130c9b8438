package dev.totonoe.train;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// What to train from and where to put the result.
///
/// @param labelled CSV or TSV in UTF-8 with a header
/// @param textColumn the column of names; empty: found by its header, else the first
/// @param labelColumn the column of labels; empty: found by its header, else the last
/// @param groupColumn rows with the same value here are never split between training and measuring
/// @param taxonomy `taxonomy.csv`; with it a label is an id or a path of the taxonomy, without it
///   any text
/// @param dictionary the dictionary bundle, whose user dictionary splits the names
/// @param targetDirectory where the bundle's files go; made when absent
/// @param seed the same seed and data give the same bytes
/// @param progress told what is going on, in sentences for people
public record TrainingRequest(
    Path labelled,
    Optional<String> textColumn,
    Optional<String> labelColumn,
    Optional<String> groupColumn,
    Optional<Path> taxonomy,
    Path dictionary,
    Path targetDirectory,
    long seed,
    Consumer<String> progress) {
  public TrainingRequest {
    Objects.requireNonNull(labelled);
    Objects.requireNonNull(textColumn);
    Objects.requireNonNull(labelColumn);
    Objects.requireNonNull(groupColumn);
    Objects.requireNonNull(taxonomy);
    Objects.requireNonNull(dictionary);
    Objects.requireNonNull(targetDirectory);
    Objects.requireNonNull(progress);
  }
}
