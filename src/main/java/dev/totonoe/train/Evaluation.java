package dev.totonoe.train;

import dev.totonoe.categorise.Categoriser;
import dev.totonoe.categorise.CategoryModel;
import dev.totonoe.categorise.CategoryModel.Label;
import dev.totonoe.categorise.Hierarchy;
import dev.totonoe.categorise.Taxonomy;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.train.Scores.Judged;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Measures a model bundle against labelled names. The dictionary bundle's rules have no say here;
/// only its user dictionary does.
public final class Evaluation {
  private final CategoryModel model;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Judged> judged = new ArrayList<>();
  private final Map<String, Integer> unknown = new HashMap<>();
  private final Hierarchy hierarchy;
  private int parents;
  private int rightParents;

  private Evaluation(CategoryModel model) {
    this.model = model;
    this.hierarchy = Hierarchy.of(model.labels());
    List<Label> labels = model.labels();
    for (int place = 0; place < labels.size(); place++) {
      places.putIfAbsent(labels.get(place).path(), place);
    }
    for (int place = 0; place < labels.size(); place++) {
      places.put(labels.get(place).id(), place);
    }
  }

  /// Reads the file row by row and holds no names.
  ///
  /// @param columns which columns mean what; a label is an id or a path of the model
  /// @throws InputFailure when the labelled file cannot be used
  public static EvaluationReport evaluate(
      Path modelBundle, Path dictionaryBundle, Path labelled, LabelledColumns columns) {
    Evaluation evaluation =
        new Evaluation(CategoryModel.open(modelBundle, Categoriser.analysis(dictionaryBundle)));
    LabelledRows.Rest rest = LabelledRows.stream(labelled, columns, evaluation::judge);
    if (evaluation.judged.isEmpty()) {
      throw new InputFailure(labelled + ": expected labelled names but found none");
    }
    return evaluation.report(rest.skipped());
  }

  private void judge(LabelledRows.Row row) {
    int own = places.getOrDefault(row.label(), Judged.LACKING);
    String truth = own == Judged.LACKING ? row.label() : model.labels().get(own).path();
    if (own == Judged.LACKING) {
      unknown.merge(truth, 1, Integer::sum);
    }
    Optional<float[]> probabilities = model.probabilities(row.product());
    Judged one =
        probabilities
            .map(found -> Judged.of(model.labels(), truth, own, found))
            .orElseGet(() -> Judged.unguessed(truth));
    judged.add(one);
    if (one.score() < model.calibration().leaf().score()) {
      probabilities.ifPresent(found -> judgeParent(found, truth));
    }
  }

  private void judgeParent(float[] probabilities, String truth) {
    hierarchy
        .deepest(hierarchy.sums(probabilities), model.calibration().parent().score(), _ -> true)
        .ifPresent(
            node -> {
              parents++;
              rightParents +=
                  Taxonomy.isWithinPath(truth, hierarchy.nodes().get(node).path()) ? 1 : 0;
            });
  }

  private EvaluationReport report(int skipped) {
    return new EvaluationReport(
        skipped,
        (int) judged.stream().map(Judged::truth).distinct().count(),
        unknown,
        new AcceptanceCurve(judged).atScore(model.calibration().leaf().score()),
        new Acceptance(
            model.calibration().parent().score(),
            model.calibration().parent().score(),
            judged.size(),
            parents,
            rightParents),
        Measures.of(judged));
  }
}
