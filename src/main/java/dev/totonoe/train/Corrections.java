package dev.totonoe.train;

import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.InputFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a person filled in, in the column `correct_category` of a `review.csv`.
///
/// @param rows those with a verdict, in the file's order; those of one name agree
/// @param notLookedAt rows where the column is empty
public record Corrections(List<Correction> rows, long notLookedAt) {
  /// Rows with a verdict; each may become a rule.
  public static final int ROWS_MAX = 100_000;

  public Corrections {
    rows = List.copyOf(rows);
  }

  /// @param columns where the file has what
  /// @param names what may be written for a category
  /// @throws ConfigurationFailure when the file has no such column or lacks the names
  /// @throws InputFailure naming every row that cannot be used
  public static Corrections read(Path file, CorrectionColumns columns, CategoryNames names) {
    return new CorrectionFile(file, columns, names).read();
  }

  /// How many there are of a verdict.
  public long count(Correction.Verdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  /// How many rows each category has, by its path.
  public Map<String, Long> byCategory() {
    Map<String, Long> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(row.category().path(), 1L, Long::sum));
    return counts;
  }
}
