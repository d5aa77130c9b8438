package dev.totonoe.train;

import dev.totonoe.train.Scores.Judged;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// Everything that is measured on rows whose label is known and that the model had not seen.
///
/// @param rows how many
/// @param unguessedRows those for which the model had nothing to offer; each counts as wrong
/// @param scores over all rows, no abstention
/// @param hierarchical over all rows, by the paths of the labels
/// @param top3Accuracy the share of rows whose label is among the three likeliest; empty where that
///   was not looked at
/// @param atPrecision what can be accepted at given precisions
/// @param atCoverage how precise it is to accept given shares of the rows
/// @param reliability whether the scores are honest
/// @param labels every label that occurs or was guessed, in their order
/// @param confusions the worst pairs, at most 20
public record Measures(
    int rows,
    int unguessedRows,
    Scores scores,
    HierarchicalScores hierarchical,
    OptionalDouble top3Accuracy,
    List<Acceptance> atPrecision,
    List<Acceptance> atCoverage,
    List<ReliabilityBin> reliability,
    List<LabelScore> labels,
    List<Confusion> confusions) {
  private static final int RANK_MAX = 3;
  private static final double[] PRECISIONS = {0.90, 0.95, 0.98, 0.99};
  private static final double[] COVERAGES = {0.25, 0.50, 0.75, 0.90, 1.00};

  public Measures {
    Objects.requireNonNull(scores);
    Objects.requireNonNull(hierarchical);
    Objects.requireNonNull(top3Accuracy);
    atPrecision = List.copyOf(atPrecision);
    atCoverage = List.copyOf(atCoverage);
    reliability = List.copyOf(reliability);
    labels = List.copyOf(labels);
    confusions = List.copyOf(confusions);
  }

  /// Takes memory for the labels that occur and eight bytes a wrong row.
  static Measures of(Collection<Judged> judged) {
    AcceptanceCurve curve = new AcceptanceCurve(judged);
    List<LabelScore> labels = LabelScore.of(judged);
    List<ReliabilityBin> reliability = ReliabilityBin.of(judged);
    return new Measures(
        judged.size(),
        (int) judged.stream().filter(row -> !row.isGuessed()).count(),
        Scores.of(judged.size(), labels, reliability),
        HierarchicalScores.of(judged),
        top3Accuracy(judged),
        DoubleStream.of(PRECISIONS).mapToObj(curve::atPrecision).toList(),
        DoubleStream.of(COVERAGES).mapToObj(curve::atCoverage).toList(),
        reliability,
        labels,
        Confusion.worst(judged, labels));
  }

  private static OptionalDouble top3Accuracy(Collection<Judged> judged) {
    if (judged.stream().anyMatch(row -> row.rank() == Judged.RANK_UNTOLD)) {
      return OptionalDouble.empty();
    }
    long among =
        judged.stream()
            .filter(row -> row.rank() != Judged.NO_RANK && row.rank() <= RANK_MAX)
            .count();
    return OptionalDouble.of(Shares.of(among, judged.size()));
  }
}
