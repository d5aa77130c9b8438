package dev.totonoe.profile;

import dev.totonoe.csv.Delimiter;
import dev.totonoe.csv.Encoding;
import dev.totonoe.record.ColumnKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every key of `dataset.yaml`, in the order in which a profile is written: the reference from
/// which the checks, the suggestions for unknown keys and the documentation take their words.
public enum ProfileKey {
  MODEL(
      "model",
      "none or the name of a directory below models/ (a-z, 0-9, and . _ - after the first)",
      "default",
      "the model bundle that assigns categories; none: rules only"),
  DICTIONARY(
      "dictionary",
      "the name of a directory below dictionaries/ (a-z, 0-9, and . _ - after the first)",
      "default",
      "the dictionary bundle: taxonomy, rules, tables of the user"),
  INPUT_ENCODING(
      "input.encoding",
      Stream.concat(Stream.of("auto"), Arrays.stream(Encoding.values()).map(Encoding::word))
          .toList(),
      "auto",
      "the encoding of all input files; auto: detected for each"),
  INPUT_DELIMITER(
      "input.delimiter",
      Stream.concat(Stream.of("auto"), Delimiter.words().stream()).toList(),
      "auto",
      "what stands between two cells; auto: detected for each file"),
  INPUT_HEADER(
      "input.header",
      "auto, none or the line number of the header, from 1 to 1000",
      "auto",
      "the physical line of the header, from 1; none: the first line is data"),
  COLUMNS_NAME("columns[].name", "a heading", "", "the column's heading in products.csv; required"),
  COLUMNS_FROM(
      "columns[].from",
      "a list of headings",
      "[]",
      "other headings in the input that mean this column"),
  COLUMNS_KIND(
      "columns[].kind",
      Arrays.stream(ColumnKind.values()).map(ColumnKind::word).toList(),
      "",
      "what the column holds; absent: inferred"),
  COLUMNS_NORMALISE(
      "columns[].normalise",
      "choices and their values",
      "{}",
      "how the column's cells are normalised; needs its kind"),
  NORMALISE(
      "normalise",
      "kinds of columns with choices and their values",
      "{}",
      "how all columns of a kind are normalised"),
  CATEGORY_THRESHOLD(
      "category.threshold",
      "a number from 0 to 1, such as 0.8",
      "",
      "categories that score less go to review; absent: the model bundle's"),
  CATEGORY_DESCRIPTION(
      "category.description",
      "a heading or a list of headings",
      "[]",
      "columns whose text the categories are found by, too, beside name, maker and source category"),
  OUTPUT_ENCODING(
      "output.encoding",
      List.of("utf-8", "utf-8-bom", "windows-31j"),
      "utf-8",
      "the encoding of products.csv, review.csv and rejects.csv"),
  OUTPUT_DELIMITER(
      "output.delimiter",
      List.of("comma", "tab"),
      "comma",
      "what stands between two cells of the output"),
  OUTPUT_LINE_END("output.line_end", List.of("lf", "crlf"), "lf", "how a line of the output ends"),
  QUALITY_REJECTS_MAX(
      "quality.rejects_max",
      "a percentage from 0% to 100%, such as 5%",
      "",
      "more rejects than this and nothing is published; absent: no limit");

  private final String path;
  private final String expected;
  private final List<String> words;
  private final String defaultText;
  private final String meaning;

  ProfileKey(String path, String expected, String defaultText, String meaning) {
    this.path = path;
    this.expected = expected;
    this.words = List.of();
    this.defaultText = defaultText;
    this.meaning = meaning;
  }

  ProfileKey(String path, List<String> words, String defaultText, String meaning) {
    this.path = path;
    this.expected = "one of " + String.join(", ", words);
    this.words = words;
    this.defaultText = defaultText;
    this.meaning = meaning;
  }

  /// The key's path, such as `columns[].kind`.
  public String path() {
    return path;
  }

  /// What may stand there, such as `one of comma, tab`.
  public String expected() {
    return expected;
  }

  /// All that may stand there, where that can be listed; otherwise empty.
  public List<String> words() {
    return words;
  }

  /// The default as it would be written; empty where absence has a meaning of its own.
  public String defaultText() {
    return defaultText;
  }

  public String meaning() {
    return meaning;
  }

  /// The last part of the path, such as `kind`.
  public String lastName() {
    return path.substring(path.indexOf('.') + 1);
  }

  /// The first part of the path without brackets, such as `columns`.
  String firstName() {
    return path.replaceFirst("(\\[])?(\\..*)?$", "");
  }

  /// The keys at the top of the document.
  static List<String> top() {
    return Arrays.stream(values()).map(ProfileKey::firstName).distinct().toList();
  }

  /// The keys that may stand below a key of the top.
  static List<String> below(String section) {
    return Arrays.stream(values())
        .filter(key -> key.path.contains(".") && key.firstName().equals(section))
        .map(ProfileKey::lastName)
        .toList();
  }

  /// The sections that hold a key of this name, for one that stands in the wrong place.
  static String sectionsWith(String name) {
    return Arrays.stream(values())
        .filter(key -> key.path.contains(".") && key.lastName().equals(name))
        .map(ProfileKey::firstName)
        .collect(Collectors.joining(" or "));
  }
}
