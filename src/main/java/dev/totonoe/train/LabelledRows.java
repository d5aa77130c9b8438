package dev.totonoe.train;

import dev.totonoe.csv.CsvTable;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.failure.InputFailure;
import dev.totonoe.text.Folding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Labelled names as they stand in a file.
///
/// @param rows those with a name and a label
/// @param skipped how many lack one of the two
record LabelledRows(List<Row> rows, int skipped) {
  private static final List<String> TEXT_HEADERS =
      List.of("name", "product_name", "商品名", "品名", "商品名称", "名称", "品目", "title", "text");
  private static final List<String> LABEL_HEADERS =
      List.of("category_id", "category_path", "category", "label", "カテゴリ", "カテゴリー", "分類", "区分");

  /// @param line where the row starts, from 1
  /// @param text the name
  /// @param label its label, as in the file
  /// @param group what must not be split; the name itself where there is no such column
  record Row(long line, String text, String label, String group) {}

  static LabelledRows read(
      Path file, Optional<String> text, Optional<String> label, Optional<String> group) {
    CsvTable table = CsvTable.read(file);
    List<String> header = table.header().stream().map(String::strip).toList();
    if (header.size() < 2) {
      throw new InputFailure(
          file + ":1: expected a header with a column of names and one of labels, found " + header);
    }
    int textAt = column(file, header, text, TEXT_HEADERS, 0);
    int labelAt = column(file, header, label, LABEL_HEADERS, header.size() - 1);
    int groupAt = group.isEmpty() ? -1 : column(file, header, group, List.of(), -1);
    if (textAt == labelAt) {
      throw new ConfigurationFailure(
          "%s: the names and the labels are both looked for in the column '%s'; say --text and"
                  .formatted(file, header.get(textAt))
              + " --label");
    }
    List<Row> rows = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      String name = row.cells().get(textAt).strip();
      String given = tidy(row.cells().get(labelAt));
      if (!Folding.plain(name).isEmpty() && !given.isEmpty()) {
        String key = groupAt < 0 ? Folding.fold(name) : row.cells().get(groupAt);
        rows.add(new Row(row.line(), name, given, key));
      }
    }
    return new LabelledRows(List.copyOf(rows), table.rows().size() - rows.size());
  }

  /// Labels stand one a line between tabs in the bundle.
  private static String tidy(String label) {
    return label.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private static int column(
      Path file, List<String> header, Optional<String> wanted, List<String> usual, int otherwise) {
    if (wanted.isPresent()) {
      int at = header.indexOf(wanted.get().strip());
      if (at < 0) {
        throw new ConfigurationFailure(
            "%s:1: expected a column '%s' but found %s".formatted(file, wanted.get(), header));
      }
      return at;
    }
    List<String> plain = header.stream().map(Folding::plain).toList();
    return usual.stream().map(plain::indexOf).filter(at -> at >= 0).findFirst().orElse(otherwise);
  }
}
