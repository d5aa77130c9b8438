package dev.totonoe.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Measures as programs read them: `scores.json` of a bundle and the file of `evaluate --json`.
/// Keys stay; new ones are added. Shares have six decimals.
final class MeasuresJson {
  private static final double STEPS = 1e6;

  private MeasuresJson() {}

  /// @param accepted what the bundle's threshold accepts
  /// @param parents what it accepts of the categories above the labels, of the rows that are left
  static Map<String, Object> of(Measures measures, Acceptance accepted, Acceptance parents) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("accuracy", rounded(measures.scores().accuracy()));
    json.put("weightedF1", rounded(measures.scores().weightedF1()));
    json.put("macroF1", rounded(measures.scores().macroF1()));
    json.put("ece", rounded(measures.scores().ece()));
    json.put("threshold", rounded(accepted.score()));
    json.put("coverage", rounded(accepted.coverage()));
    json.put("precision", rounded(accepted.precision()));
    json.put("precisionLowerBound", rounded(accepted.precisionLowerBound()));
    json.put("acceptedRows", accepted.accepted());
    json.put("parentThreshold", rounded(parents.score()));
    json.put("parentCoverage", rounded(parents.coverage()));
    json.put("parentPrecision", rounded(parents.precision()));
    json.put("parentRows", parents.accepted());
    json.put("hierarchicalPrecision", rounded(measures.hierarchical().precision()));
    json.put("hierarchicalRecall", rounded(measures.hierarchical().recall()));
    json.put("hierarchicalF1", rounded(measures.hierarchical().f1()));
    measures.top3Accuracy().ifPresent(share -> json.put("top3Accuracy", rounded(share)));
    json.put("unguessedRows", measures.unguessedRows());
    json.put("atPrecision", all(measures.atPrecision(), MeasuresJson::acceptance));
    json.put("atCoverage", all(measures.atCoverage(), MeasuresJson::acceptance));
    json.put("reliability", all(measures.reliability(), MeasuresJson::bin));
    json.put("confusions", all(measures.confusions(), MeasuresJson::confusion));
    json.put("labels", all(measures.labels(), MeasuresJson::label));
    return json;
  }

  static double rounded(double value) {
    return Math.rint(value * STEPS) / STEPS;
  }

  private static Map<String, Object> acceptance(Acceptance point) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("level", rounded(point.level()));
    json.put("score", rounded(point.score()));
    json.put("acceptedRows", point.accepted());
    json.put("coverage", rounded(point.coverage()));
    json.put("precision", rounded(point.precision()));
    json.put("precisionLowerBound", rounded(point.precisionLowerBound()));
    return json;
  }

  private static Map<String, Object> bin(ReliabilityBin bin) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("from", rounded(bin.from()));
    json.put("to", rounded(bin.to()));
    json.put("rows", bin.rows());
    json.put("meanScore", rounded(bin.meanScore()));
    json.put("rightShare", rounded(bin.rightShare()));
    return json;
  }

  private static Map<String, Object> confusion(Confusion pair) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("truth", pair.truth());
    json.put("guess", pair.guess());
    json.put("rows", pair.rows());
    json.put("share", rounded(pair.share()));
    json.put("reverseRows", pair.reverseRows());
    json.put("reverseShare", rounded(pair.reverseShare()));
    return json;
  }

  private static Map<String, Object> label(LabelScore label) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("label", label.label());
    json.put("rows", label.rows());
    json.put("guessed", label.guessed());
    json.put("right", label.right());
    json.put("precision", rounded(label.precision()));
    json.put("recall", rounded(label.recall()));
    json.put("f1", rounded(label.f1()));
    return json;
  }

  private static <T> List<Map<String, Object>> all(
      List<T> values, Function<T, Map<String, Object>> form) {
    return values.stream().map(form).toList();
  }
}
