package dev.totonoe.profile;

import dev.totonoe.csv.DialectHints;
import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.LineEnd;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.ColumnKind;
import dev.totonoe.record.DerivedColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes a profile of a YAML document, or says everything that is wrong with it.
final class ProfileChecker {
  static final int COLUMNS_MAX = 2_000;
  static final int FROM_MAX = 100;
  static final int HEADING_CHARS_MAX = 1_000;
  static final int HEADER_LINE_MAX = 1_000;

  private static final Pattern BUNDLE_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,15})?");

  private final Problems problems;

  private ProfileChecker(String file) {
    problems = new Problems(file);
  }

  /// @throws ConfigurationFailure with one line for each error
  static Profile check(YamlNode root, String file) {
    ProfileChecker checker = new ProfileChecker(file);
    Profile profile = checker.profile(root);
    checker.problems.throwIfAny();
    return profile;
  }

  private Profile profile(YamlNode root) {
    Profile defaults = Profile.defaults();
    Map<String, YamlNode> top = keys(root, "", ProfileKey.top());
    Map<String, YamlNode> input = section(top, "input");
    Map<String, YamlNode> category = section(top, "category");
    Map<String, YamlNode> output = section(top, "output");
    Map<String, YamlNode> quality = section(top, "quality");
    return new Profile(
        setting(top, ProfileKey.MODEL, ProfileChecker::bundleName).orElse(defaults.model()),
        setting(top, ProfileKey.DICTIONARY, ProfileChecker::bundleName)
            .orElse(defaults.dictionary()),
        new InputSettings(hints(input)),
        columns(top),
        optional(setting(category, ProfileKey.CATEGORY_THRESHOLD, ProfileChecker::fraction)),
        new OutputSettings(format(output, defaults.output().format())),
        optional(setting(quality, ProfileKey.QUALITY_REJECTS_MAX, ProfileChecker::percentage)));
  }

  private DialectHints hints(Map<String, YamlNode> input) {
    Optional<Optional<Encoding>> encoding =
        setting(input, ProfileKey.INPUT_ENCODING, orAuto(Encoding::ofWord));
    Optional<Optional<Character>> delimiter =
        setting(input, ProfileKey.INPUT_DELIMITER, orAuto(Delimiter::ofWord));
    Optional<Optional<Integer>> header =
        setting(input, ProfileKey.INPUT_HEADER, orAuto(ProfileChecker::headerLine));
    return new DialectHints(
        encoding.flatMap(Function.identity()),
        delimiter.flatMap(Function.identity()),
        header.flatMap(Function.identity()).map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  private OutputFormat format(Map<String, YamlNode> output, OutputFormat defaults) {
    String encoding =
        setting(output, ProfileKey.OUTPUT_ENCODING, ProfileChecker::outputEncoding)
            .orElse(ProfileKey.OUTPUT_ENCODING.defaultText());
    boolean bom = encoding.endsWith("-bom");
    return new OutputFormat(
        Encoding.ofWord(encoding.replaceFirst("-bom$", "")).orElse(defaults.encoding()),
        bom,
        Delimiter.ofWord(word(output, ProfileKey.OUTPUT_DELIMITER)).orElse(defaults.delimiter()),
        word(output, ProfileKey.OUTPUT_LINE_END).equals("crlf") ? LineEnd.CRLF : LineEnd.LF);
  }

  private List<ColumnRule> columns(Map<String, YamlNode> top) {
    List<YamlNode> items = items(top.get("columns"), "columns", "a list of columns", COLUMNS_MAX);
    List<ColumnRule> rules = new ArrayList<>();
    Map<String, String> meanings = new HashMap<>();
    List<Map<String, YamlNode>> sections = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String path = "columns[%d]".formatted(i);
      Map<String, YamlNode> section = keys(items.get(i), path, ProfileKey.below("columns"));
      sections.add(section);
      name(items.get(i), section, path)
          .ifPresent(name -> claim(name, path + ".name", path, meanings));
    }
    for (int i = 0; i < items.size(); i++) {
      String path = "columns[%d]".formatted(i);
      Map<String, YamlNode> section = sections.get(i);
      rules.add(
          new ColumnRule(
              section.get("name") instanceof YamlNode.Text name ? Headings.trim(name.value()) : "",
              from(section, path, meanings),
              setting(section, ProfileKey.COLUMNS_KIND, path, ColumnKind::ofWord)));
    }
    return rules;
  }

  private Optional<YamlNode.Text> name(YamlNode item, Map<String, YamlNode> section, String path) {
    if (!(item instanceof YamlNode.Entries)) {
      return Optional.empty();
    }
    if (!section.containsKey("name")) {
      problems.add(item, path + ": expected a name, the column's heading in products.csv");
      return Optional.empty();
    }
    Optional<YamlNode.Text> name = heading(section.get("name"), path + ".name");
    name.filter(text -> DerivedColumn.ofHeader(Headings.trim(text.value())).isPresent())
        .ifPresent(
            text ->
                problems.add(
                    text,
                    "%s.name: %s is a column that the worker adds itself; choose another name"
                        .formatted(path, text.shown())));
    return name;
  }

  /// The other headings of a column. Its own name among them says nothing new and is left out.
  private List<String> from(
      Map<String, YamlNode> section, String path, Map<String, String> meanings) {
    List<String> from = new ArrayList<>();
    List<YamlNode> items =
        items(section.get("from"), path + ".from", ProfileKey.COLUMNS_FROM.expected(), FROM_MAX);
    for (int i = 0; i < items.size(); i++) {
      String itemPath = "%s.from[%d]".formatted(path, i);
      Optional<YamlNode.Text> heading = heading(items.get(i), itemPath);
      boolean isOwnName =
          heading.isPresent()
              && section.get("name") instanceof YamlNode.Text name
              && Headings.fold(name.value()).equals(Headings.fold(heading.get().value()));
      if (heading.isPresent() && !isOwnName && claim(heading.get(), itemPath, path, meanings)) {
        from.add(Headings.trim(heading.get().value()));
      }
    }
    return from;
  }

  private Optional<YamlNode.Text> heading(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Text text)) {
      problems.add(node, "%s: expected a heading but found %s".formatted(path, node.shown()));
    } else if (Headings.fold(text.value()).isEmpty()) {
      problems.add(node, "%s: expected a heading but found nothing".formatted(path));
    } else if (text.value().length() > HEADING_CHARS_MAX) {
      problems.add(
          node,
          "%s: expected at most %,d characters but found %,d"
              .formatted(path, HEADING_CHARS_MAX, text.value().length()));
    } else {
      return Optional.of(text);
    }
    return Optional.empty();
  }

  /// Notes which column a heading means; a heading can mean one column only.
  private boolean claim(
      YamlNode.Text heading, String path, String column, Map<String, String> meanings) {
    String earlier = meanings.putIfAbsent(Headings.fold(heading.value()), path);
    if (earlier != null) {
      problems.add(
          heading,
          "%s: %s stands in %s already; a heading means one column, once"
              .formatted(path, heading.shown(), earlier));
    }
    return earlier == null;
  }

  private Map<String, YamlNode> section(Map<String, YamlNode> top, String section) {
    YamlNode node = top.get(section);
    return node == null ? Map.of() : keys(node, section, ProfileKey.below(section));
  }

  /// The entries of a mapping by their keys, without those that are unknown, doubled or empty. An
  /// empty value is as good as an absent key: what remains where all below it is commented out.
  private Map<String, YamlNode> keys(YamlNode node, String path, List<String> known) {
    String prefix = path.isEmpty() ? "" : path + ": ";
    if (!(node instanceof YamlNode.Entries mapping)) {
      problems.add(
          node,
          "%sexpected keys and values (%s) but found %s"
              .formatted(prefix, String.join(", ", known), node.shown()));
      return Map.of();
    }
    Map<String, YamlNode> keys = new LinkedHashMap<>();
    Map<String, Integer> lines = new HashMap<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().value();
      if (!known.contains(key)) {
        problems.add(
            entry.key(),
            "%sunknown key %s%s".formatted(prefix, entry.key().shown(), remedy(key, path, known)));
        continue;
      }
      Integer earlier = lines.putIfAbsent(key, entry.key().line());
      if (earlier != null) {
        problems.add(
            entry.key(), "%sthe key %s stands on line %d already".formatted(prefix, key, earlier));
      } else if (!(entry.value() instanceof YamlNode.Text text && text.isNothing())) {
        keys.put(key, entry.value());
      }
    }
    return keys;
  }

  private static String remedy(String key, String path, List<String> known) {
    String sections = ProfileKey.sectionsWith(key);
    if (!sections.isEmpty()) {
      return "; it belongs below " + sections;
    }
    if (!path.isEmpty() && ProfileKey.top().contains(key)) {
      return "; it belongs at the top, without indentation";
    }
    String suggestion = Nearest.suggestion(key, known);
    return suggestion.isEmpty() ? "; known here: " + String.join(", ", known) : suggestion;
  }

  private List<YamlNode> items(@Nullable YamlNode node, String path, String expected, int max) {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof YamlNode.Items list)) {
      problems.add(node, "%s: expected %s but found %s".formatted(path, expected, node.shown()));
      return List.of();
    }
    if (list.items().size() > max) {
      problems.add(
          node, "%s: expected at most %,d but found %,d".formatted(path, max, list.items().size()));
      return List.of();
    }
    return list.items();
  }

  private <T> Optional<T> setting(
      Map<String, YamlNode> section, ProfileKey key, Function<String, Optional<T>> reader) {
    return setting(section, key, "", reader);
  }

  /// The value of a key, or nothing where it is absent or wrong; the latter is noted.
  private <T> Optional<T> setting(
      Map<String, YamlNode> section,
      ProfileKey key,
      String sectionPath,
      Function<String, Optional<T>> reader) {
    YamlNode node = section.get(key.lastName());
    if (node == null) {
      return Optional.empty();
    }
    Optional<T> value =
        node instanceof YamlNode.Text text ? reader.apply(text.value()) : Optional.empty();
    if (value.isEmpty()) {
      String path = sectionPath.isEmpty() ? key.path() : sectionPath + "." + key.lastName();
      String suggestion =
          node instanceof YamlNode.Text text ? Nearest.suggestion(text.value(), key.words()) : "";
      problems.add(
          node,
          "%s: expected %s but found %s%s"
              .formatted(path, key.expected(), node.shown(), suggestion));
    }
    return value;
  }

  private String word(Map<String, YamlNode> section, ProfileKey key) {
    return setting(section, key, word -> Optional.of(word).filter(key.words()::contains))
        .orElse(key.defaultText());
  }

  /// Wraps a reader so that `auto` gives a present but empty value.
  private static <T> Function<String, Optional<Optional<T>>> orAuto(
      Function<String, Optional<T>> reader) {
    return word ->
        word.equals("auto") ? Optional.of(Optional.empty()) : reader.apply(word).map(Optional::of);
  }

  private static Optional<String> bundleName(String text) {
    return Optional.of(text).filter(name -> BUNDLE_NAME.matcher(name).matches());
  }

  /// Other names of an encoding, such as `cp932`, are understood here as they are for the input.
  private static Optional<String> outputEncoding(String text) {
    List<String> words = ProfileKey.OUTPUT_ENCODING.words();
    return Optional.of(text)
        .filter(words::contains)
        .or(() -> Encoding.ofWord(text).map(Encoding::word).filter(words::contains));
  }

  private static Optional<Integer> headerLine(String text) {
    if (text.equals("none")) {
      return Optional.of(0);
    }
    return Optional.of(text)
        .filter(number -> number.matches("[1-9][0-9]{0,5}"))
        .map(Integer::valueOf)
        .filter(line -> line <= HEADER_LINE_MAX);
  }

  private static Optional<Double> fraction(String text) {
    return Optional.of(text)
        .filter(number -> NUMBER.matcher(number).matches())
        .map(Double::valueOf)
        .filter(number -> number <= 1);
  }

  private static Optional<Double> percentage(String text) {
    return Optional.of(text)
        .filter(percentage -> percentage.endsWith("%"))
        .map(percentage -> percentage.substring(0, percentage.length() - 1).strip())
        .filter(number -> NUMBER.matcher(number).matches())
        .map(number -> new BigDecimal(number).movePointLeft(2).doubleValue())
        .filter(number -> number <= 1);
  }

  private static OptionalDouble optional(Optional<Double> number) {
    return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }
}
