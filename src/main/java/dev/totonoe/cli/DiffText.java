package dev.totonoe.cli;

import dev.totonoe.profile.Shown;
import dev.totonoe.publish.Difference;
import dev.totonoe.publish.Difference.Kind;
import dev.totonoe.publish.DifferenceCounts;
import dev.totonoe.publish.SetupChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How two runs differ, for people to read.
final class DiffText {
  private static final int NAMES_MAX = 5;
  private static final int COLUMNS_MAX = 30;

  private DiffText() {}

  /// What was not the same before the first record.
  static String setup(SetupChange change) {
    StringBuilder text = new StringBuilder();
    List<String> causes = new ArrayList<>();
    if (change.worker()) {
      causes.add("another build of the worker");
    }
    causes.addAll(parts(change.bundles()));
    if (change.profile()) {
      causes.add("the profile");
    }
    if (!causes.isEmpty()) {
      text.append("  between them   ").append(String.join("; ", causes)).append('\n');
    }
    if (!change.inputs().isEmpty()) {
      text.append(
          "  inputs         not the same (%s): what stands on the same line of the same file is compared%n"
              .formatted(String.join("; ", parts(change.inputs()))));
    }
    if (!change.columns().isEmpty()) {
      text.append("  columns        %s%n".formatted(String.join("; ", parts(change.columns()))));
    }
    return text.toString();
  }

  private static List<String> parts(SetupChange.Changed changed) {
    List<String> parts = new ArrayList<>();
    add(parts, "", changed.changed(), " changed");
    add(parts, "only in the first: ", changed.onlyFirst(), "");
    add(parts, "only in the second: ", changed.onlySecond(), "");
    return parts;
  }

  private static void add(List<String> parts, String before, List<String> names, String behind) {
    if (!names.isEmpty()) {
      String shown =
          String.join(", ", names.stream().limit(NAMES_MAX).map(Shown::visible).toList());
      String more =
          names.size() > NAMES_MAX ? " and %,d more".formatted(names.size() - NAMES_MAX) : "";
      parts.add(before + shown + more + behind);
    }
  }

  /// The figures.
  static String counts(DifferenceCounts counts) {
    StringBuilder text = new StringBuilder();
    text.append("  compared       %,d records that both deliver%n".formatted(counts.compared()));
    text.append(
        "  differ         %,d of them, in %,d cells%n"
            .formatted(counts.differing(), counts.of(Kind.CELL)));
    counts.byColumn().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(COLUMNS_MAX)
        .forEach(
            column ->
                text.append(
                    "    %,9d    %s%n"
                        .formatted(column.getValue(), Shown.visible(column.getKey()))));
    count(text, counts.of(Kind.REJECTED), "delivered by the first and rejected by the second");
    count(text, counts.of(Kind.DELIVERED), "rejected by the first and delivered by the second");
    count(text, counts.of(Kind.REASON), "rejected by both, for different reasons");
    count(text, counts.of(Kind.GONE), "only in the first");
    count(text, counts.of(Kind.NEW), "only in the second");
    if (!counts.categories().isEmpty()) {
      text.append("  categories     the most frequent changes%n".formatted());
      for (DifferenceCounts.CategoryChange change : counts.categories()) {
        text.append(
            "    %,9d    %s%n"
                .formatted(change.records(), CellText.change(change.before(), change.after())));
      }
    }
    return text.toString();
  }

  private static void count(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append("  %,11d    records %s%n".formatted(count, what));
    }
  }

  /// One difference.
  static String line(Difference difference) {
    return switch (difference.kind()) {
      case CELL ->
          "%s %s: %s%n"
              .formatted(
                  difference.place(),
                  Shown.visible(difference.column()),
                  CellText.change(difference.before(), difference.after()));
      case REJECTED, DELIVERED, REASON ->
          "%s: %s → %s%n".formatted(difference.place(), difference.before(), difference.after());
      case GONE -> "%s: %s → no such record%n".formatted(difference.place(), difference.before());
      case NEW -> "%s: no such record → %s%n".formatted(difference.place(), difference.after());
    };
  }
}
