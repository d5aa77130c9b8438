package dev.totonoe.publish;

import dev.totonoe.publish.Difference.Kind;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How two runs differ, in numbers.
///
/// @param compared records that both runs delivered
/// @param differing those of them with a cell that differs
/// @param byKind differences by kind
/// @param byColumn cells that differ, by column, in the order of the first run
/// @param told differences that were told one by one
/// @param categories the most frequent changes of category, the most frequent first
public record DifferenceCounts(
    long compared,
    long differing,
    Map<Kind, Long> byKind,
    Map<String, Long> byColumn,
    long told,
    List<CategoryChange> categories) {
  static final int CATEGORY_CHANGES_MAX = 10;

  /// Different changes of category that are counted; with more of them, those that come later are
  /// left out of the count.
  static final int CATEGORY_CHANGES_COUNTED_MAX = 100_000;

  public DifferenceCounts {
    byKind = Collections.unmodifiableMap(new EnumMap<>(byKind));
    byColumn = Collections.unmodifiableMap(new LinkedHashMap<>(byColumn));
    categories = List.copyOf(categories);
  }

  /// How many differences of a kind there are.
  public long of(Kind kind) {
    return byKind.getOrDefault(kind, 0L);
  }

  /// A category that became another one.
  ///
  /// @param before the path that the first run gave; empty: none
  /// @param after the path that the second run gave; empty: none
  /// @param records how often
  public record CategoryChange(String before, String after, long records) {
    public CategoryChange {
      Objects.requireNonNull(before);
      Objects.requireNonNull(after);
    }
  }

  /// Counts as the records go by.
  static final class Counter {
    private final Map<Kind, Long> byKind = new EnumMap<>(Kind.class);
    private final Map<String, Long> byColumn = new LinkedHashMap<>();
    private final Map<List<String>, Long> categories = new HashMap<>();
    private final String categoryColumn;
    private long compared;
    private long differing;
    private long told;

    /// @param columns the columns that are compared
    /// @param categoryColumn the one that holds categories
    Counter(List<String> columns, String categoryColumn) {
      columns.forEach(column -> byColumn.put(column, 0L));
      this.categoryColumn = categoryColumn;
    }

    /// @param differs whether a cell of it differs
    void compared(boolean differs) {
      compared++;
      differing += differs ? 1 : 0;
    }

    void told() {
      told++;
    }

    void count(Difference difference) {
      byKind.merge(difference.kind(), 1L, Long::sum);
      if (difference.kind() == Kind.CELL) {
        byColumn.merge(difference.column(), 1L, Long::sum);
        if (difference.column().equals(categoryColumn)) {
          countCategory(List.of(difference.before(), difference.after()));
        }
      }
    }

    private void countCategory(List<String> change) {
      if (categories.size() < CATEGORY_CHANGES_COUNTED_MAX || categories.containsKey(change)) {
        categories.merge(change, 1L, Long::sum);
      }
    }

    DifferenceCounts counts() {
      byColumn.values().removeIf(count -> count == 0);
      List<CategoryChange> top =
          categories.entrySet().stream()
              .map(
                  change ->
                      new CategoryChange(
                          change.getKey().get(0), change.getKey().get(1), change.getValue()))
              .sorted(
                  Comparator.comparingLong(CategoryChange::records)
                      .reversed()
                      .thenComparing(CategoryChange::before)
                      .thenComparing(CategoryChange::after))
              .limit(CATEGORY_CHANGES_MAX)
              .toList();
      return new DifferenceCounts(compared, differing, byKind, byColumn, told, top);
    }
  }
}
