package dev.totonoe.categorise;

import dev.totonoe.categorise.Category.Candidate;
import dev.totonoe.categorise.Category.Source;
import dev.totonoe.categorise.Category.Status;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Makes a category of a model's probabilities: the likeliest label where it reaches its threshold;
/// otherwise the deepest category above labels that reaches the parents' threshold with all that
/// lies below it; otherwise the likeliest label as a suggestion, or nothing where even that is
/// unlikely.
///
/// What a veto excludes is no candidate. The scores that are shown are those of what is left,
/// scaled to 1 together; a threshold is compared with what the model said before, so a veto never
/// makes the model surer.
///
/// Immutable; safe for any number of threads.
final class ModelDecision {
  /// A suggestion that is wrong nine times of ten is not worth a person's look.
  static final double SUGGESTION_SCORE_MIN = 0.1;

  /// A candidate that scores less would be shown with 0.00.
  private static final double CANDIDATE_SCORE_MIN = 0.005;

  private static final String GIVEN = "model";
  private static final BitSet NOTHING_EXCLUDED = new BitSet();

  private final List<CategoryModel.Label> labels;
  private final Hierarchy hierarchy;
  private final Thresholds thresholds;

  /// The id of a category with a veto → the nodes that it excludes.
  private final Map<String, BitSet> excludedBy = new HashMap<>();

  /// @param vetoed the categories that a rule may exclude
  ModelDecision(
      List<CategoryModel.Label> labels,
      Taxonomy taxonomy,
      Thresholds thresholds,
      Iterable<String> vetoed) {
    this.labels = List.copyOf(labels);
    this.hierarchy = Hierarchy.of(labels, taxonomy);
    this.thresholds = thresholds;
    for (String id : vetoed) {
      excludedBy.computeIfAbsent(id, category -> excludedNodes(category, taxonomy));
    }
  }

  /// A node is within a category by its path, or by its id where the taxonomy has changed since the
  /// model was trained.
  private BitSet excludedNodes(String category, Taxonomy taxonomy) {
    BitSet excluded = new BitSet(hierarchy.nodes().size());
    for (int i = 0; i < hierarchy.nodes().size(); i++) {
      Hierarchy.Node node = hierarchy.nodes().get(i);
      boolean isWithin =
          Taxonomy.isWithinPath(node.path(), taxonomy.path(category))
              || (taxonomy.has(node.id()) && taxonomy.isWithin(node.id(), category));
      excluded.set(i, isWithin || (node.parent() >= 0 && excluded.get(node.parent())));
    }
    return excluded;
  }

  /// @param probabilities one for each label
  /// @param ruling what the rules say, which give no category
  Category decide(float[] probabilities, Ruling ruling) {
    BitSet excluded = excluded(ruling);
    Allowed allowed = allowed(probabilities, excluded);
    Optional<Rule> decisive =
        ruling.decisive().or(() -> vetoOf(CategoryModel.likeliest(probabilities), ruling.vetoes()));
    OptionalInt best = allowed.best();
    if (best.isEmpty()) {
      return Category.none(List.of(), Ruling.reason("", decisive));
    }
    CategoryModel.Label label = labels.get(best.getAsInt());
    double score = allowed.shown(allowed.probabilities()[best.getAsInt()]);
    String reason = Ruling.reason(GIVEN, decisive);
    if (Calibration.rounded(allowed.probabilities()[best.getAsInt()]) >= thresholds.leaf()) {
      return new Category(
          label.id(), label.path(), score, Source.MODEL, Status.ACCEPTED, List.of(), reason);
    }
    return parent(allowed, excluded, reason)
        .orElseGet(
            () ->
                score < SUGGESTION_SCORE_MIN
                    ? Category.none(candidates(allowed), reason)
                    : new Category(
                        label.id(),
                        label.path(),
                        score,
                        Source.MODEL,
                        Status.REVIEW,
                        candidates(allowed),
                        reason));
  }

  private Optional<Category> parent(Allowed allowed, BitSet excluded, String reason) {
    if (thresholds.parent() > 1) {
      return Optional.empty();
    }
    double[] sums = hierarchy.sums(allowed.probabilities());
    OptionalInt found = hierarchy.deepest(sums, thresholds.parent(), node -> !excluded.get(node));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    int best = found.getAsInt();
    Hierarchy.Node node = hierarchy.nodes().get(best);
    return Optional.of(
        new Category(
            node.id(),
            node.path(),
            allowed.shown(sums[best]),
            Source.PARENT,
            Status.ACCEPTED,
            candidates(allowed),
            reason));
  }

  private BitSet excluded(Ruling ruling) {
    if (ruling.vetoes().isEmpty()) {
      return NOTHING_EXCLUDED;
    }
    BitSet excluded = new BitSet();
    ruling.vetoes().forEach(veto -> excluded.or(nodesOf(veto)));
    return excluded;
  }

  private BitSet nodesOf(Rule veto) {
    return excludedBy.getOrDefault(veto.categoryId(), NOTHING_EXCLUDED);
  }

  private Optional<Rule> vetoOf(int label, List<Rule> vetoes) {
    return vetoes.stream().filter(veto -> nodesOf(veto).get(hierarchy.leaf(label))).findFirst();
  }

  /// What vetoes leave of the probabilities.
  ///
  /// @param probabilities those of the model, with 0 for what is excluded
  /// @param total their sum; 1 where nothing is excluded
  private record Allowed(float[] probabilities, double total) {
    /// The likeliest label; empty where nothing is left.
    OptionalInt best() {
      int best = CategoryModel.likeliest(probabilities);
      return probabilities[best] > 0 ? OptionalInt.of(best) : OptionalInt.empty();
    }

    double shown(double probability) {
      return Calibration.rounded(Math.clamp(probability / total, 0, 1));
    }
  }

  private Allowed allowed(float[] probabilities, BitSet excluded) {
    if (excluded.isEmpty()) {
      return new Allowed(probabilities, 1);
    }
    float[] left = probabilities.clone();
    double total = 0;
    for (int label = 0; label < left.length; label++) {
      if (excluded.get(hierarchy.leaf(label))) {
        left[label] = 0;
      }
      total += left[label];
    }
    return new Allowed(left, total);
  }

  private List<Candidate> candidates(Allowed allowed) {
    float[] left = allowed.probabilities().clone();
    List<Candidate> candidates = new ArrayList<>(Category.CANDIDATES_MAX);
    while (candidates.size() < Category.CANDIDATES_MAX) {
      int best = CategoryModel.likeliest(left);
      double score = allowed.shown(left[best]);
      if (score < CANDIDATE_SCORE_MIN) {
        break;
      }
      candidates.add(new Candidate(labels.get(best).id(), score));
      left[best] = 0;
    }
    return candidates;
  }
}
