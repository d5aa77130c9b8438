package dev.totonoe.train;

import dev.totonoe.categorise.Taxonomy;
import dev.totonoe.train.Scores.Judged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Scores that count a guess by how much of the way to the label it has right: tea taken for water
/// is less wrong than tea taken for soap.
///
/// Each label stands for the set of itself and its ancestors, without the root of all; precision is
/// the common part of truth and guess over the guesses' sets, recall over the truths', both summed
/// over all rows before dividing (Kiritchenko, Matwin, Nock, Famili 2006, "Learning and evaluation
/// in the presence of class hierarchies"). Labels without ancestors give plain accuracy.
///
/// @param precision 0 to 1
/// @param recall 0 to 1
/// @param f1 the harmonic mean of both
public record HierarchicalScores(double precision, double recall, double f1) {
  static HierarchicalScores of(Collection<Judged> rows) {
    return of(rows, HierarchicalScores::lineageOfPath);
  }

  /// @param lineage a label and its ancestors, in any order
  static HierarchicalScores of(
      Collection<Judged> rows, Function<String, ? extends Collection<String>> lineage) {
    Map<String, Set<String>> known = new HashMap<>();
    long common = 0;
    long inGuesses = 0;
    long inTruths = 0;
    for (Judged row : rows) {
      Set<String> truth = lineageOf(row.truth(), lineage, known);
      inTruths += truth.size();
      if (row.isGuessed()) {
        Set<String> guess = lineageOf(row.guess(), lineage, known);
        inGuesses += guess.size();
        common += guess.stream().filter(truth::contains).count();
      }
    }
    return new HierarchicalScores(
        Shares.of(common, inGuesses),
        Shares.of(common, inTruths),
        Shares.of(2.0 * common, inGuesses + inTruths));
  }

  /// The paths that a path goes through: `飲料 > 茶 > 緑茶` → `飲料`, `飲料 > 茶`, `飲料 > 茶 > 緑茶`.
  static List<String> lineageOfPath(String path) {
    List<String> lineage = new ArrayList<>();
    for (int end = path.indexOf(Taxonomy.SEPARATOR);
        end >= 0;
        end = path.indexOf(Taxonomy.SEPARATOR, end + Taxonomy.SEPARATOR.length())) {
      lineage.add(path.substring(0, end));
    }
    lineage.add(path);
    return lineage;
  }

  private static Set<String> lineageOf(
      String label,
      Function<String, ? extends Collection<String>> lineage,
      Map<String, Set<String>> known) {
    return known.computeIfAbsent(label, path -> new HashSet<>(lineage.apply(path)));
  }
}
