package dev.totonoe.train;

import dev.totonoe.csv.DialectHints;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.text.Folding;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Which columns of a labelled file mean what. Only the name and the label are looked for by their
/// headings; a model learns from others where they are named.
///
/// @param text the names; empty: found by heading, else the first column
/// @param label the labels; empty: found by heading, else the last column
/// @param maker the makers or brands
/// @param sourceCategory the categories that the source gave
/// @param description free text about the product
/// @param group rows with the same value here are never split between training and measuring
/// @param hints how the file is written; what they leave open is detected, but the header is the
///   first line unless they say otherwise
public record LabelledColumns(
    Optional<String> text,
    Optional<String> label,
    Optional<String> maker,
    Optional<String> sourceCategory,
    Optional<String> description,
    Optional<String> group,
    DialectHints hints) {
  /// Where a file has no such column.
  static final int ABSENT = -1;

  /// The words of the uses; also the headings of a bundle's own [TrainingData].
  static final String TEXT = "text";

  static final String LABEL = "label";
  static final String MAKER = "maker";
  static final String SOURCE_CATEGORY = "source_category";
  static final String DESCRIPTION = "description";
  static final String GROUP = "group";

  private static final List<String> TEXT_HEADINGS =
      List.of("name", "product_name", "商品名", "品名", "商品名称", "名称", "品目", "title", "text");
  private static final List<String> LABEL_HEADINGS =
      List.of("category_id", "category_path", "category", "label", "カテゴリ", "カテゴリー", "分類", "区分");

  /// The positions of the columns in a header, [#ABSENT] where there is none.
  ///
  /// @param headings the file's headings
  record Places(
      List<String> headings,
      int text,
      int label,
      int maker,
      int sourceCategory,
      int description,
      int group) {
    /// What is read from which column: `text`, `label`, `source_category`, …
    Map<String, String> used() {
      Map<String, String> used = new LinkedHashMap<>();
      put(used, TEXT, text);
      put(used, LABEL, label);
      put(used, MAKER, maker);
      put(used, SOURCE_CATEGORY, sourceCategory);
      put(used, DESCRIPTION, description);
      put(used, GROUP, group);
      return used;
    }

    private void put(Map<String, String> used, String use, int at) {
      if (at != ABSENT) {
        used.put(use, headings.get(at));
      }
    }
  }

  public LabelledColumns {
    Objects.requireNonNull(text);
    Objects.requireNonNull(label);
    Objects.requireNonNull(maker);
    Objects.requireNonNull(sourceCategory);
    Objects.requireNonNull(description);
    Objects.requireNonNull(group);
    Objects.requireNonNull(hints);
  }

  /// Nothing is said: names and labels are found by their headings.
  public static LabelledColumns byHeading() {
    return new LabelledColumns(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        DialectHints.none());
  }

  /// The heading under which labels are looked for when nothing is said.
  public static Optional<String> labelIn(List<String> header) {
    int at = usual(header, LABEL_HEADINGS, header.size() - 1);
    return at == ABSENT ? Optional.empty() : Optional.of(header.get(at));
  }

  /// @throws ConfigurationFailure when a column is not there, or when names or other features would
  ///   be read from the column of the labels
  Places in(Path file, List<String> header) {
    List<String> headings = header.stream().map(String::strip).toList();
    int textAt = text.isPresent() ? at(file, headings, text) : usual(headings, TEXT_HEADINGS, 0);
    int labelAt =
        label.isPresent()
            ? at(file, headings, label)
            : usual(headings, LABEL_HEADINGS, headings.size() - 1);
    Places places =
        new Places(
            headings,
            textAt,
            labelAt,
            at(file, headings, maker),
            at(file, headings, sourceCategory),
            at(file, headings, description),
            at(file, headings, group));
    if (places.text == places.label) {
      throw new ConfigurationFailure(
          "%s: the names and the labels are both looked for in the column '%s'; say --text and"
                  .formatted(file, headings.get(textAt))
              + " --label");
    }
    if (List.of(places.maker, places.sourceCategory, places.description).contains(labelAt)) {
      throw new ConfigurationFailure(
          "%s: the column '%s' has the labels and cannot be learnt from as well; say --label"
              .formatted(file, headings.get(labelAt)));
    }
    return places;
  }

  private static int at(Path file, List<String> headings, Optional<String> wanted) {
    if (wanted.isEmpty()) {
      return ABSENT;
    }
    int at = headings.indexOf(wanted.get().strip());
    if (at == ABSENT) {
      throw new ConfigurationFailure(
          "%s:1: expected a column '%s' but found %s".formatted(file, wanted.get(), headings));
    }
    return at;
  }

  private static int usual(List<String> header, List<String> usual, int otherwise) {
    List<String> plain = header.stream().map(Folding::plain).toList();
    return usual.stream().map(plain::indexOf).filter(at -> at >= 0).findFirst().orElse(otherwise);
  }
}
