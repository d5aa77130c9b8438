package dev.totonoe.network;

/// The hyper-parameters of a training: one set for all data.
///
/// @param wideClassesMax with at most so many classes the network is wide: one row of weights as
///   long as there are classes for each input; with more it is narrow: rows of `rank` weights and
///   one head for all
/// @param linear how the linear part is trained
/// @param groupShare what a class gets of its groups' weights in the linear part
/// @param centroidShare the weight of the classes' mean vectors
/// @param rank the rank of the low-rank part
/// @param lowRank how the low-rank part is trained
/// @param smoothing the share of a label that goes to all classes
/// @param lowRankShare the weight of the low-rank part beside the linear part
public record TrainingSettings(
    int wideClassesMax,
    Schedule linear,
    double groupShare,
    double centroidShare,
    int rank,
    Schedule lowRank,
    double smoothing,
    double lowRankShare) {
  /// Chosen by cross-validation on public sets of names, Japanese and English.
  public static final TrainingSettings DEFAULT =
      new TrainingSettings(
          1_000,
          new Schedule(32, 20, 3_000, 1_000_000, 2.0),
          0.2,
          1.0,
          128,
          new Schedule(32, 12, 600, 600_000, 0.01),
          0.1,
          0.3);
}
