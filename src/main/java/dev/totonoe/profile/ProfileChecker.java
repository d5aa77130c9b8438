package dev.totonoe.profile;

import dev.totonoe.csv.Delimiter;
import dev.totonoe.csv.DialectHints;
import dev.totonoe.csv.Encoding;
import dev.totonoe.csv.LineEnd;
import dev.totonoe.csv.OutputFormat;
import dev.totonoe.failure.ConfigurationFailure;
import dev.totonoe.record.Choices;
import dev.totonoe.record.ColumnKind;
import java.math.BigDecimal;
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
  private static final int HEADER_LINE_MAX = 1_000;

  /// Columns that describe a product.
  static final int DESCRIPTION_MAX = 20;

  private static final Pattern BUNDLE_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,15})?");

  private final Problems problems;
  private final KeyReader reader;
  private final ChoiceReader choices;

  private ProfileChecker(Problems problems) {
    this.problems = problems;
    this.reader = new KeyReader(problems);
    this.choices = new ChoiceReader(reader, problems);
  }

  /// @throws ConfigurationFailure with one line for each error
  static Profile check(YamlNode root, String file) {
    Problems problems = new Problems(file);
    Profile profile = new ProfileChecker(problems).profile(root);
    problems.throwIfAny();
    return profile;
  }

  private Profile profile(YamlNode root) {
    Profile defaults = Profile.defaults();
    Map<String, YamlNode> top = reader.keys(root, "", ProfileKey.top());
    Map<String, YamlNode> input = reader.section(top, "input");
    Map<String, YamlNode> category = reader.section(top, "category");
    Map<String, YamlNode> output = reader.section(top, "output");
    Map<String, YamlNode> quality = reader.section(top, "quality");
    Map<ColumnKind, Choices> normalise = choices.ofKinds(top.get("normalise"));
    return new Profile(
        reader.setting(top, ProfileKey.MODEL, ProfileChecker::bundleName).orElse(defaults.model()),
        reader
            .setting(top, ProfileKey.DICTIONARY, ProfileChecker::bundleName)
            .orElse(defaults.dictionary()),
        new InputSettings(hints(input)),
        new ColumnRuleChecker(reader, choices, problems).rules(top.get("columns"), normalise),
        normalise,
        optional(reader.setting(category, ProfileKey.CATEGORY_THRESHOLD, ProfileChecker::fraction)),
        description(category.get(ProfileKey.CATEGORY_DESCRIPTION.lastName())),
        new OutputSettings(format(output, defaults.output().format())),
        optional(
            reader.setting(quality, ProfileKey.QUALITY_REJECTS_MAX, ProfileChecker::percentage)));
  }

  private DialectHints hints(Map<String, YamlNode> input) {
    Optional<Optional<Encoding>> encoding =
        reader.setting(input, ProfileKey.INPUT_ENCODING, orAuto(Encoding::ofWord));
    Optional<Optional<Character>> delimiter =
        reader.setting(input, ProfileKey.INPUT_DELIMITER, orAuto(Delimiter::ofWord));
    Optional<Optional<Integer>> header =
        reader.setting(input, ProfileKey.INPUT_HEADER, orAuto(ProfileChecker::headerLine));
    return new DialectHints(
        encoding.flatMap(Function.identity()),
        delimiter.flatMap(Function.identity()),
        header.flatMap(Function.identity()).map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  private OutputFormat format(Map<String, YamlNode> output, OutputFormat defaults) {
    String encoding =
        reader
            .setting(output, ProfileKey.OUTPUT_ENCODING, ProfileChecker::outputEncoding)
            .orElse(ProfileKey.OUTPUT_ENCODING.defaultText());
    boolean bom = encoding.endsWith("-bom");
    return new OutputFormat(
        Encoding.ofWord(encoding.replaceFirst("-bom$", "")).orElse(defaults.encoding()),
        bom,
        Delimiter.ofWord(reader.word(output, ProfileKey.OUTPUT_DELIMITER))
            .orElse(defaults.delimiter()),
        reader.word(output, ProfileKey.OUTPUT_LINE_END).equals("crlf") ? LineEnd.CRLF : LineEnd.LF);
  }

  /// One heading or several; each counts once.
  private List<String> description(@Nullable YamlNode node) {
    String path = ProfileKey.CATEGORY_DESCRIPTION.path();
    List<YamlNode> headings =
        node instanceof YamlNode.Text
            ? List.of(node)
            : reader.items(node, path, ProfileKey.CATEGORY_DESCRIPTION.expected(), DESCRIPTION_MAX);
    Map<String, String> ofFold = new LinkedHashMap<>();
    for (YamlNode heading : headings) {
      String text = heading instanceof YamlNode.Text found ? Headings.trim(found.value()) : "";
      if (Headings.fold(text).isEmpty() || text.length() > ColumnRuleChecker.HEADING_CHARS_MAX) {
        problems.add(
            heading,
            "%s: expected a heading of 1 to %,d characters but found %s"
                .formatted(path, ColumnRuleChecker.HEADING_CHARS_MAX, heading.shown()));
      } else {
        ofFold.putIfAbsent(Headings.fold(text), text);
      }
    }
    return List.copyOf(ofFold.values());
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
