package dev.totonoe.job;

import dev.totonoe.record.DerivedColumn;
import dev.totonoe.text.Folding;
import dev.totonoe.train.Correction;
import dev.totonoe.train.Corrections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// How the categories of a run's products would change.
///
/// @param products how many there are
/// @param changed how many would have another category or status
/// @param byStatus changes of status, `accepted → review` and so on, the most frequent first;
///   products whose category alone changes count under their one status
/// @param mostFrequent the most frequent changes of category and status
/// @param corrected the products whose names were corrected
/// @param missing corrections whose names no product of the run has
public record CategoryChanges(
    long products,
    long changed,
    List<Change> byStatus,
    List<Change> mostFrequent,
    Corrected corrected,
    List<Correction> missing) {
  static final int CHANGES_SHOWN_MAX = 10;

  /// Different changes that are counted; with more of them, those that come later are left out of
  /// the list, not of the totals.
  static final int CHANGES_COUNTED_MAX = 100_000;

  public CategoryChanges {
    byStatus = List.copyOf(byStatus);
    mostFrequent = List.copyOf(mostFrequent);
    Objects.requireNonNull(corrected);
    missing = List.copyOf(missing);
  }

  /// Something that became something else.
  public record Change(String before, String after, long products) {}

  /// @param products how many have a name that was corrected
  /// @param rightBefore how many of them had the corrected category
  /// @param rightAfter how many would have it
  public record Corrected(long products, long rightBefore, long rightAfter) {}

  /// The category that a product was given.
  record Given(String id, String path, String status) {
    static final List<DerivedColumn> COLUMNS =
        List.of(
            DerivedColumn.CATEGORY_ID, DerivedColumn.CATEGORY_PATH, DerivedColumn.CATEGORY_STATUS);

    /// @param cells in the order of [#COLUMNS]
    static Given of(List<String> cells) {
      return new Given(cells.get(0), cells.get(1), cells.get(2));
    }

    String shown() {
      return path.isEmpty() ? status : path + " (" + status + ")";
    }
  }

  /// Counts as the products go by.
  static final class Counter {
    private final Map<String, Correction> ofName = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<List<String>, Long> statuses = new HashMap<>();
    private final Map<List<String>, Long> categories = new HashMap<>();
    private long products;
    private long changed;
    private long corrected;
    private long rightBefore;
    private long rightAfter;

    Counter(Corrections corrections) {
      corrections.rows().forEach(row -> ofName.putIfAbsent(row.key(), row));
    }

    void count(String name, Given before, Given after) {
      products++;
      if (!before.equals(after)) {
        changed++;
        statuses.merge(List.of(before.status(), after.status()), 1L, Long::sum);
        List<String> change = List.of(before.shown(), after.shown());
        if (categories.size() < CHANGES_COUNTED_MAX || categories.containsKey(change)) {
          categories.merge(change, 1L, Long::sum);
        }
      }
      String key = Folding.fold(name);
      Correction correction = ofName.get(key);
      if (correction != null) {
        seen.add(key);
        corrected++;
        rightBefore += isRight(before, correction) ? 1 : 0;
        rightAfter += isRight(after, correction) ? 1 : 0;
      }
    }

    private static boolean isRight(Given given, Correction correction) {
      return given.id().equals(correction.category().id());
    }

    CategoryChanges changes() {
      List<Correction> missing = new ArrayList<>(ofName.values());
      missing.removeIf(correction -> seen.contains(correction.key()));
      missing.sort(Comparator.comparingLong(Correction::line));
      return new CategoryChanges(
          products,
          changed,
          top(statuses),
          top(categories),
          new Corrected(corrected, rightBefore, rightAfter),
          missing);
    }

    private static List<Change> top(Map<List<String>, Long> counts) {
      return counts.entrySet().stream()
          .map(entry -> new Change(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
          .sorted(
              Comparator.comparingLong(Change::products)
                  .reversed()
                  .thenComparing(Change::before)
                  .thenComparing(Change::after))
          .limit(CHANGES_SHOWN_MAX)
          .toList();
    }
  }
}
