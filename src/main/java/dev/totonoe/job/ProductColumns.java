package dev.totonoe.job;

import dev.totonoe.categorise.ProductText;
import dev.totonoe.record.Column;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import dev.totonoe.record.Normalised;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The columns of `products.csv`: the dataset's own, then those that the worker appends.
final class ProductColumns {
  private static final List<DerivedColumn> CATEGORY =
      List.of(
          DerivedColumn.CATEGORY_ID,
          DerivedColumn.CATEGORY_PATH,
          DerivedColumn.CATEGORY_SCORE,
          DerivedColumn.CATEGORY_SOURCE,
          DerivedColumn.CATEGORY_STATUS,
          DerivedColumn.CATEGORY_CANDIDATES,
          DerivedColumn.CATEGORY_REASON);
  private static final List<DerivedColumn> ALWAYS =
      List.of(DerivedColumn.REVIEW_REASONS, DerivedColumn.SOURCE_FILE, DerivedColumn.SOURCE_LINE);

  private final List<Column> columns;
  private final List<DerivedColumn> derived;
  private final List<Integer> description;

  /// @param unified the columns that normalising derives
  /// @param description the places of the columns that describe the product
  ProductColumns(List<Column> columns, List<DerivedColumn> unified, List<Integer> description) {
    this.columns = List.copyOf(columns);
    this.description = List.copyOf(description);
    List<DerivedColumn> all = new ArrayList<>(unified);
    if (hasNames()) {
      all.addAll(CATEGORY);
    }
    all.addAll(ALWAYS);
    this.derived = List.copyOf(all);
  }

  /// Whether there is a column to categorise by.
  boolean hasNames() {
    return columns.stream().anyMatch(column -> column.kind() == ColumnKind.NAME);
  }

  List<DerivedColumn> derived() {
    return derived;
  }

  List<String> derivedHeader() {
    return derived.stream().map(DerivedColumn::header).toList();
  }

  List<String> header() {
    List<String> header = new ArrayList<>();
    columns.forEach(column -> header.add(column.name()));
    header.addAll(derivedHeader());
    return header;
  }

  List<String> row(List<String> cells, Map<DerivedColumn, String> values) {
    List<String> row = new ArrayList<>(cells.size() + derived.size());
    row.addAll(cells);
    derived.forEach(column -> row.add(values.getOrDefault(column, "")));
    return row;
  }

  /// What the categoriser looks at.
  ProductText text(Normalised normalised) {
    List<String> cells = normalised.cells();
    return new ProductText(
        first(ColumnKind.NAME, cells),
        first(ColumnKind.MAKER, cells),
        first(ColumnKind.CONTENT, cells),
        first(ColumnKind.CATEGORY, cells),
        description.stream()
            .map(cells::get)
            .filter(cell -> !cell.isEmpty())
            .collect(Collectors.joining(" ")),
        normalised.derived().getOrDefault(DerivedColumn.GTIN, ""));
  }

  private String first(ColumnKind kind, List<String> cells) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == kind && !cells.get(i).isEmpty()) {
        return cells.get(i);
      }
    }
    return "";
  }
}
