package dev.totonoe.train;

import dev.totonoe.categorise.Calibration;
import dev.totonoe.categorise.Categoriser;
import dev.totonoe.categorise.CategoryModel;
import dev.totonoe.categorise.ProductText;
import dev.totonoe.failure.InputFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Measures a model bundle against labelled names. The dictionary bundle's rules have no say here;
/// only its user dictionary does.
public final class Evaluation {
  private Evaluation() {}

  /// @param text the column of names; empty: found by its header, else the first
  /// @param label the column of labels, ids or paths of the model; empty: found by its header, else
  ///   the last
  /// @throws InputFailure when the labelled file cannot be used
  public static EvaluationReport evaluate(
      Path modelBundle,
      Path dictionaryBundle,
      Path labelled,
      Optional<String> text,
      Optional<String> label) {
    LabelledRows rows = LabelledRows.read(labelled, text, label, Optional.empty());
    if (rows.rows().isEmpty()) {
      throw new InputFailure(labelled + ": expected labelled names but found none");
    }
    CategoryModel model = CategoryModel.open(modelBundle, Categoriser.analysis(dictionaryBundle));
    Map<String, String> idOf = new HashMap<>();
    model.labels().forEach(known -> idOf.putIfAbsent(known.path(), known.id()));
    model.labels().forEach(known -> idOf.put(known.id(), known.id()));
    List<Scores.Judged> judged = new ArrayList<>();
    int unknown = 0;
    for (LabelledRows.Row row : rows.rows()) {
      Optional<float[]> probabilities = model.probabilities(ProductText.named(row.text()));
      int best = probabilities.map(Calibrating::best).orElse(0);
      unknown += idOf.containsKey(row.label()) ? 0 : 1;
      judged.add(
          new Scores.Judged(
              idOf.getOrDefault(row.label(), row.label()),
              probabilities.isEmpty() ? "" : model.labels().get(best).id(),
              probabilities.isEmpty() ? 0 : Calibration.rounded(probabilities.get()[best])));
    }
    return report(judged, rows.skipped(), unknown, model.calibration().threshold());
  }

  private static EvaluationReport report(
      List<Scores.Judged> judged, int skipped, int unknown, double threshold) {
    List<Scores.Judged> accepted = judged.stream().filter(row -> row.score() >= threshold).toList();
    long right = accepted.stream().filter(Scores.Judged::isRight).count();
    Scores scores = Scores.of(judged);
    return new EvaluationReport(
        judged.size(),
        skipped,
        (int) judged.stream().map(Scores.Judged::truth).distinct().count(),
        unknown,
        scores.accuracy(),
        scores.weightedF1(),
        scores.macroF1(),
        threshold,
        (double) accepted.size() / judged.size(),
        accepted.isEmpty() ? 0 : (double) right / accepted.size(),
        scores.ece());
  }
}
