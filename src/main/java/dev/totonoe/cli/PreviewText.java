package dev.totonoe.cli;

import dev.totonoe.job.DryRun;
import dev.totonoe.profile.Shown;
import dev.totonoe.record.Change;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.Product;
import dev.totonoe.record.Reject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// What a run would make of records, for people to read: each with its place, then the cells that
/// change, then what the worker would append.
final class PreviewText {
  private static final List<DerivedColumn> ON_OTHER_LINES =
      List.of(
          DerivedColumn.CATEGORY_ID,
          DerivedColumn.CATEGORY_PATH,
          DerivedColumn.CATEGORY_SCORE,
          DerivedColumn.CATEGORY_SOURCE,
          DerivedColumn.CATEGORY_STATUS,
          DerivedColumn.CATEGORY_CANDIDATES,
          DerivedColumn.CATEGORY_REASON,
          DerivedColumn.REVIEW_REASONS,
          DerivedColumn.SOURCE_FILE,
          DerivedColumn.SOURCE_LINE);

  private int products;
  private int rejects;
  private int review;

  /// The lines for a record.
  String of(DryRun.Preview preview) {
    StringBuilder text = new StringBuilder(preview.cleansed().place().toString()).append('\n');
    switch (preview.cleansed()) {
      case Product product -> {
        products++;
        review += product.reviewReasons().isEmpty() ? 0 : 1;
        lines(product, preview.derived(), text);
      }
      case Reject reject -> {
        rejects++;
        line(text, "rejected (%s): %s", reject.reason().word(), Shown.visible(reject.message()));
        line(text, "its text: %s", CellText.of(reject.raw()));
      }
    }
    return text.toString();
  }

  /// The line at the end.
  String end(String dataset) {
    return "%s: of the first %,d records a run would deliver %,d (%,d to review) and reject %,d; nothing was written%n"
        .formatted(dataset, products + rejects, products, review, rejects);
  }

  private static void lines(Product product, Map<String, String> derived, StringBuilder text) {
    for (Change change : product.changes()) {
      line(
          text,
          "%s: %s   (%s)",
          CellText.of(change.column()),
          CellText.change(change.before(), change.after()),
          change.rule());
    }
    families(derived).forEach((family, cells) -> line(text, "+ %s", cells));
    String status = cell(derived, DerivedColumn.CATEGORY_STATUS);
    if (!cell(derived, DerivedColumn.CATEGORY_ID).isEmpty()) {
      line(
          text,
          "category: %s %s (%s, by %s, %s)%s",
          cell(derived, DerivedColumn.CATEGORY_ID),
          CellText.of(cell(derived, DerivedColumn.CATEGORY_PATH)),
          status,
          cell(derived, DerivedColumn.CATEGORY_SOURCE),
          cell(derived, DerivedColumn.CATEGORY_SCORE),
          reason(derived));
    } else if (!status.isEmpty()) {
      line(text, "category: %s%s", status, reason(derived));
    }
    String candidates = cell(derived, DerivedColumn.CATEGORY_CANDIDATES);
    if (!candidates.isEmpty()) {
      line(text, "candidates: %s", CellText.of(candidates));
    }
    if (!product.reviewReasons().isEmpty()) {
      line(text, "review: %s", String.join(", ", product.reviewReasons()));
    }
  }

  /// The derived cells that have no line of their own, those of one family together.
  private static Map<String, StringJoiner> families(Map<String, String> derived) {
    Map<String, StringJoiner> families = new LinkedHashMap<>();
    derived.forEach(
        (heading, cell) -> {
          if (DerivedColumn.ofHeader(heading).filter(ON_OTHER_LINES::contains).isEmpty()) {
            families
                .computeIfAbsent(heading.split("_", 2)[0], family -> new StringJoiner(", "))
                .add(heading + " " + CellText.of(cell));
          }
        });
    return families;
  }

  /// What decided, where that says more than the source does.
  private static String reason(Map<String, String> derived) {
    String reason = cell(derived, DerivedColumn.CATEGORY_REASON);
    return reason.isEmpty() || reason.equals(cell(derived, DerivedColumn.CATEGORY_SOURCE))
        ? ""
        : ": " + CellText.of(reason);
  }

  private static String cell(Map<String, String> derived, DerivedColumn column) {
    return derived.getOrDefault(column.header(), "");
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append("  ").append(format.formatted(values)).append('\n');
  }
}
