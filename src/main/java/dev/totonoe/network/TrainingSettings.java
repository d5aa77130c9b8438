package dev.totonoe.network;

/// The hyper-parameters of a training: one set for all data.
///
/// @param widthMax the hidden layer's width where there are more classes than this; otherwise it is
///   as wide as there are classes
/// @param batch examples in one step
/// @param hingeEpochs rounds over the examples of the linear part
/// @param hingeStepsMin at least this many steps of it
/// @param hingeRate its learning rate, falling to 0
/// @param rank the rank of the low-rank part
/// @param softmaxEpochs rounds over the examples of the low-rank part
/// @param softmaxStepsMin at least this many steps of it
/// @param softmaxRate its learning rate, falling to 0
/// @param smoothing the share of a label that goes to all classes
/// @param centroidShare the weight of the classes' mean vectors
/// @param lowRankShare the weight of the low-rank part beside the linear part
public record TrainingSettings(
    int widthMax,
    int batch,
    int hingeEpochs,
    int hingeStepsMin,
    double hingeRate,
    int rank,
    int softmaxEpochs,
    int softmaxStepsMin,
    double softmaxRate,
    double smoothing,
    double centroidShare,
    double lowRankShare) {
  /// Chosen by cross-validation on eight public sets of names, Japanese and English.
  public static final TrainingSettings DEFAULT =
      new TrainingSettings(56, 32, 20, 1_500, 2.0, 64, 12, 600, 0.01, 0.1, 1.0, 0.3);
}
