package dev.totonoe.cli;

import dev.totonoe.categorise.LearntRules;
import dev.totonoe.job.CategoryChanges;
import dev.totonoe.layout.RunName;
import dev.totonoe.profile.Profile;
import dev.totonoe.train.Correction;
import dev.totonoe.train.Corrections;
import dev.totonoe.train.LabelledColumns;
import dev.totonoe.train.Learning;
import dev.totonoe.train.ModelScores;
import dev.totonoe.train.TaughtRows;
import dev.totonoe.train.TrainingData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What was learnt, for people to read.
final class LearnText {
  private static final int CATEGORIES_SHOWN_MAX = 20;
  private static final int REMARKS_SHOWN_MAX = 10;
  private static final int MISSING_SHOWN_MAX = 5;

  private LearnText() {}

  /// What was read, and what it changes.
  static String read(Path file, Learning learning) {
    Corrections corrections = learning.corrections();
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %,d corrections, %,d confirmations; %,d rows not looked at%n"
            .formatted(
                file,
                corrections.count(Correction.Verdict.CORRECTED),
                corrections.count(Correction.Verdict.CONFIRMED),
                corrections.notLookedAt()));
    Map<String, Long> categories = corrections.byCategory();
    categories.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(CATEGORIES_SHOWN_MAX)
        .forEach(
            category ->
                text.append(
                    "    %,9d    %s%n"
                        .formatted(category.getValue(), CellText.of(category.getKey()))));
    if (categories.size() > CATEGORIES_SHOWN_MAX) {
      text.append(
          "                 and %,d categories more%n"
              .formatted(categories.size() - CATEGORIES_SHOWN_MAX));
    }
    learning.rules().ifPresent(rules -> text.append(rules(rules)));
    learning.rows().ifPresent(rows -> text.append(rows(rows)));
    return text.toString();
  }

  private static String rules(LearntRules.Edited rules) {
    StringBuilder text = new StringBuilder();
    text.append(
        "  rules          %,d new, %,d with another category, %,d as they were%n"
            .formatted(rules.added(), rules.replaced(), rules.unchanged()));
    rules.remarks().stream()
        .limit(REMARKS_SHOWN_MAX)
        .forEach(remark -> text.append("    ").append(remark).append('\n'));
    if (rules.remarks().size() > REMARKS_SHOWN_MAX) {
      text.append("    and %,d more%n".formatted(rules.remarks().size() - REMARKS_SHOWN_MAX));
    }
    return text.toString();
  }

  private static String rows(TaughtRows rows) {
    StringBuilder text = new StringBuilder();
    text.append(
        "  training data  %,d rows: %,d new, %,d with another category, %,d names as they were%n"
            .formatted(rows.rows(), rows.added(), rows.relabelled(), rows.confirmed()));
    if (!rows.newLabels().isEmpty()) {
      text.append(
          "    categories that the model has not had: %s%n"
              .formatted(
                  CellText.of(String.join(", ", rows.newLabels().stream().sorted().toList()))));
    }
    if (rows.tooWide() > 0) {
      text.append(
          "    %,d names are left to the rules: the model learns categories below theirs%n"
              .formatted(rows.tooWide()));
    }
    return text.toString();
  }

  /// What the model is worth on its own training data, before and after. The rows that people
  /// correct are those that the model was not sure of.
  static String measure(String shown, Optional<ModelScores> before, Optional<ModelScores> after) {
    return "%s, by cross-validation of its own training data, before → now%n".formatted(shown)
        + line("weighted F1", before, after, "%.3f", ModelScores::weightedF1)
        + line("accepted", before, after, "%.1f %%", scores -> 100 * scores.coverage())
        + line("of them right", before, after, "%.1f %%", scores -> 100 * scores.precision())
        + "  the corrected rows count now, too: they are harder than most, so lower figures need not mean a worse model%n"
            .formatted();
  }

  private interface Figure {
    double of(ModelScores scores);
  }

  private static String line(
      String name,
      Optional<ModelScores> before,
      Optional<ModelScores> after,
      String format,
      Figure figure) {
    return "  %-15s%s → %s%n"
        .formatted(name, shown(before, format, figure), shown(after, format, figure));
  }

  private static String shown(Optional<ModelScores> scores, String format, Figure figure) {
    return scores.map(found -> String.format(Locale.ROOT, format, figure.of(found))).orElse("?");
  }

  /// How to train later.
  static String later(
      String shown,
      Path bundle,
      boolean hasTaxonomy,
      LearnBundles bundles,
      Optional<ModelScores> scores) {
    LabelledColumns columns = TrainingData.columns(bundle.resolve(TrainingData.FILE));
    List<String> command = new ArrayList<>();
    command.add("totonoe train %s/%s".formatted(shown, TrainingData.FILE));
    add(command, "--text", columns.text());
    add(command, "--label", columns.label());
    add(command, "--maker", columns.maker());
    add(command, "--source-category", columns.sourceCategory());
    add(command, "--description", columns.description());
    add(command, "--group", columns.group());
    add(command, "--model", bundles.model().map(Object::toString));
    add(command, "--dictionary", Optional.of(bundles.dictionary().value()));
    if (hasTaxonomy) {
      command.add("--taxonomy dictionaries/%s/taxonomy.csv".formatted(bundles.dictionary()));
    }
    add(command, "--seed", scores.map(found -> Long.toString(found.seed())));
    return "%s has the rows but was not trained; in the root: %s%n"
        .formatted(shown, String.join(" ", command));
  }

  private static void add(List<String> command, String option, Optional<String> value) {
    value.ifPresent(text -> command.add(option + " " + text));
  }

  /// What would become of the last run.
  static String changes(Path file, RunName run, CategoryChanges changes) {
    StringBuilder text = new StringBuilder();
    text.append(
        "the %,d products of the last run, %s, with what was learnt%n"
            .formatted(changes.products(), run));
    text.append("  would change   %,d%n".formatted(changes.changed()));
    changes.byStatus().forEach(change -> text.append(change(change)));
    if (!changes.mostFrequent().isEmpty()) {
      text.append("  categories     the most frequent changes%n".formatted());
      changes.mostFrequent().forEach(change -> text.append(change(change)));
    }
    CategoryChanges.Corrected corrected = changes.corrected();
    text.append(
        "  corrected      %,d products have a name that the file has: %,d had its category, %,d would have it%n"
            .formatted(corrected.products(), corrected.rightBefore(), corrected.rightAfter()));
    List<Correction> missing = changes.missing();
    if (!missing.isEmpty()) {
      text.append(
          "  not found      %,d names that no product of the run has; were they changed when the file was saved?%n"
              .formatted(missing.size()));
      missing.stream()
          .limit(MISSING_SHOWN_MAX)
          .forEach(
              correction ->
                  text.append(
                      "    %s:%d %s%n"
                          .formatted(
                              file, correction.line(), CellText.of(correction.product().name()))));
    }
    return text.toString();
  }

  private static String change(CategoryChanges.Change change) {
    return "    %,9d    %s%n"
        .formatted(change.products(), CellText.change(change.before(), change.after()));
  }

  /// What is left to do.
  static String next(String dataset, Profile profile, LearnBundles bundles) {
    List<String> lines = new ArrayList<>();
    bundles
        .model()
        .map(Object::toString)
        .filter(name -> !name.equals(profile.model()))
        .ifPresent(name -> lines.add("  model: " + name));
    if (!bundles.dictionary().value().equals(profile.dictionary())) {
      lines.add("  dictionary: " + bundles.dictionary());
    }
    String change =
        lines.isEmpty()
            ? ""
            : "write into datasets/%s/dataset.yaml:%n%s%n"
                .formatted(dataset, String.join("\n", lines));
    List<String> learnt = new ArrayList<>();
    if (bundles.sources().parts().contains(Learning.Part.RULES)) {
      learnt.add("dictionaries/" + bundles.dictionary());
    }
    bundles.model().ifPresent(name -> learnt.add("models/" + name));
    return "learnt: %s%n".formatted(String.join(", ", learnt))
        + change
        + "the published runs are as they were; for this to take effect: totonoe run %s%n"
            .formatted(dataset);
  }
}
